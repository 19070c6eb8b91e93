package main

import (
	"bytes"
	"io"
	"strings"
)

type W struct{ n int }

func (w *W) Write(p []byte) (int, error) { w.n += len(p); print(string(p)); return len(p), nil }
func main() {
	println(strings.ToUpper("héllo"), strings.Join(strings.Split("a,b,c", ","), "|"), strings.Repeat("ab", 5))
	println(strings.Replace("aaaa", "a", "bb", 2), strings.Title("hello wörld"), strings.EqualFold("Straße", "STRAßE"))
	var b strings.Builder
	b.WriteString("x")
	b.WriteByte('y')
	b.WriteRune('世')
	println(b.String(), b.Len())
	for _, f := range strings.Fields("  a b\tc \n d ") {
		print(f, ";")
	}
	println()
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	println(r.Replace("<b>x</b>"))
	var buf bytes.Buffer
	buf.WriteString("hello\nworld\n")
	l, err := buf.ReadString('\n')
	println(l, err == nil)
	w := &W{}
	io.Copy(w, &buf)
	println(w.n)
	strings.Lines("a\nb\nc")(func(s string) bool { print("[", s, "]"); return true })
	println()
	println(string(bytes.Title([]byte("abc def"))), strings.Index(strings.Repeat("ab", 1000)+"aac", "aac"))
	io.WriteString(w, "ok\n")
}
