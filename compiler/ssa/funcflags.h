/* funcflags.h - facts about a function: FUNC_FLAG(name, word of the text form)
 * makes the constant Func<name> (one bit). */
FUNC_FLAG(NoSplit,        "nosplit")
FUNC_FLAG(SystemStack,    "systemstack")
FUNC_FLAG(NoWriteBarrier, "nowritebarrier")  /* a write barrier here is an error */
FUNC_FLAG(NoInline,       "noinline")
FUNC_FLAG(NoRace,         "norace")
FUNC_FLAG(Wrapper,        "wrapper")         /* method wrapper: hidden in tracebacks, adjusts panics */
FUNC_FLAG(ABIWrapper,     "abiwrapper")
FUNC_FLAG(NeedCtxt,       "needctxt")        /* DX is live at entry: morestack, not morestack_noctxt */
FUNC_FLAG(Closure,        "closure")
FUNC_FLAG(ReflectMethod,  "reflectmethod")   /* calls reflect's Method: keep all methods */
FUNC_FLAG(NoFrame,        "noframe")
FUNC_FLAG(HasDefer,       "hasdefer")
FUNC_FLAG(OpenDefers,     "opendefers")      /* its defers are open-coded */
FUNC_FLAG(DupOk,          "dupok")           /* may be defined in several objects */
FUNC_FLAG(PkgInit,        "pkginit")
FUNC_FLAG(TopFrame,       "topframe")
#undef FUNC_FLAG
