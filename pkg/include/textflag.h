// Flags of TEXT and GLOBL, for assembly files. Bits may be added with |.

// The profiler skips this function (obsolete).
#define NOPROF 1
// Several definitions may exist; the linker keeps one.
#define DUPOK 2
// No stack check in the prologue: the function must fit in the reserve.
#define NOSPLIT 4
// The data lives in a read-only section.
#define RODATA 8
// The data holds no pointers.
#define NOPTR 16
// A wrapper, which recover and tracebacks look through.
#define WRAPPER 32
// The function takes its closure's context in a register.
#define NEEDCTXT 64
// The symbol is seen in this object only.
#define LOCAL 128
// The variable lives in thread-local storage.
#define TLSBSS 256
// No frame is set up, not even a saved frame pointer.
#define NOFRAME 512
// The function may call a method found by reflection.
#define REFLECTMETHOD 1024
// The outermost frame of a stack: unwinding ends here.
#define TOPFRAME 2048
// A wrapper between two calling conventions.
#define ABIWRAPPER 4096
// A part of a package's initialisation.
#define PKGINIT 8192
