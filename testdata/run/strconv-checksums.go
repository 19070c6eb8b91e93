package main

import (
	"math"
	"strconv"
)

var state uint64 = 88172645463325252

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

var sum uint32 = 2166136261

func add(s string) {
	for i := range len(s) {
		sum = (sum ^ uint32(s[i])) * 16777619
	}
}

func main() {
	for i := range 2000 {
		f := math.Float64frombits(next())
		add(strconv.FormatFloat(f, "eEfgGbxX"[i%8], int(next()%20)-1, 64))
		add(strconv.FormatFloat(f, 'g', -1, 32))
		s := strconv.FormatFloat(f, 'e', int(next()%30)-1, 64)
		g, err := strconv.ParseFloat(s, 64)
		if err != nil {
			add(err.Error())
		}
		add(strconv.FormatUint(math.Float64bits(g), 36))
	}
	println("floats", sum)
	for i := range 2000 {
		n := int64(next()) >> (next() % 64)
		s := strconv.FormatInt(n, 2+i%35)
		m, err := strconv.ParseInt(s, 2+i%35, 64)
		if m != n || err != nil {
			println("wrong", n, s)
		}
		if _, err := strconv.ParseInt(s, 10, 32); err != nil {
			add(err.Error())
		}
		add(strconv.QuoteRune(rune(next() % 0x110000)))
	}
	println("integers and runes", sum)
}
