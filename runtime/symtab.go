// Tables about code: from an address to its function, file and line, frame size, stack
// maps. The linker writes them in the form docs describe as .gopclntab, and moduledata
// says where everything is.

package runtime

import (
	"internal/abi"
	"unsafe"
)

// A pcHeader is the head of the tables.
type pcHeader struct {
	magic    uint32
	pad      [2]uint8
	minLC    uint8 // smallest instruction
	ptrSize  uint8
	nfunc    int
	nfiles   uint
	_        uintptr
	nameOff  uintptr // of the parts, from the header
	cuOff    uintptr
	fileOff  uintptr
	pctabOff uintptr
	pclnOff  uintptr
}

const pclnMagic = 0xfffffff1

// A functab entry leads from an entry address (offset in text) to a _func.
type functab struct {
	entryoff uint32
	funcoff  uint32
}

type textsect struct {
	vaddr, end, baseaddr uintptr
}

// A bitvector is a mask of pointers: bit i for word i.
type bitvector struct {
	n        int32
	bytedata *uint8
}

// bit returns bit i.
//
//go:nosplit
func (bv *bitvector) bit(i uintptr) uint8 {
	return *(*uint8)(add(unsafe.Pointer(bv.bytedata), i/8)) >> (i % 8) & 1
}

// moduledata describes the program image. The linker fills it; the order of the fields
// is part of the file format.
type moduledata struct {
	pcHeader                  *pcHeader
	funcnametab               []byte
	cutab                     []uint32
	filetab, pctab, pclntable []byte

	ftab                      []functab
	findfunctab, minpc, maxpc uintptr

	// The sections of the image, [x, ex).
	text, etext, noptrdata, enoptrdata, data, edata        uintptr
	bss, ebss, noptrbss, enoptrbss, covctrs, ecovctrs, end uintptr

	gcdata, gcbss         uintptr // programs that make the masks of data and bss
	types, etypes, rodata uintptr
	gofunc, epclntab      uintptr // base of funcdata offsets; end of the tables

	textsectmap []textsect
	typelinks   []int32 // offsets from types
	itablinks   []*itab

	ptab       []byte
	pluginpath string
	pkghashes  []byte

	inittasks []*initTask

	modulename   string
	modulehashes []byte
	hasmain      uint8
	bad          bool

	gcdatamask, gcbssmask bitvector

	typemap *byte
	next    *moduledata
}

// firstmoduledata is the program; the linker fills it.
var firstmoduledata moduledata

// lastmoduledatap is the end of the list of modules.
var lastmoduledatap *moduledata

// A _func is what the tables hold about a function; pcdata offsets (u32) and funcdata
// offsets (u32) follow it.
type _func struct {
	entryOff    uint32
	nameOff     int32
	args        int32  // bytes of arguments and results on the stack
	deferreturn uint32 // offset of the call that runs deferred calls

	pcsp, pcfile, pcln uint32
	npcdata            uint32
	cuOffset           uint32
	startLine          int32
	funcID             abi.FuncID
	flag               abi.FuncFlag
	_                  uint8
	nfuncdata          uint8
}

// funcInfo is a function, with a nil _func for "none".
type funcInfo struct {
	*_func
}

func (f funcInfo) valid() bool { return f._func != nil }

func (f funcInfo) entry() uintptr { return firstmoduledata.text + uintptr(f.entryOff) }

// moduledataverify checks the tables before anything relies on them.
func moduledataverify() {
	bootstep("moduledataverify")
	md := &firstmoduledata
	h := md.pcHeader
	if h.magic != pclnMagic || h.pad[0] != 0 || h.pad[1] != 0 || h.minLC != 1 || h.ptrSize != 8 {
		throw("invalid function symbol table")
	}
	n := len(md.ftab) - 1
	for i := 0; i < n; i++ {
		if md.ftab[i].entryoff > md.ftab[i+1].entryoff {
			throw("invalid function symbol table: not sorted")
		}
	}
	if md.minpc != md.text+uintptr(md.ftab[0].entryoff) || md.maxpc != md.text+uintptr(md.ftab[n].entryoff) {
		throw("invalid function symbol table: bounds")
	}
}

