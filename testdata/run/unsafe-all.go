package main

import (
	"fmt"
	"unsafe"
)

type mixed struct {
	a bool
	b int64
	c uint16
	d string
	e [3]byte
	f struct{}
}

type hdr struct {
	p        unsafe.Pointer
	len, cap int
}

const size = unsafe.Sizeof(mixed{})

var arr [unsafe.Sizeof(uintptr(0))]int

func f[T any](x T) (uintptr, uintptr) { return unsafe.Sizeof(x), unsafe.Alignof(x) }

func main() {
	var m mixed
	fmt.Println(size, unsafe.Alignof(m), unsafe.Offsetof(m.b), unsafe.Offsetof(m.c), unsafe.Offsetof(m.d), unsafe.Offsetof(m.e), unsafe.Offsetof(m.f), len(arr))
	fmt.Println(unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(nil)), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof(complex64(0)), unsafe.Sizeof([0]int{}), unsafe.Sizeof('x'))
	fmt.Println(f(m))
	fmt.Println(f([2]mixed{}))
	bp := (*int64)(unsafe.Pointer(uintptr(unsafe.Pointer(&m)) + unsafe.Offsetof(m.b)))
	*bp = 42
	ep := (*byte)(unsafe.Add(unsafe.Pointer(&m), unsafe.Offsetof(m.e)+1))
	*ep = 7
	fmt.Println(m.b, m.e)
	x := 1.5
	bits := *(*uint64)(unsafe.Pointer(&x))
	fmt.Printf("%#x\n", bits)
	s := []int32{1, 2, 3, 4}
	h := (*hdr)(unsafe.Pointer(&s))
	fmt.Println(h.len, h.cap, *(*int32)(h.p), *(*int32)(unsafe.Add(h.p, 8)))
	h.len = 2
	fmt.Println(s, cap(s))
	part := unsafe.Slice(&s[1], 1)
	part[0] = 20
	fmt.Println(part, s, unsafe.SliceData(s) == &s[0], unsafe.Slice((*int)(nil), 0) == nil)
	b := []byte("hello")
	str := unsafe.String(&b[0], 4)
	b[0] = 'J'
	fmt.Println(str, unsafe.String(nil, 0) == "", *unsafe.StringData("xyz"))
	ints := [4]uint16{1, 2, 3, 4}
	words := (*[2]uint32)(unsafe.Pointer(&ints))
	fmt.Println(words[0], words[1])
	for _, try := range []func(){
		func() { n := -1; _ = unsafe.Slice(&s[0], n) },
		func() { n := 1; _ = unsafe.Slice((*int)(nil), n) },
		func() { n := -5; _ = unsafe.String(&b[0], n) },
		func() { n := uint64(1 << 62); _ = unsafe.Slice(&m, n) },
		func() { n := 3; _ = unsafe.String(nil, n) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			try()
		}()
	}
}
