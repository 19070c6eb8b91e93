// Packages path and path/filepath: what is done by the text of paths alone.
package main

import (
	"fmt"
	"math/rand"
	"path"
	"path/filepath"
)

func main() {
	for _, p := range []string{"", ".", "/", "//", "a", "a/", "/a/../..", "../../a", "a/./b//c/..", "a/../..", "/..", "x.tar.gz", "a.b/c", "./../a/b.go"} {
		dir, file := path.Split(p)
		fmt.Printf("%q: %q %q %q %q %q %q %v %v\n", p, path.Clean(p), path.Base(p), path.Dir(p), path.Ext(p), dir, file, path.IsAbs(p), filepath.IsLocal(p))
	}
	fmt.Println(path.Join("a", "", "../b", "/c"), path.Join(), path.Join("", ""), filepath.Join("/", "x"))
	for _, t := range [][2]string{
		{"abc", "abc"}, {"*", "abc"}, {"*", "a/b"}, {"*c", "abc"}, {"a*/b", "a/c/b"}, {"a*b*c*d*e*", "axbxcxdxexxx"}, {"a?c", "aéc"}, {"[a-c]", "b"},
		{"[^a-c]", "b"}, {"[]a]", "]"}, {"[-]", "-"}, {"[x-]", "x"}, {"[a-b-c]", "a"}, {"[", "a"}, {"[^", "a"}, {"a[", "ab"}, {"\\*", "*"}, {"\\", "a"},
		{"a[\\]]", "a]"}, {"*x", "xxx"}, {"[^x]*", "/a"}, {"ab[^e-g]", "abf"}, {"", ""}, {"", "a"}, {"*", ""},
	} {
		m, err := path.Match(t[0], t[1])
		fmt.Println(t[0], t[1], m, err)
	}
	r := rand.New(rand.NewSource(1))
	text := func(alphabet string, n int) string {
		b := make([]byte, r.Intn(n))
		for i := range b {
			b[i] = alphabet[r.Intn(len(alphabet))]
		}
		return string(b)
	}
	counts := map[string]int{}
	h := uint32(1)
	for range 3000 {
		m, err := path.Match(text("ab/.*?[]^-\\", 8), text("ab/.-", 6))
		counts[fmt.Sprint(m, err)]++
		p, q := text("a./b", 9), text("a./b", 9)
		rel, err := filepath.Rel(p, q)
		for _, c := range []byte(fmt.Sprint(rel, err, path.Clean(p), path.Dir(q))) {
			h = h*31 + uint32(c)
		}
	}
	fmt.Println(counts, h)
	fmt.Println(filepath.Rel("/a/b", "/a/c/d"))
	fmt.Println(filepath.Rel("../x", "y"))
	fmt.Println(filepath.SplitList("/bin::/usr/bin"), len(filepath.SplitList("")))
	fmt.Println(filepath.Localize("a/b"))
	fmt.Println(filepath.Localize("/a"))
}
