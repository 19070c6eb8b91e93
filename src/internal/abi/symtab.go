package abi

// FuncFlag holds bits about a function.
type FuncFlag uint8

// Bits of FuncFlag.
const (
	FuncFlagTopFrame FuncFlag = 1 // outermost frame of its stack
	FuncFlagSPWrite  FuncFlag = 2 // writes SP in a way unwinding cannot follow
	FuncFlagAsm      FuncFlag = 4 // written in assembly
)

// FuncID names the functions that unwinding treats in a special way.
type FuncID uint8

// The numbers the linker gives to functions of the runtime by their names.
const (
	FuncIDNormal              FuncID = 0
	FuncID_abort              FuncID = 1
	FuncID_asmcgocall         FuncID = 2
	FuncID_asyncPreempt       FuncID = 3
	FuncID_cgocallback        FuncID = 4
	FuncID_corostart          FuncID = 5
	FuncID_debugCallV2        FuncID = 6
	FuncID_gcBgMarkWorker     FuncID = 7
	FuncID_goexit             FuncID = 8
	FuncID_gogo               FuncID = 9
	FuncID_gopanic            FuncID = 10
	FuncID_handleAsyncEvent   FuncID = 11
	FuncID_mcall              FuncID = 12
	FuncID_morestack          FuncID = 13
	FuncID_mstart             FuncID = 14
	FuncID_panicwrap          FuncID = 15
	FuncID_rt0_go             FuncID = 16
	FuncID_runtime_main       FuncID = 17
	FuncID_runFinalizers      FuncID = 18
	FuncID_runCleanups        FuncID = 19
	FuncID_sigpanic           FuncID = 20
	FuncID_systemstack        FuncID = 21
	FuncID_systemstack_switch FuncID = 22
	FuncIDWrapper             FuncID = 23 // made by the compiler: not a caller for recover
)

// Tables of values by code address.
const (
	PCDATA_UnsafePoint, PCDATA_StackMapIndex, PCDATA_InlTreeIndex = 0, 1, 2
	PCDATA_ArgLiveIndex, PCDATA_PanicBounds                       = 3, 4
)

// Tables of a whole function.
const (
	FUNCDATA_ArgsPointerMaps, FUNCDATA_LocalsPointerMaps      = 0, 1
	FUNCDATA_StackObjects, FUNCDATA_InlTree                   = 2, 3
	FUNCDATA_OpenCodedDeferInfo                               = 4
	FUNCDATA_ArgInfo, FUNCDATA_ArgLiveInfo, FUNCDATA_WrapInfo = 5, 6, 7
)

// ArgsSizeUnknown is the argument size of assembly without a frame spec.
const ArgsSizeUnknown = -0x80000000

// Bytes of the ArgInfo table that are not offsets.
const (
	TraceArgsEndSeq                    = 0xff
	TraceArgsStartAgg, TraceArgsEndAgg = 0xfe, 0xfd
	TraceArgsDotdotdot                 = 0xfc
	TraceArgsOffsetTooLarge            = 0xfb
	TraceArgsSpecial                   = 0xf0 // offsets are below
)

// How much of the arguments a traceback shows: words, depth of nesting, and with that the bytes
// that the table can have.
const (
	TraceArgsLimit, TraceArgsMaxDepth = 10, 5
	TraceArgsMaxLen                   = (TraceArgsMaxDepth*3+2)*TraceArgsLimit + 1
)

// Values of PCDATA_UnsafePoint.
const (
	UnsafePointSafe, UnsafePointUnsafe       = -1, -2
	UnsafePointRestart1, UnsafePointRestart2 = -3, -4
	UnsafePointRestartAtEntry                = -5
)

// The sizes that decide which stack check a function's prologue makes, and the
// reserve that functions without a check live in.
const (
	StackNosplitBase = 800  // a chain of functions without a check fits in this
	StackSmall       = 128  // frames up to this are covered by the guard's slack
	StackBig         = 4096 // frames above this check for wrap-around too
)

// ZeroValSize is the size of the runtime's block of zeros.
const ZeroValSize = 1024

// The table that leads from an address to its function has an entry for each bucket of code; a
// function is taken to have at least MINFUNC bytes.
const (
	FuncTabBucketSize = 256 * MINFUNC
	MINFUNC           = 16
)

// PCLnTabMagic begins the pclntab; it says the version of its format.
type PCLnTabMagic uint32

// The versions, by the release that brought them.
const (
	Go12PCLnTabMagic    PCLnTabMagic = 0xfffffffb
	Go116PCLnTabMagic   PCLnTabMagic = 0xfffffffa
	Go118PCLnTabMagic   PCLnTabMagic = 0xfffffff0
	Go120PCLnTabMagic   PCLnTabMagic = 0xfffffff1
	CurrentPCLnTabMagic              = Go120PCLnTabMagic
)
