// The vDSO: code that the kernel maps into every process, so that reading a clock needs no system
// call.
//
// It is a small shared library. The auxiliary vector, which follows the environment in memory, says where
// it is; its dynamic section leads to the symbols. clockGettime (sys_linux_amd64.s) calls what is found
// here on the m's own stack, because it is C and expects room. While it does, m.vdsoPC and m.vdsoSP hold
// the place in Go code that called: a signal handler that finds itself in unknown code unwinds from there.

package runtime

import "unsafe"

const (
	_AT_NULL         = 0
	_AT_SYSINFO_EHDR = 33

	_PT_LOAD    = 1
	_PT_DYNAMIC = 2

	_DT_NULL   = 0
	_DT_HASH   = 4
	_DT_STRTAB = 5
	_DT_SYMTAB = 6

	_STT_FUNC = 2
)

// The parts of ELF that are needed (gABI, chapters 4 and 5).
type (
	elf64Ehdr struct {
		ident                      [16]byte
		typ, machine               uint16
		version                    uint32
		entry, phoff, shoff        uint64
		flags                      uint32
		ehsize, phentsize, phnum   uint16
		shentsize, shnum, shstrndx uint16
	}
	elf64Phdr struct {
		typ, flags                                  uint32
		off, vaddr, paddr, filesz, memsz, alignment uint64
	}
	elf64Dyn struct {
		tag int64
		val uint64
	}
	elf64Sym struct {
		name        uint32
		info, other byte
		shndx       uint16
		value, size uint64
	}
)

// vdsoClockGettime is the address of __vdso_clock_gettime, 0 if there is none.
var vdsoClockGettime uintptr

// auxvinit looks through the auxiliary vector: pairs of words behind the environment.
func auxvinit() {
	i := argc + 1
	for argvAt(i) != nil {
		i++
	}
	p := (*[1 << 20]uintptr)(add(unsafe.Pointer(argv), uintptr(i+1)*8))
	for k := 0; p[k] != _AT_NULL; k += 2 {
		if p[k] == _AT_SYSINFO_EHDR {
			vdsoinit(p[k+1])
		}
	}
}

// A vdsoImage is the library in memory.
type vdsoImage struct {
	bias    uintptr // what is added to the addresses in it
	symtab  uintptr
	strtab  uintptr
	nsyms   uintptr
	dynamic uintptr
}

// vdsoinit finds the functions of the image at base.
func vdsoinit(base uintptr) {
	var v vdsoImage
	if v.segments(base) && v.tables() {
		vdsoClockGettime = v.function("__vdso_clock_gettime")
	}
}

// segments finds out how far the image was moved and where its dynamic section is.
func (v *vdsoImage) segments(base uintptr) bool {
	head := (*elf64Ehdr)(unsafe.Pointer(base))
	loaded := false
	for i := uintptr(0); i < uintptr(head.phnum); i++ {
		ph := (*elf64Phdr)(unsafe.Pointer(base + uintptr(head.phoff) + i*unsafe.Sizeof(elf64Phdr{})))
		switch {
		case ph.typ == _PT_LOAD && !loaded:
			loaded = true
			v.bias = base + uintptr(ph.off) - uintptr(ph.vaddr)
		case ph.typ == _PT_DYNAMIC:
			v.dynamic = base + uintptr(ph.off)
		}
	}
	return loaded && v.dynamic != 0
}

// tables finds symbols and their names. The hash table's second word is the number of symbols.
func (v *vdsoImage) tables() bool {
	for p := v.dynamic; ; p += unsafe.Sizeof(elf64Dyn{}) {
		d := (*elf64Dyn)(unsafe.Pointer(p))
		at := v.bias + uintptr(d.val)
		switch d.tag {
		case _DT_NULL:
			return v.symtab != 0 && v.strtab != 0 && v.nsyms != 0
		case _DT_SYMTAB:
			v.symtab = at
		case _DT_STRTAB:
			v.strtab = at
		case _DT_HASH:
			v.nsyms = uintptr(*(*uint32)(unsafe.Pointer(at + 4)))
		}
	}
}

// function returns the address of a function, or 0.
func (v *vdsoImage) function(name string) uintptr {
	for i := uintptr(0); i < v.nsyms; i++ {
		s := (*elf64Sym)(unsafe.Pointer(v.symtab + i*unsafe.Sizeof(elf64Sym{})))
		if s.info&15 == _STT_FUNC && s.shndx != 0 && cstring((*byte)(unsafe.Pointer(v.strtab+uintptr(s.name)))) == name {
			return v.bias + uintptr(s.value)
		}
	}
	return 0
}
