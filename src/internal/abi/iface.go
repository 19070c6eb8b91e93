package abi

import (
	"internal/goarch"
	"unsafe"
)

// InterfaceSwitchCacheEntry maps Typ to the number of the case that matched.
type InterfaceSwitchCacheEntry struct {
	Typ  uintptr
	Case int
	Itab uintptr
}

// InterfaceSwitchCache is a hash table of switches already answered; so is TypeAssertCache
// for assertions.
type InterfaceSwitchCache struct {
	Mask    uintptr
	Entries [1]InterfaceSwitchCacheEntry
}

// InterfaceSwitch is the compiler's record of a run of interface cases in a type switch.
type InterfaceSwitch struct {
	Cache  *InterfaceSwitchCache
	NCases int
	Cases  [1]*InterfaceType // NCases of them
}

// TypeAssertCacheEntry maps Typ to Itab; a zero Itab is a remembered failure.
type TypeAssertCacheEntry struct{ Typ, Itab uintptr }

// TypeAssertCache holds the answers of one assertion.
type TypeAssertCache struct {
	Mask    uintptr
	Entries [1]TypeAssertCacheEntry
}

// TypeAssert is the compiler's record of an assertion x.(I).
type TypeAssert struct {
	Cache   *TypeAssertCache
	Inter   *InterfaceType
	CanFail bool // v, ok form
}

// EmptyInterface is an interface value without methods in its type.
type EmptyInterface struct {
	Type *Type
	Data unsafe.Pointer
}

// NonEmptyInterface is an interface value with methods in its type.
type NonEmptyInterface struct {
	ITab *ITab
	Data unsafe.Pointer
}

// CommonInterface is what both forms have in common.
type CommonInterface struct {
	_    unsafe.Pointer
	Data unsafe.Pointer
}

// UseInterfaceSwitchCache reports whether the compiler of a machine makes caches for switches:
// where there are atomic loads of pointers without a fence.
func UseInterfaceSwitchCache(arch goarch.ArchFamilyType) bool {
	switch arch {
	case goarch.AMD64, goarch.ARM64, goarch.LOONG64, goarch.MIPS, goarch.MIPS64, goarch.PPC64, goarch.RISCV64, goarch.S390X:
		return true
	}
	return false
}

// ITab says how a concrete type implements an interface type.
type ITab struct {
	Inter *InterfaceType
	Type  *Type
	Hash  uint32     // copy of Type.Hash
	Fun   [1]uintptr // code of each method of Inter; Fun[0] == 0: does not implement
}
