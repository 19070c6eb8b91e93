// What happens between the kernel and schedinit: checks of our own assumptions, the
// arguments, the environment, GODEBUG.

package runtime

import (
	"internal/cpu"
	"unsafe"
)

var (
	argc int32
	argv **byte

	argslice []string // os.Args
	envs     []string // of syscall

	// Switches the compiler tests before it uses an instruction.
	x86HasAVX, x86HasFMA, x86HasPOPCNT, x86HasSSE41 bool
)

// debug holds GODEBUG, a list of name=value.
var debug struct {
	boottrace          int32 // print the steps of start-up
	gcstress           int32 // see gcstress.go
	gctrace            int32 // a line for each collection
	stackobjects       int32 // see mgcstack.go
	gcbarrier          int32 // keep the write barrier on, and check what it gets
	panicnil           int32
	invalidptr         int32
	randseed           int32 // fixes all random choices
	schedtrace         int32 // a line about the scheduler every so many milliseconds
	scheddetail        int32 // and more about it
	asyncpreemptoff    int32 // debuggers look for it
	tracebackancestors int32
	containermaxprocs  int32 // let the container's limit bound GOMAXPROCS
}

// debugVar returns the switch of a GODEBUG name, or nil.
func debugVar(name string) *int32 {
	switch name {
	case "boottrace":
		return &debug.boottrace
	case "gcstress":
		return &debug.gcstress
	case "gcbarrier":
		return &debug.gcbarrier
	case "stackobjects":
		return &debug.stackobjects
	case "gctrace":
		return &debug.gctrace
	case "panicnil":
		return &debug.panicnil
	case "invalidptr":
		return &debug.invalidptr
	case "randseed":
		return &debug.randseed
	case "schedtrace":
		return &debug.schedtrace
	case "scheddetail":
		return &debug.scheddetail
	case "asyncpreemptoff":
		return &debug.asyncpreemptoff
	case "containermaxprocs":
		return &debug.containermaxprocs
	case "tracebackancestors":
		return &debug.tracebackancestors
	}
	return nil
}

// The steps of start-up so far, kept until the environment is known.
var (
	bootsteps [4]string
	bootcount int
	bootready bool
)

// bootstep notes that a step of start-up begins, and prints it under GODEBUG=boottrace=1.
func bootstep(name string) {
	if !bootready {
		bootsteps[bootcount] = name
		bootcount++
		return
	}
	if debug.boottrace != 0 {
		printlock()
		printstring("boot: runtime.")
		printstring(name)
		printnl()
		printunlock()
	}
}

// check verifies what the code takes for granted about the machine and the compiler.
func check() {
	bootstep("rt0_go")
	bootstep("check")
	var (
		a struct {
			b byte
			q uint64
		}
		one uint32 = 1
		nan        = float64(0)
	)
	if unsafe.Sizeof(uintptr(0)) != 8 || unsafe.Offsetof(a.q) != 8 {
		throw("check: sizes")
	}
	if *(*byte)(unsafe.Pointer(&one)) != 1 {
		throw("check: byte order")
	}
	nan = nan / nan
	if nan == nan || !(nan != nan) {
		throw("check: NaN")
	}
	if unsafe.Offsetof(g0.sched) != 56 || unsafe.Offsetof(g0.goid) != 152 || unsafe.Offsetof(g0.gopc) != 288 ||
		unsafe.Offsetof(g0.labels) != 352 || unsafe.Offsetof(m0.curg) != 184 || unsafe.Offsetof(m0.tls) != 128 ||
		unsafe.Offsetof(m0.procid) != 64 {
		throw("check: layout of g or m")
	}
}

// args keeps where the kernel put the arguments; the environment is behind them.
func args(c int32, v **byte) {
	bootstep("args")
	argc = c
	argv = v
	parseGodebug(cstring(findEnv("GODEBUG=")))
	bootready = true
	auxvinit()
	if debug.boottrace != 0 {
		for i := 0; i < bootcount; i++ {
			bootstep(bootsteps[i])
		}
	}
}

// argvAt returns the i-th word of the argument vector: arguments, nil, environment, nil.
func argvAt(i int32) *byte {
	return *(**byte)(add(unsafe.Pointer(argv), uintptr(i)*8))
}

// findEnv returns what follows prefix in the environment, or nil.
func findEnv(prefix string) *byte {
	for i := argc + 1; argvAt(i) != nil; i++ {
		p := argvAt(i)
		n := 0
		for n < len(prefix) && *(*byte)(add(unsafe.Pointer(p), uintptr(n))) == prefix[n] {
			n++
		}
		if n == len(prefix) {
			return (*byte)(add(unsafe.Pointer(p), uintptr(n)))
		}
	}
	return nil
}

// cstring makes a string of NUL-ended bytes, without a copy.
func cstring(p *byte) string {
	if p == nil {
		return ""
	}
	n := 0
	for *(*byte)(add(unsafe.Pointer(p), uintptr(n))) != 0 {
		n++
	}
	return unsafe.String(p, n)
}

// gogetenv returns the value of an environment variable, or "".
func gogetenv(key string) string {
	for i := 0; i < len(envs); i++ {
		s := envs[i]
		if len(s) > len(key) && s[len(key)] == '=' && s[:len(key)] == key {
			return s[len(key)+1:]
		}
	}
	return ""
}

// goargs makes os.Args.
func goargs() {
	bootstep("goargs")
	argslice = make([]string, argc)
	for i := int32(0); i < argc; i++ {
		argslice[i] = cstring(argvAt(i))
	}
}

// goenvs makes the environment of package syscall.
func goenvs() {
	bootstep("goenvs")
	n := int32(0)
	for argvAt(argc+1+n) != nil {
		n++
	}
	envs = make([]string, n)
	for i := int32(0); i < n; i++ {
		envs[i] = cstring(argvAt(argc + 1 + i))
	}
}

// parsedebugvars reads what the environment says about tracebacks; GODEBUG itself was
// read in args.
func parsedebugvars() {
	bootstep("parsedebugvars")
	setTraceback(gogetenv("GOTRACEBACK"))
}

// parseGodebug reads a list name=value,name=value.
func parseGodebug(s string) {
	debug.invalidptr = 1
	debug.containermaxprocs = 1
	debug.stackobjects = 1
	for len(s) > 0 {
		i := 0
		for i < len(s) && s[i] != ',' {
			i++
		}
		setGodebug(s[:i])
		if i < len(s) {
			i++
		}
		s = s[i:]
	}
}

// setGodebug obeys one name=value; unknown names and bad numbers are ignored.
func setGodebug(field string) {
	for i := 0; i < len(field); i++ {
		if field[i] != '=' {
			continue
		}
		n, ok := atoi(field[i+1:])
		if !ok {
			return
		}
		if v := debugVar(field[:i]); v != nil {
			*v = int32(n)
		}
		return
	}
}

// atoi reads a decimal number.
func atoi(s string) (n int, ok bool) {
	neg := false
	if len(s) > 0 && s[0] == '-' {
		neg = true
		s = s[1:]
	}
	if len(s) == 0 || len(s) > 18 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	if neg {
		n = -n
	}
	return n, true
}

// cpuinit finds out which instructions may be used.
func cpuinit() {
	bootstep("cpuinit")
	cpu.Initialize(cstring(findEnv("GODEBUG=")))
	x86HasAVX = cpu.X86.HasAVX
	x86HasFMA = cpu.X86.HasFMA
	x86HasPOPCNT = cpu.X86.HasPOPCNT
	x86HasSSE41 = cpu.X86.HasSSE41
}
