/* pragmas.h - //go: directives that set a flag on a declaration; include with
 * PRAGMA defined.
 *
 *     name               directive               who may use it
 *                                                (Any: everyone, Std: the standard library,
 *                                                Runtime: package runtime and its parts) */
#ifdef PRAGMA
PRAGMA(NoInterface,       "nointerface",          Std)     /* method is left out of method sets */
PRAGMA(NoEscape,          "noescape",             Any)     /* body-less: arguments do not escape */
PRAGMA(NoRace,            "norace",               Any)     /* accepted; there is no race detector */
PRAGMA(NoCheckPtr,        "nocheckptr",           Any)     /* accepted; no checkptr instrumentation */
PRAGMA(NoSplit,           "nosplit",              Any)     /* no stack-growth check */
PRAGMA(NoInline,          "noinline",             Any)
PRAGMA(SystemStack,       "systemstack",          Runtime) /* must run on g0: checked at entry */
PRAGMA(NoWriteBarrier,    "nowritebarrier",       Runtime) /* a write barrier here is an error */
PRAGMA(NoWriteBarrierRec, "nowritebarrierrec",    Runtime) /* here or in what it calls */
PRAGMA(YesWriteBarrierRec, "yeswritebarrierrec",  Runtime) /* stops nowritebarrierrec */
PRAGMA(UintptrKeepAlive,  "uintptrkeepalive",     Std)     /* pointers turned to uintptr arguments stay alive for the call */
PRAGMA(UintptrEscapes,    "uintptrescapes",       Any)     /* the same, and they escape */
PRAGMA(CgoUnsafeArgs,     "cgo_unsafe_args",      Any)     /* address of the first argument reaches all of them */
PRAGMA(RegisterParams,    "registerparams",       Std)     /* accepted: ABIInternal always is */
PRAGMA(GoBuild,           "build",                Any)     /* a build constraint: only in front of the package clause */
#undef PRAGMA
#endif
