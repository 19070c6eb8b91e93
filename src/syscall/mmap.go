package syscall

import (
	"sync"
	"unsafe"
)

// mapped holds the slices that Mmap returned and Munmap has not had back, by the address of
// their last byte: that stays when somebody cuts bytes off the front or the end.
var mapped struct {
	sync.Mutex
	slices map[*byte][]byte
}

func lastByte(b []byte) *byte { return &b[cap(b)-1] }

// Mmap maps length bytes of a file, from offset on, into memory.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 {
		return nil, EINVAL
	}
	addr, _, e := Syscall6(SYS_MMAP, 0, uintptr(length), uintptr(prot), uintptr(flags), uintptr(fd), uintptr(offset))
	if e != 0 {
		return nil, e
	}
	data = unsafe.Slice((*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&addr))), length)
	mapped.Lock()
	defer mapped.Unlock()
	if mapped.slices == nil {
		mapped.slices = map[*byte][]byte{}
	}
	mapped.slices[lastByte(data)] = data
	return data, nil
}

// Munmap takes back what Mmap returned.
func Munmap(b []byte) (err error) {
	if len(b) == 0 || len(b) != cap(b) {
		return EINVAL
	}
	mapped.Lock()
	defer mapped.Unlock()
	known := mapped.slices[lastByte(b)]
	if known == nil || &known[0] != &b[0] {
		return EINVAL
	}
	if _, _, e := Syscall(SYS_MUNMAP, uintptr(unsafe.Pointer(&b[0])), uintptr(len(b)), 0); e != 0 {
		return e
	}
	delete(mapped.slices, lastByte(b))
	return nil
}

// adjust calls a function of the system on the memory of b.
func adjust(trap uintptr, b []byte, how int) error {
	var p unsafe.Pointer
	if len(b) > 0 {
		p = unsafe.Pointer(&b[0])
	}
	if _, _, e := Syscall(trap, uintptr(p), uintptr(len(b)), uintptr(how)); e != 0 {
		return e
	}
	return nil
}

// Mprotect changes what may be done with pages.
func Mprotect(b []byte, prot int) (err error) { return adjust(SYS_MPROTECT, b, prot) }

// Madvise tells how pages will be used.
func Madvise(b []byte, advice int) (err error) { return adjust(SYS_MADVISE, b, advice) }

// Mlock keeps pages in memory.
func Mlock(b []byte) (err error) { return adjust(SYS_MLOCK, b, 0) }

// Munlock lets pages go again.
func Munlock(b []byte) (err error) { return adjust(SYS_MUNLOCK, b, 0) }
