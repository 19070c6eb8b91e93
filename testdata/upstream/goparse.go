// go/..., log, unique, weak, iter, rand, context, sync.

package main

import (
	"bytes"
	"container/heap"
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/constant"
	"go/format"
	"go/parser"
	"go/printer"
	"go/token"
	"go/types"
	"iter"
	"log"
	"log/slog"
	"maps"
	mrand "math/rand"
	"math/rand/v2"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"sort"
	"strings"
	"sync"
	"text/scanner"
	"time"
	"unique"
	"weak"
)

const src = `package p

import "strings"

type T[P any] struct{ a, b int; next *T[P] }

func (t *T[P]) F(x P) (n int, err error) {
	for i := range 10 { if i > 3 { return i*t.a, nil } }
	defer func() { recover() }()
	return len(strings.ToUpper("x")), nil
}
const c = 1<<70 >> 68
var f = func(a int) int { return a }
var bad int = "s"
`

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	o := *h
	x := o[len(o)-1]
	*h = o[:len(o)-1]
	return x
}

type imp struct{}

func (imp) Import(path string) (*types.Package, error) {
	return nil, errors.New("no importer for " + path)
}

func main() {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	fmt.Println(err)
	n := map[string]int{}
	ast.Inspect(file, func(x ast.Node) bool {
		if x != nil {
			n[fmt.Sprintf("%T", x)]++
		}
		return true
	})
	for _, k := range slices.Sorted(maps.Keys(n)) {
		fmt.Print(k, " ", n[k], "; ")
	}
	fmt.Println()
	printer.Fprint(os.Stdout, fset, file)
	out, err := format.Source([]byte("package x\nvar   a=  1\nfunc f( ) {\nx:=[]int{1,\n2}}"))
	fmt.Println(string(out), err)
	conf := types.Config{Importer: imp{}, Error: func(err error) { fmt.Println(err) }}
	pkg, _ := conf.Check("p", fset, []*ast.File{file}, nil)
	for _, name := range pkg.Scope().Names() {
		fmt.Println(pkg.Scope().Lookup(name))
	}
	fmt.Println(constant.BinaryOp(constant.MakeInt64(7), token.QUO, constant.MakeInt64(2)))
	_, err = parser.ParseExpr("a + (b")
	fmt.Println(err)
	var s scanner.Scanner
	s.Init(strings.NewReader("x := 'a' + 3.5 // c"))
	for t := s.Scan(); t != scanner.EOF; t = s.Scan() {
		fmt.Print(s.Position, ":", s.TokenText(), " ")
	}
	fmt.Println()
	var buf bytes.Buffer
	lg := log.New(&buf, "p: ", log.Lshortfile|log.Lmsgprefix)
	lg.Printf("hello %d", 1)
	slog.New(slog.NewTextHandler(&buf, &slog.HandlerOptions{ReplaceAttr: func(g []string, a slog.Attr) slog.Attr {
		if a.Key == "time" {
			return slog.Attr{}
		}
		return a
	}})).Info("msg", "k", 1, slog.Group("g", "x", "a b"))
	fmt.Print(buf.String())
	h := &ints{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	words := strings.Fields("the quick brown fox jumps")
	sort.SliceStable(words, func(i, j int) bool { return len(words[i]) < len(words[j]) })
	fmt.Println(words)
	a, b := unique.Make("hello"), unique.Make(strings.ToLower("HELLO"))
	fmt.Println(a == b, a.Value())
	p := new([100]int)
	w := weak.Make(p)
	fmt.Println(w.Value() == p, weak.Make(p) == w)
	runtime.KeepAlive(p)
	runtime.GC()
	runtime.GC()
	fmt.Println(w.Value() == nil)
	next, stop := iter.Pull(slices.Values([]int{1, 2, 3}))
	x, ok := next()
	y, _ := next()
	stop()
	fmt.Println(x, y, ok)
	r := rand.New(rand.NewPCG(1, 2))
	fmt.Println(r.IntN(1000), r.Float64(), r.Perm(5), mrand.New(mrand.NewSource(1)).Intn(1000))
	c8 := rand.New(rand.NewChaCha8([32]byte{1}))
	fmt.Println(c8.Uint64(), c8.Uint64())
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), errors.Is(ctx.Err(), context.DeadlineExceeded), context.Cause(ctx))
	var wg sync.WaitGroup
	var mu sync.Mutex
	var m sync.Map
	total := 0
	for i := range 100 {
		wg.Go(func() { mu.Lock(); total += i; mu.Unlock(); m.Store(i, i); runtime.Gosched() })
	}
	wg.Wait()
	v, _ := m.Load(42)
	fmt.Println(total, v, len(debug.Stack()) > 0, sync.OnceValue(func() int { return 7 })())
	old := debug.SetGCPercent(50)
	fmt.Println(old, debug.SetGCPercent(old))
}
