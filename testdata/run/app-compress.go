// Run lengths, LZ78, move-to-front, Burrows-Wheeler, base64, checksums: each way there and back.
package main

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
)

func rle(s []byte) (out []byte) {
	for i := 0; i < len(s); {
		n := 1
		for i+n < len(s) && s[i+n] == s[i] && n < 255 {
			n++
		}
		out = append(out, byte(n), s[i])
		i += n
	}
	return
}

func unrle(s []byte) (out []byte) {
	for i := 0; i+1 < len(s); i += 2 {
		out = append(out, bytes.Repeat(s[i+1:i+2], int(s[i]))...)
	}
	return
}

type pair struct {
	prefix int
	next   byte
}

func lz78(s []byte) (out []pair) {
	dict := map[string]int{"": 0}
	w := ""
	for _, c := range s {
		if _, ok := dict[w+string(rune(c))]; ok && c < 128 {
			w += string(rune(c))
			continue
		}
		out = append(out, pair{dict[w], c})
		dict[w+string(rune(c))] = len(dict)
		w = ""
	}
	if w != "" {
		out = append(out, pair{dict[w[:len(w)-1]], w[len(w)-1]})
	}
	return
}

func unlz78(ps []pair) []byte {
	dict := [][]byte{nil}
	var out []byte
	for _, p := range ps {
		e := append(append([]byte(nil), dict[p.prefix]...), p.next)
		dict = append(dict, e)
		out = append(out, e...)
	}
	return out
}

func bwt(s string) (string, int) {
	n := len(s)
	rot := make([]int, n)
	for i := range rot {
		rot[i] = i
	}
	sort.Slice(rot, func(a, b int) bool { return s[rot[a]:]+s[:rot[a]] < s[rot[b]:]+s[:rot[b]] })
	var out strings.Builder
	at := 0
	for i, r := range rot {
		out.WriteByte(s[(r+n-1)%n])
		if r == 0 {
			at = i
		}
	}
	return out.String(), at
}

func unbwt(s string, at int) string {
	next := make([]int, len(s))
	for i := range next {
		next[i] = i
	}
	sort.SliceStable(next, func(a, b int) bool { return s[next[a]] < s[next[b]] })
	var out strings.Builder
	for range s {
		at = next[at]
		out.WriteByte(s[at])
	}
	return out.String()
}

func mtf(s string) (out []byte) {
	var table [256]byte
	for i := range table {
		table[i] = byte(i)
	}
	for _, c := range []byte(s) {
		i := bytes.IndexByte(table[:], c)
		out = append(out, byte(i))
		copy(table[1:i+1], table[:i])
		table[0] = c
	}
	return
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

func base64(p []byte) string {
	var b strings.Builder
	for len(p) > 0 {
		var chunk [3]byte
		n := copy(chunk[:], p)
		p = p[n:]
		v := uint(chunk[0])<<16 | uint(chunk[1])<<8 | uint(chunk[2])
		for i := range 4 {
			if i <= n {
				b.WriteByte(digits[v>>(18-6*i)&63])
			} else {
				b.WriteByte('=')
			}
		}
	}
	return b.String()
}

func unbase64(s string) (out []byte) {
	s = strings.TrimRight(s, "=")
	v, bits := uint(0), 0
	for _, c := range []byte(s) {
		v = v<<6 | uint(strings.IndexByte(digits, c))
		if bits += 6; bits >= 8 {
			bits -= 8
			out = append(out, byte(v>>bits))
		}
	}
	return
}

func crc32(p []byte) uint32 {
	c := ^uint32(0)
	for _, b := range p {
		c ^= uint32(b)
		for range 8 {
			c = c>>1 ^ 0xedb88320&-(c&1)
		}
	}
	return ^c
}

func adler(p []byte) uint32 {
	a, b := uint32(1), uint32(0)
	for _, c := range p {
		a = (a + uint32(c)) % 65521
		b = (b + a) % 65521
	}
	return b<<16 | a
}

func main() {
	for _, s := range []string{"", "a", "aaaaaaaabbbbc", "abracadabra abracadabra", "the rain in spain stays mainly in the plain"} {
		p := []byte(s)
		r, l := rle(p), lz78(p)
		fmt.Println(len(p), len(r), len(l), bytes.Equal(unrle(r), p), string(unlz78(l)) == s)
		if s != "" {
			t, at := bwt(s)
			fmt.Println(t, at, unbwt(t, at) == s, mtf(t))
		}
		b := base64(p)
		fmt.Printf("%s %v %08x %08x\n", b, bytes.Equal(unbase64(b), p), crc32(p), adler(p))
	}
}
