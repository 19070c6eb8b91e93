// Package cpu finds out which optional instructions the processor has. The
// runtime asks once, at start-up; everyone else reads X86.
package cpu

// CacheLinePadSize is the distance that keeps two variables in different cache lines.
const CacheLinePadSize = 64

// CacheLinePad stands between variables that different processors write.
type CacheLinePad struct{ _ [CacheLinePadSize]byte }

// CacheLineSize is CacheLinePadSize, as a variable.
var CacheLineSize uintptr = CacheLinePadSize

// X86 lists the optional instruction sets that are present and that the operating system lets us
// use. It is valid after Initialize.
var X86 struct {
	_                                                                  CacheLinePad
	HasSSE3, HasSSSE3, HasSSE41, HasSSE42                              bool
	HasPOPCNT, HasAES, HasPCLMULQDQ, HasSHA                            bool
	HasAVX, HasAVX2, HasAVXVNNI, HasFMA                                bool
	HasADX, HasBMI1, HasBMI2, HasERMS, HasFSRM                         bool
	HasOSXSAVE, HasRDTSCP, HasGFNI, HasVAES                            bool
	HasAVX512                                                          bool // F, CD, BW, DQ and VL together
	HasAVX512F, HasAVX512CD, HasAVX512BW, HasAVX512DQ, HasAVX512VL     bool
	HasAVX512GFNI, HasAVX512VAES, HasAVX512VNNI, HasAVX512VPCLMULQDQ   bool
	HasAVX512VBMI, HasAVX512VBMI2, HasAVX512BITALG, HasAVX512VPOPCNTDQ bool
	_                                                                  CacheLinePad
}

// cpuid runs the CPUID instruction for a leaf (EAX) and a sub-leaf (ECX).
func cpuid(leaf, sub uint32) (eax, ebx, ecx, edx uint32)

// xgetbv returns the low half of the register XCR0: which register states the
// operating system saves.
func xgetbv() uint32

// bit reports whether bit n of a CPUID word is set.
func bit(word uint32, n uint) bool { return word>>n&1 != 0 }

// Initialize fills X86; env, the GODEBUG variable, may switch sets off again. Intel SDM volume 2,
// "CPUID"; what needs wide registers counts only when the system saves those (volume 1, sections
// 14.3 and 15.2).
func Initialize(env string) {
	detect()
	if env != "" {
		disable(env)
	}
}

func detect() {
	max, _, _, _ := cpuid(0, 0)
	if max < 1 {
		return
	}
	_, _, c, _ := cpuid(1, 0)
	x := &X86
	x.HasSSE3, x.HasPCLMULQDQ, x.HasSSSE3 = bit(c, 0), bit(c, 1), bit(c, 9)
	x.HasSSE41, x.HasSSE42, x.HasPOPCNT = bit(c, 19), bit(c, 20), bit(c, 23)
	x.HasAES, x.HasOSXSAVE = bit(c, 25), bit(c, 27)
	var state uint32 // register states that are saved: 1 SSE, 2 AVX, 5 to 7 AVX-512
	if x.HasOSXSAVE {
		state = xgetbv()
	}
	wide, wider := state&6 == 6, state&0xe6 == 0xe6
	x.HasAVX = wide && bit(c, 28)
	x.HasFMA = wide && bit(c, 12)
	if top, _, _, _ := cpuid(0x80000000, 0); top >= 0x80000001 {
		_, _, _, d := cpuid(0x80000001, 0)
		x.HasRDTSCP = bit(d, 27)
	}
	if max < 7 {
		return
	}
	_, b, c, d := cpuid(7, 0)
	x.HasBMI1, x.HasBMI2, x.HasERMS, x.HasADX = bit(b, 3), bit(b, 8), bit(b, 9), bit(b, 19)
	x.HasSHA, x.HasFSRM, x.HasGFNI = bit(b, 29), bit(d, 4), bit(c, 8)
	x.HasAVX2 = x.HasAVX && bit(b, 5)
	x.HasVAES = x.HasAVX && bit(c, 9)
	a, _, _, _ := cpuid(7, 1)
	x.HasAVXVNNI = x.HasAVX && bit(a, 4)
	if !wider || !bit(b, 16) {
		return
	}
	x.HasAVX512F, x.HasAVX512CD, x.HasAVX512BW = true, bit(b, 28), bit(b, 30)
	x.HasAVX512DQ, x.HasAVX512VL = bit(b, 17), bit(b, 31)
	x.HasAVX512 = x.HasAVX512CD && x.HasAVX512BW && x.HasAVX512DQ && x.HasAVX512VL
	x.HasAVX512VBMI, x.HasAVX512VBMI2, x.HasAVX512GFNI = bit(c, 1), bit(c, 6), bit(c, 8)
	x.HasAVX512VAES, x.HasAVX512VPCLMULQDQ, x.HasAVX512VNNI = bit(c, 9), bit(c, 10), bit(c, 11)
	x.HasAVX512BITALG, x.HasAVX512VPOPCNTDQ = bit(c, 12), bit(c, 14)
}

