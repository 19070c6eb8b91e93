// Package goexperiment holds the switches of the toolchain's experiments as
// constants. Each comes in two forms: a bool, and an int for use in sizes.
// Those that are on are build tags, too (goexperiment.dwarf5).
package goexperiment

// On: what this tree takes for granted, and what changes nothing that it does.
const (
	Dwarf5                  = true
	Dwarf5Int               = 1
	GreenTeaGC              = true
	GreenTeaGCInt           = 1
	RandomizedHeapBase64    = true
	RandomizedHeapBase64Int = 1
	RegabiArgs              = true
	RegabiArgsInt           = 1
	RegabiWrappers          = true
	RegabiWrappersInt       = 1
)

// Off.
const (
	Arenas                   = false
	ArenasInt                = 0
	BoringCrypto             = false
	BoringCryptoInt          = 0
	CgoCheck2                = false
	CgoCheck2Int             = 0
	FieldTrack               = false
	FieldTrackInt            = 0
	GoroutineLeakProfile     = false
	GoroutineLeakProfileInt  = 0
	HeapMinimum512KiB        = false
	HeapMinimum512KiBInt     = 0
	JSONv2                   = false
	JSONv2Int                = 0
	LoopVar                  = false
	LoopVarInt               = 0
	NewInliner               = false
	NewInlinerInt            = 0
	PreemptibleLoops         = false
	PreemptibleLoopsInt      = 0
	RuntimeFreegc            = false
	RuntimeFreegcInt         = 0
	RuntimeSecret            = false
	RuntimeSecretInt         = 0
	SIMD                     = false
	SIMDInt                  = 0
	SizeSpecializedMalloc    = false
	SizeSpecializedMallocInt = 0
	StaticLockRanking        = false
	StaticLockRankingInt     = 0
)

// Flags has a field for each experiment, in the order in which tools list them: they walk it by reflection.
type Flags struct {
	FieldTrack            bool
	PreemptibleLoops      bool
	StaticLockRanking     bool
	BoringCrypto          bool
	RegabiWrappers        bool
	RegabiArgs            bool
	HeapMinimum512KiB     bool
	Arenas                bool
	CgoCheck2             bool
	LoopVar               bool
	NewInliner            bool
	Dwarf5                bool
	JSONv2                bool
	GreenTeaGC            bool
	RandomizedHeapBase64  bool
	RuntimeFreegc         bool
	SizeSpecializedMalloc bool
	GoroutineLeakProfile  bool
	SIMD                  bool
	RuntimeSecret         bool
}
