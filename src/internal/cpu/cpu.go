// Package cpu finds out which optional instructions the processor has. The
// runtime asks once, at start-up; everyone else reads X86.
package cpu

// CacheLinePadSize is the distance that keeps two variables in different cache lines.
const CacheLinePadSize = 64

// CacheLinePad stands between variables that different processors write.
type CacheLinePad struct{ _ [CacheLinePadSize]byte }

// Features lists the optional instruction sets that are present and that the
// operating system lets us use.
type Features struct {
	HasSSE3, HasSSSE3, HasSSE41, HasSSE42 bool
	HasPOPCNT, HasAES, HasPCLMULQDQ       bool
	HasAVX, HasAVX2, HasFMA               bool
	HasBMI1, HasBMI2, HasERMS             bool
	HasOSXSAVE                            bool
}

// X86 is this processor's set, valid after Initialize.
var X86 Features

// cpuid runs the CPUID instruction for a leaf (EAX) and a sub-leaf (ECX).
func cpuid(leaf, sub uint32) (eax, ebx, ecx, edx uint32)

// xgetbv returns the low half of the register XCR0: which register states the
// operating system saves.
func xgetbv() uint32

// bit reports whether bit n of a CPUID word is set.
func bit(word uint32, n uint) bool { return word>>n&1 != 0 }

// Initialize fills X86. Intel SDM volume 2, "CPUID"; the bits of AVX count only
// when the system saves the wide registers (volume 1, section 14.3).
func Initialize() {
	max, _, _, _ := cpuid(0, 0)
	if max < 1 {
		return
	}
	_, _, c, _ := cpuid(1, 0)
	x := &X86
	x.HasSSE3, x.HasPCLMULQDQ, x.HasSSSE3 = bit(c, 0), bit(c, 1), bit(c, 9)
	x.HasSSE41, x.HasSSE42, x.HasPOPCNT = bit(c, 19), bit(c, 20), bit(c, 23)
	x.HasAES, x.HasOSXSAVE = bit(c, 25), bit(c, 27)
	wide := x.HasOSXSAVE && xgetbv()&6 == 6
	x.HasAVX = wide && bit(c, 28)
	x.HasFMA = wide && bit(c, 12)
	if max < 7 {
		return
	}
	_, b, _, _ := cpuid(7, 0)
	x.HasBMI1, x.HasBMI2, x.HasERMS = bit(b, 3), bit(b, 8), bit(b, 9)
	x.HasAVX2 = x.HasAVX && bit(b, 5)
}
