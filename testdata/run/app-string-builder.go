// Builds the same text in many ways, and checks that all agree: concatenation, Builder, Buffer, append, Join, Sprintf.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

func plus(n int) string {
	s := ""
	for i := range n {
		s += strconv.Itoa(i) + ","
	}
	return s
}

func builder(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strconv.Itoa(i))
		b.WriteByte(',')
	}
	return b.String()
}

func grown(n int) string {
	var b strings.Builder
	b.Grow(6 * n)
	c := b.Cap()
	for i := range n {
		fmt.Fprintf(&b, "%d%c", i, ',')
	}
	if n < 10000 && b.Cap() != c {
		return "grew"
	}
	return b.String()
}

func buffer(n int) string {
	var b bytes.Buffer
	for i := range n {
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(i), 10))
		b.WriteRune(',')
	}
	return b.String()
}

func appended(n int) string {
	var b []byte
	for i := range n {
		b = strconv.AppendInt(b, int64(i), 10)
		b = append(b, ',')
	}
	return string(b)
}

func joined(n int) string {
	a := make([]string, n+1)
	for i := range n {
		a[i] = strconv.FormatUint(uint64(i), 10)
	}
	return strings.Join(a, ",")
}

func sprintf(n int) string {
	a := make([]any, n)
	for i := range a {
		a[i] = i
	}
	return fmt.Sprintf(strings.Repeat("%v,", n), a...)
}

func written(n int) string {
	var b strings.Builder
	w := bufio.NewWriterSize(&b, 16)
	for i := range n {
		fmt.Fprint(w, i, ",")
	}
	w.Flush()
	return b.String()
}

func piped(n int) string {
	r, w := io.Pipe()
	go func() {
		for i := range n {
			io.WriteString(w, strconv.Itoa(i)+",")
		}
		w.Close()
	}()
	all, err := io.ReadAll(r)
	if err != nil {
		return err.Error()
	}
	return string(all)
}

func main() {
	ways := []struct {
		name string
		f    func(int) string
	}{
		{"plus", plus}, {"builder", builder}, {"grown", grown}, {"buffer", buffer}, {"append", appended},
		{"join", joined}, {"sprintf", sprintf}, {"bufio", written}, {"pipe", piped},
	}
	for _, n := range []int{0, 1, 11, 150} {
		want := plus(n)
		fmt.Println(n, len(want))
		for _, w := range ways {
			if got := w.f(n); got != want {
				fmt.Printf("  %s differs: %.30q\n", w.name, got)
			}
		}
	}
	r := strings.NewReplacer("1", "one", "11", "eleven", ",", ";")
	fmt.Println(r.Replace(plus(13)))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == ',' {
			return -1
		}
		return r + 1
	}, plus(11)))
	head, tail, ok := strings.Cut(plus(5), "2,")
	fmt.Println(head, tail, ok, strings.Count(plus(30), "2"), strings.LastIndex(plus(30), "2"))
}
