// Package text/tabwriter: columns, alignment, escapes and HTML.
package main

import (
	"errors"
	"fmt"
	"math/rand"
	"os"
	"strings"
	"text/tabwriter"
)

type failing struct{}

func (failing) Write(b []byte) (int, error) { return 0, errors.New("full") }

func main() {
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 1, '.', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tbb\tccc\t")
	fmt.Fprintln(w, "aaaa\tb\t\t")
	fmt.Fprintln(w, "none")
	fmt.Fprintln(w, "é\tx")
	fmt.Fprintln(w, "longer\ty")
	w.Flush()
	w.Init(os.Stdout, 5, 0, 2, ' ', 0)
	fmt.Fprint(w, "name\tqty\tprice\nbread\t2\t1.50\nmilk and honey\t10\t2.25\f\nnext\ttable\n")
	w.Flush()
	w.Init(os.Stdout, 8, 8, 1, '\t', tabwriter.AlignRight)
	fmt.Fprint(w, "x\ty\tz\nxxxxxxxxxx\tyyyy\tzz\n")
	w.Flush()

	r := rand.New(rand.NewSource(3))
	h := uint64(1)
	for range 3000 {
		var b strings.Builder
		w := tabwriter.NewWriter(&b, r.Intn(9), r.Intn(9), r.Intn(3), " \t."[r.Intn(3)], uint(r.Intn(64)))
		const alphabet = "ab\t\t\t\v\n\n\f\xff<&>;é"
		for range r.Intn(30) {
			w.Write([]byte{alphabet[r.Intn(len(alphabet))]})
		}
		w.Flush()
		for _, c := range []byte(b.String()) {
			h = h*1099511628211 ^ uint64(c)
		}
	}
	fmt.Printf("%x\n", h)
	w = tabwriter.NewWriter(failing{}, 0, 8, 1, ' ', 0)
	n, err := w.Write([]byte("a\tb\nc\n"))
	fmt.Println(n, err, w.Flush())
	defer func() { fmt.Println(recover()) }()
	tabwriter.NewWriter(os.Stdout, -1, 0, 0, ' ', 0)
}