// disable obeys cpu.NAME=off and cpu.all=off in a GODEBUG list.
func disable(env string) {
	for env != "" {
		item := env
		env = ""
		for i := 0; i < len(item); i++ {
			if item[i] == ',' {
				item, env = item[:i], item[i+1:]
				break
			}
		}
		if len(item) < 8 || item[:4] != "cpu." || item[len(item)-4:] != "=off" {
			continue
		}
		name := item[4 : len(item)-4]
		for _, o := range options() {
			if name == "all" || name == o.name {
				*o.has = false
			}
		}
	}
}

// An option is a set that GODEBUG can switch off; SSE2 is always there.
type option struct {
	name string
	has  *bool
}

func options() []option {
	x := &X86
	return []option{
		{"adx", &x.HasADX}, {"aes", &x.HasAES}, {"avx", &x.HasAVX}, {"avx2", &x.HasAVX2}, {"avx512", &x.HasAVX512},
		{"avx512f", &x.HasAVX512F}, {"avx512bw", &x.HasAVX512BW}, {"avx512vl", &x.HasAVX512VL},
		{"avx512vpclmulqdq", &x.HasAVX512VPCLMULQDQ}, {"bmi1", &x.HasBMI1}, {"bmi2", &x.HasBMI2}, {"erms", &x.HasERMS},
		{"fsrm", &x.HasFSRM}, {"fma", &x.HasFMA}, {"gfni", &x.HasGFNI}, {"osxsave", &x.HasOSXSAVE}, {"pclmulqdq", &x.HasPCLMULQDQ},
		{"popcnt", &x.HasPOPCNT}, {"rdtscp", &x.HasRDTSCP}, {"sha", &x.HasSHA}, {"sse3", &x.HasSSE3}, {"sse41", &x.HasSSE41},
		{"sse42", &x.HasSSE42}, {"ssse3", &x.HasSSSE3}, {"vaes", &x.HasVAES},
	}
}

// Name returns what the processor calls itself, or nothing if it does not say.
func Name() string {
	if top, _, _, _ := cpuid(0x80000000, 0); top < 0x80000004 {
		return ""
	}
	var text []byte
	for leaf := uint32(0x80000002); leaf <= 0x80000004; leaf++ {
		a, b, c, d := cpuid(leaf, 0)
		for _, w := range [...]uint32{a, b, c, d} {
			text = append(text, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
		}
	}
	from, to := 0, 0
	for from < len(text) && text[from] == ' ' {
		from++
	}
	for to = from; to < len(text) && text[to] != 0; {
		to++
	}
	return string(text[from:to])
}

// DataCacheSizes returns the size of each level of data cache, by CPUID leaf 4; nothing on
// processors without it.
func DataCacheSizes() []uintptr {
	if max, _, _, _ := cpuid(0, 0); max < 4 {
		return nil
	}
	var sizes []uintptr
	for i := uint32(0); i < 16; i++ {
		a, b, c, _ := cpuid(4, i)
		kind := a & 31 // 0 none, 1 data, 2 instructions, 3 both
		if kind == 0 {
			break
		}
		if kind != 2 {
			ways, parts, line, sets := b>>22+1, b>>12&0x3ff+1, b&0xfff+1, c+1
			sizes = append(sizes, uintptr(ways)*uintptr(parts)*uintptr(line)*uintptr(sets))
		}
	}
	return sizes
}
