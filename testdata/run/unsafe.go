package main

import "unsafe"

type layout struct {
	a bool
	b int64
	c uint16
	d string
	e byte
	f []int
	g any
	h float32
}

const size = unsafe.Sizeof(layout{})

func main() {
	var l layout
	println(size, unsafe.Alignof(l), unsafe.Sizeof(l.d), unsafe.Sizeof(l.f), unsafe.Sizeof(l.g))
	println(unsafe.Offsetof(l.a), unsafe.Offsetof(l.b), unsafe.Offsetof(l.c), unsafe.Offsetof(l.d))
	println(unsafe.Offsetof(l.e), unsafe.Offsetof(l.f), unsafe.Offsetof(l.g), unsafe.Offsetof(l.h))
	println(unsafe.Sizeof(uintptr(0)), unsafe.Sizeof([3]int16{}), unsafe.Sizeof(struct{}{}), unsafe.Alignof(l.c))

	a := [4]int32{10, 20, 30, 40}
	p := unsafe.Pointer(&a[0])
	q := (*int32)(unsafe.Pointer(uintptr(p) + 8))
	*q = 33
	println(a[2], *(*int32)(unsafe.Add(p, 4)))
	println(*(*int64)(p) == 20<<32+10)

	f := 1.0
	println(*(*uint64)(unsafe.Pointer(&f)) == 0x3ff0000000000000)

	s := unsafe.Slice(&a[1], 3)
	println(len(s), cap(s), s[1])
	b := []byte("bytes")
	t := unsafe.String(&b[0], 3)
	println(t, *unsafe.StringData("xyz"), *unsafe.SliceData(s))

	type header struct {
		data unsafe.Pointer
		len  int
		cap  int
	}
	h := (*header)(unsafe.Pointer(&b))
	println(h.len, h.cap >= 5, *(*byte)(h.data))
	h.len = 2
	println(string(b))
	var np unsafe.Pointer
	println(np == nil, uintptr(np))
	d := uintptr(unsafe.Pointer(&a[3])) - uintptr(unsafe.Pointer(&a[0]))
	println(d)
}
