// Package goarch describes the one machine this tree compiles for.
package goarch

// PtrSize is the number of bytes in a pointer, and in an int.
const PtrSize = 8

// PtrBits is the number of bits in it.
const PtrBits = 8 * PtrSize

// Facts about amd64 that allocation and unwinding depend on.
const (
	GOARCH              = "amd64"
	BigEndian           = false
	PCQuantum           = 1 // instructions may start at any byte
	MinFrameSize        = 0 // no words are reserved below the caller's frame
	StackAlign          = PtrSize
	Int64Align          = 8
	DefaultPhysPageSize = 4096
)

// IsAmd64 lets constant expressions choose by machine. The others are 0.
const IsAmd64 = 1

const (
	Is386         = 0
	IsAmd64p32    = 0
	IsArm         = 0
	IsArm64       = 0
	IsArm64be     = 0
	IsArmbe       = 0
	IsLoong64     = 0
	IsMips        = 0
	IsMips64      = 0
	IsMips64le    = 0
	IsMips64p32   = 0
	IsMips64p32le = 0
	IsMipsle      = 0
	IsPpc         = 0
	IsPpc64       = 0
	IsPpc64le     = 0
	IsRiscv       = 0
	IsRiscv64     = 0
	IsS390        = 0
	IsS390x       = 0
	IsSparc       = 0
	IsSparc64     = 0
	IsWasm        = 0
)

// ArchFamilyType is a family of machines, whatever the size of their words and order of their bytes.
type ArchFamilyType int

// The families, numbered by name.
const (
	AMD64, ARM, ARM64, I386      ArchFamilyType = 0, 1, 2, 3
	LOONG64, MIPS, MIPS64, PPC64 ArchFamilyType = 4, 5, 6, 7
	RISCV64, S390X, WASM         ArchFamilyType = 8, 9, 10
)

// ArchFamily is this machine's.
const ArchFamily = AMD64
