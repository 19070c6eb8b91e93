// Prints nested values the way JSON does, by reflection-free type switches, and with an interface for user types.
package main

import (
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

type Marshaler interface{ Marshal(w *writer) }

type writer struct {
	out    io.Writer
	indent int
	err    error
}

func (w *writer) print(s string) {
	if w.err == nil {
		_, w.err = io.WriteString(w.out, s)
	}
}

func (w *writer) newline() { w.print("\n" + strings.Repeat("  ", w.indent)) }

func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r == utf8.RuneError:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func (w *writer) value(v any) {
	switch v := v.(type) {
	case nil:
		w.print("null")
	case Marshaler:
		v.Marshal(w)
	case bool:
		w.print(strconv.FormatBool(v))
	case int:
		w.print(strconv.Itoa(v))
	case int8, int16, int32, int64:
		w.print(fmt.Sprint(v))
	case float64:
		w.print(strconv.FormatFloat(v, 'g', -1, 64))
	case string:
		w.print(quote(v))
	case []any:
		w.list('[', ']', len(v), func(i int) { w.value(v[i]) })
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		w.list('{', '}', len(keys), func(i int) {
			w.print(quote(keys[i]) + ": ")
			w.value(v[keys[i]])
		})
	case error:
		w.value("error: " + v.Error())
	case fmt.Stringer:
		w.value(v.String())
	default:
		w.value(fmt.Sprintf("<%T>", v))
	}
}

func (w *writer) list(open, close rune, n int, each func(int)) {
	w.print(string(open))
	w.indent++
	for i := range n {
		if i > 0 {
			w.print(",")
		}
		w.newline()
		each(i)
	}
	w.indent--
	if n > 0 {
		w.newline()
	}
	w.print(string(close))
}

type point struct{ x, y int }

func (p point) Marshal(w *writer) { w.value([]any{p.x, p.y}) }

type weekday int

func (d weekday) String() string { return [...]string{"Mo", "Tu", "We"}[d] }

type limited struct {
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if len(p) > l.left {
		return 0, io.ErrShortWrite
	}
	l.left -= len(p)
	return len(p), nil
}

func main() {
	v := map[string]any{
		"name":  "tree \"printer\"\n\x01\xff",
		"list":  []any{1, 2.5, "three", nil, true, []any{}, map[string]any{}},
		"point": point{3, -4},
		"day":   weekday(2),
		"other": struct{}{},
		"error": fmt.Errorf("wrapped: %w", io.EOF),
		"small": int8(-5),
		"big":   1e100,
	}
	w := &writer{out: os.Stdout}
	w.value(v)
	w.print("\n")
	w = &writer{out: &limited{20}}
	w.value(v)
	fmt.Println(w.err == io.ErrShortWrite, w.err)
}