// findfuncbucket is an entry of findfunctab: for 4096 bytes of text the first function's
// index, and for each 256 of them what to add.
type findfuncbucket struct {
	idx        uint32
	subbuckets [16]byte
}

// findfunc returns the function that contains pc.
func findfunc(pc uintptr) funcInfo {
	md := &firstmoduledata
	if pc < md.minpc || pc >= md.maxpc {
		return funcInfo{nil}
	}
	off := pc - md.text
	b := (*findfuncbucket)(unsafe.Pointer(md.findfunctab + off/4096*unsafe.Sizeof(findfuncbucket{})))
	i := b.idx + uint32(b.subbuckets[off%4096/256])
	for md.ftab[i+1].entryoff <= uint32(off) {
		i++
	}
	return funcInfo{(*_func)(unsafe.Pointer(&md.pclntable[md.ftab[i].funcoff]))}
}

// readvarint reads an unsigned varint at off of the table and returns the offset behind it.
func readvarint(tab []byte, off uint32) (value uint32, next uint32) {
	for shift := uint(0); ; shift += 7 {
		c := tab[off]
		off++
		value |= uint32(c&0x7f) << (shift & 31)
		if c < 0x80 {
			return value, off
		}
	}
}

// pcvalue looks pc up in the pc-value table at off, and also returns where the value
// begins to hold. -1 stands for no value.
func pcvalue(f funcInfo, off uint32, targetpc uintptr) (int32, uintptr) {
	if off == 0 {
		return -1, 0
	}
	tab := firstmoduledata.pctab
	pc := f.entry()
	val := int32(-1)
	for first := true; ; first = false {
		start := pc
		u, next := readvarint(tab, off)
		if u == 0 && !first {
			break
		}
		d, after := readvarint(tab, next)
		off = after
		val += int32(u>>1) ^ -int32(u&1)
		pc += uintptr(d)
		if targetpc < pc {
			return val, start
		}
	}
	return -1, 0 // padding behind the function
}

// funcspdelta returns how far SP is below its value at entry.
func funcspdelta(f funcInfo, pc uintptr) uintptr {
	x, _ := pcvalue(f, f.pcsp, pc)
	return uintptr(x)
}

// pcdatavalue returns an entry of a PCDATA table, -1 if there is none.
func pcdatavalue(f funcInfo, table uint32, pc uintptr) int32 {
	if table >= f.npcdata {
		return -1
	}
	off := *(*uint32)(add(unsafe.Pointer(f._func), unsafe.Sizeof(_func{})+uintptr(table)*4))
	v, _ := pcvalue(f, off, pc)
	return v
}

// funcdata returns a FUNCDATA table, or nil.
func funcdata(f funcInfo, i uint8) unsafe.Pointer {
	if i >= f.nfuncdata {
		return nil
	}
	off := *(*uint32)(add(unsafe.Pointer(f._func), unsafe.Sizeof(_func{})+uintptr(f.npcdata)*4+uintptr(i)*4))
	if off == ^uint32(0) {
		return nil
	}
	return unsafe.Pointer(firstmoduledata.gofunc + uintptr(off))
}

// funcname returns a function's full name.
func funcname(f funcInfo) string {
	if !f.valid() {
		return ""
	}
	return funcnameAt(f.nameOff)
}

func funcnameAt(off int32) string {
	return cstring(&firstmoduledata.funcnametab[off])
}

// funcfile returns the name of the n-th file of f's compilation unit.
func funcfile(f funcInfo, n int32) string {
	md := &firstmoduledata
	if f.cuOffset == ^uint32(0) || n < 0 {
		return "?"
	}
	off := md.cutab[f.cuOffset+uint32(n)]
	if off == ^uint32(0) {
		return "?"
	}
	return cstring(&md.filetab[off])
}

// funcline returns the position of pc in f. Where code was inlined that is the innermost one.
func funcline(f funcInfo, pc uintptr) (file string, line int32) {
	if !f.valid() {
		return "?", 0
	}
	n, _ := pcvalue(f, f.pcfile, pc)
	line, _ = pcvalue(f, f.pcln, pc)
	if n == -1 || line == -1 {
		return "?", 0
	}
	return funcfile(f, n), line
}

// An inlinedCall is an entry of a function's inline tree.
type inlinedCall struct {
	funcID                       abi.FuncID
	_                            [3]byte
	nameOff, parentPc, startLine int32 // parentPc: offset of an instruction at the call
}

// An inlineUnwinder walks from an address through the calls that were inlined there, the
// innermost first. index is -1 in the function itself.
type inlineUnwinder struct {
	f     funcInfo
	tree  *[1 << 20]inlinedCall
	pc    uintptr
	index int32
}

func (u *inlineUnwinder) init(f funcInfo, pc uintptr) {
	u.f = f
	u.pc = pc
	u.index = -1
	u.tree = (*[1 << 20]inlinedCall)(funcdata(f, abi.FUNCDATA_InlTree))
	u.resolve()
}

func (u *inlineUnwinder) resolve() {
	u.index = -1
	if u.tree != nil {
		u.index = pcdatavalue(u.f, abi.PCDATA_InlTreeIndex, u.pc)
	}
}

// next goes to the caller and reports whether there was one.
func (u *inlineUnwinder) next() bool {
	if u.index < 0 {
		return false
	}
	u.pc = u.f.entry() + uintptr(u.tree[u.index].parentPc)
	u.resolve()
	return true
}

func (u *inlineUnwinder) inlined() bool { return u.index >= 0 }

// name returns the name of the current call's function.
func (u *inlineUnwinder) name() string {
	if u.index >= 0 {
		return funcnameAt(u.tree[u.index].nameOff)
	}
	return funcname(u.f)
}

func (u *inlineUnwinder) funcID() abi.FuncID {
	if u.index >= 0 {
		return u.tree[u.index].funcID
	}
	return u.f.funcID
}

func (u *inlineUnwinder) startLine() int32 {
	if u.index >= 0 {
		return u.tree[u.index].startLine
	}
	return u.f.startLine
}

func (u *inlineUnwinder) fileLine() (string, int32) { return funcline(u.f, u.pc) }

// A stackmap is a table of bitvectors of one length.
type stackmap struct {
	n    int32
	nbit int32
}

// stackmapdata returns bitvector i of a table.
//
//go:nosplit
func stackmapdata(m *stackmap, i int32) bitvector {
	size := (uintptr(m.nbit) + 7) / 8
	return bitvector{m.nbit, (*uint8)(add(unsafe.Pointer(m), 8+uintptr(i)*size))}
}

// A stackObjectRecord describes a variable in a frame whose address was taken.
type stackObjectRecord struct {
	off      int32 // negative from varp, else from argp
	size     int32
	ptrBytes int32
	gcdata   uint32 // offset of the mask in rodata
}

// mask returns where the object's pointers are.
func (r *stackObjectRecord) mask() bitvector {
	return bitvector{r.ptrBytes / 8, (*uint8)(unsafe.Pointer(firstmoduledata.rodata + uintptr(r.gcdata)))}
}

// modulesinit makes the masks of the global variables.
func modulesinit() {
	bootstep("modulesinit")
	md := &firstmoduledata
	lastmoduledatap = md
	md.gcdatamask = expandMask(md.gcdata, md.edata-md.data)
	md.gcbssmask = expandMask(md.gcbss, md.ebss-md.bss)
}

// typelinksinit would merge the types of several modules; there is one.
func typelinksinit() {
	bootstep("typelinksinit")
}
