// Functions that other packages declare without bodies and that the runtime provides under their
// names.

package runtime

import (
	"internal/runtime/maps"
	"unsafe"
)

// internal/runtime/maps

//go:linkname maps_fatal internal/runtime/maps.fatal
func maps_fatal(s string) { fatal(s) }

//go:linkname maps_rand internal/runtime/maps.rand
func maps_rand() uint64 { return rand() }

//go:linkname maps_nilAssign internal/runtime/maps.nilAssign
func maps_nilAssign() { nilmapassign() }

//go:linkname maps_newobject internal/runtime/maps.newobject
func maps_newobject(typ *_type) unsafe.Pointer { return newobject(typ) }

//go:linkname maps_newarray internal/runtime/maps.newarray
func maps_newarray(typ *_type, n int) unsafe.Pointer { return newarray(typ, n) }

//go:linkname maps_typedmemmove internal/runtime/maps.typedmemmove
func maps_typedmemmove(typ *_type, dst, src unsafe.Pointer) { typedmemmove(typ, dst, src) }

//go:linkname maps_typeString internal/runtime/maps.typeString
func maps_typeString(typ *_type) string { return typeString(typ) }

//go:linkname maps_typedmemclr internal/runtime/maps.typedmemclr
func maps_typedmemclr(typ *_type, ptr unsafe.Pointer) { typedmemclr(typ, ptr) }

// maps, unique

//go:linkname maps_clone maps.clone
func maps_clone(m any) any {
	e := efaceOf(&m)
	e.data = unsafe.Pointer((*maps.Map)(e.data).Clone((*maptype)(unsafe.Pointer(e._type))))
	return m
}

// os, syscall

//go:linkname os_runtime_args os.runtime_args
func os_runtime_args() []string { return append([]string{}, argslice...) }

//go:linkname os_runtime_beforeExit os.runtime_beforeExit
func os_runtime_beforeExit(code int) {}

//go:linkname os_sigpipe os.sigpipe
func os_sigpipe() { dieOfSignal(_SIGPIPE) }

//go:linkname os_ignoreSIGSYS os.ignoreSIGSYS
func os_ignoreSIGSYS() { setHandler(_SIGSYS, _SIG_IGN) }

//go:linkname os_restoreSIGSYS os.restoreSIGSYS
func os_restoreSIGSYS() { installHandler(_SIGSYS) }

//go:linkname syscall_Exit syscall.Exit
func syscall_Exit(code int) { exit(int32(code)) }

//go:linkname syscall_Getpagesize syscall.Getpagesize
func syscall_Getpagesize() int { return 4096 }

//go:linkname syscall_runtime_envs syscall.runtime_envs
func syscall_runtime_envs() []string { return append([]string{}, envs...) }

// What syscall does to the environment concerns the runtime only if it is GODEBUG.

//go:linkname syscall_runtimeSetenv syscall.runtimeSetenv
func syscall_runtimeSetenv(k, v string) {
	if k == "GODEBUG" {
		godebugNotify(v)
	}
}

//go:linkname syscall_runtimeUnsetenv syscall.runtimeUnsetenv
func syscall_runtimeUnsetenv(k string) { syscall_runtimeSetenv(k, "") }

//go:linkname syscall_runtimeClearenv syscall.runtimeClearenv
func syscall_runtimeClearenv(env map[string]int) { godebugNotify("") }

// Between fork and exec the child shares our memory: no signal handler may run, no stack
// may grow. Functions that check the stack find a guard that none satisfies, so these do not.

//go:nosplit
//go:linkname syscall_runtime_BeforeFork syscall.runtime_BeforeFork
//go:nosplit
func syscall_runtime_BeforeFork() {
	// nosplit: stackguard0 is set so that no check passes.
	gp := getg().m.curg
	gp.m.locks++
	all := ^uint64(0)
	rtSigprocmask(_SIG_SETMASK, &all, &gp.m.sigmask, 8)
	gp.stackguard0 = stackFork
}

//go:nosplit
//go:linkname syscall_runtime_AfterFork syscall.runtime_AfterFork
//go:nosplit
func syscall_runtime_AfterFork() {
	// nosplit: stackguard0 is set so that no check passes.
	gp := getg().m.curg
	gp.stackguard0 = gp.stack.lo + stackGuard
	rtSigprocmask(_SIG_SETMASK, &gp.m.sigmask, nil, 8)
	gp.m.locks--
}

//go:nosplit
//go:linkname syscall_runtime_AfterForkInChild syscall.runtime_AfterForkInChild
//go:nosplit
func syscall_runtime_AfterForkInChild() {
	// nosplit: in the child no stack may grow.
	clearHandlers()
	rtSigprocmask(_SIG_SETMASK, &getg().m.sigmask, nil, 8)
}

//go:linkname syscall_runtime_BeforeExec syscall.runtime_BeforeExec
func syscall_runtime_BeforeExec() {}

//go:linkname syscall_runtime_AfterExec syscall.runtime_AfterExec
func syscall_runtime_AfterExec() {}

// write is the name other packages know.
func write(fd uintptr, p unsafe.Pointer, n int32) int32 { return write1(fd, p, n) }

// fcntl returns the result and the error number.
func fcntl(fd, cmd, arg int32) (ret, errno int32) {
	r := fcntl1(fd, cmd, arg)
	if r < 0 {
		return -1, -r
	}
	return r, 0
}

// internal/godebug

var godebugUpdate func(def, env string)

//go:linkname godebug_setUpdate internal/godebug.setUpdate
func godebug_setUpdate(update func(def, env string)) {
	godebugUpdate = update
	update(godebugDefault, gogetenv("GODEBUG"))
}

// godebugDefault is the setting built into the program, set by the linker.
var godebugDefault string

func godebugNotify(env string) {
	if godebugUpdate != nil {
		godebugUpdate(godebugDefault, env)
	}
}

// Settings count uses of old behaviour; nobody reads the counts here.

//go:linkname godebug_registerMetric internal/godebug.registerMetric
func godebug_registerMetric(name string, read func() uint64) {}

//go:linkname godebug_setNewIncNonDefault internal/godebug.setNewIncNonDefault
func godebug_setNewIncNonDefault(f func(string) func()) {}

// internal/bytealg

//go:linkname bytealg_MakeNoZero internal/bytealg.MakeNoZero
func bytealg_MakeNoZero(n int) []byte {
	if uint(n) > maxAlloc {
		panicmakeslicelen()
	}
	size := roundupsize(uintptr(n), true)
	return unsafe.Slice((*byte)(mallocgc(size, nil, false)), int(size))[:n]
}

// internal/synctest: nothing is ever in a bubble.

//go:linkname synctest_IsInBubble internal/synctest.IsInBubble
func synctest_IsInBubble() bool { return false }

//go:linkname synctest_associate internal/synctest.associate
func synctest_associate(p unsafe.Pointer) int { return 0 }

//go:linkname synctest_disassociate internal/synctest.disassociate
func synctest_disassociate(p unsafe.Pointer) {}

//go:linkname synctest_isAssociated internal/synctest.isAssociated
func synctest_isAssociated(p unsafe.Pointer) bool { return false }

//go:linkname synctest_acquire internal/synctest.acquire
func synctest_acquire() any { return nil }

//go:linkname synctest_release internal/synctest.release
func synctest_release(b any) {}

//go:linkname synctest_inBubble internal/synctest.inBubble
func synctest_inBubble(b any, f func()) { f() }

// runtime/debug

//go:linkname debug_modinfo runtime/debug.modinfo
func debug_modinfo() string { return modinfo }

//go:linkname debug_SetTraceback runtime/debug.SetTraceback
func debug_SetTraceback(level string) { setTraceback(level) }

//go:linkname debug_freeOSMemory runtime/debug.freeOSMemory
func debug_freeOSMemory() {
	GC()
	systemstack(scavengeAll)
}

//go:linkname debug_setGCPercent runtime/debug.setGCPercent
func debug_setGCPercent(percent int32) int32 {
	c := &gcController
	old := int32(c.percent)
	if percent < 0 {
		percent = -1
	}
	c.percent = int64(percent)
	c.setTrigger()
	return old
}

//go:linkname debug_setMaxStack runtime/debug.setMaxStack
func debug_setMaxStack(n int) int {
	old := maxstacksize
	maxstacksize = uintptr(n)
	return int(old)
}

//go:linkname debug_setMaxThreads runtime/debug.setMaxThreads
func debug_setMaxThreads(n int) int {
	old := sched.maxmcount
	sched.maxmcount = int32(n)
	return int(old)
}

//go:linkname debug_setMemoryLimit runtime/debug.setMemoryLimit
func debug_setMemoryLimit(n int64) int64 {
	old := int64(memoryLimit)
	if n >= 0 {
		memoryLimit = uint64(n)
		gcController.setTrigger()
	}
	return old
}

//go:linkname debug_setPanicOnFault runtime/debug.setPanicOnFault
func debug_setPanicOnFault(on bool) bool {
	gp := getg()
	old := gp.paniconfault
	gp.paniconfault = on
	return old
}

// ---- crypto ----

// Errors that nobody may survive.

//go:linkname rand_fatal crypto/rand.fatal
func rand_fatal(s string) { fatal(s) }

//go:linkname sysrand_fatal crypto/internal/sysrand.fatal
func sysrand_fatal(s string) { fatal(s) }

//go:linkname fips140_fatal crypto/internal/fips140.fatal
func fips140_fatal(s string) { fatal(s) }

// Each goroutine has a mark whether it used approved services only, and whether it may use others.

//go:linkname fips140_getIndicator crypto/internal/fips140.getIndicator
func fips140_getIndicator() uint8 { return getg().fipsIndicator }

//go:linkname fips140_setIndicator crypto/internal/fips140.setIndicator
func fips140_setIndicator(v uint8) { getg().fipsIndicator = v }

//go:linkname fips140_setBypass crypto/fips140.setBypass
func fips140_setBypass() { getg().fipsBypass = true }

//go:linkname fips140_unsetBypass crypto/fips140.unsetBypass
func fips140_unsetBypass() { getg().fipsBypass = false }

//go:linkname fips140_isBypassed crypto/fips140.isBypassed
func fips140_isBypassed() bool { return getg().fipsBypass }

// amd64 has no switch for the time that instructions take.

//go:linkname subtle_setDITEnabled crypto/subtle.setDITEnabled
func subtle_setDITEnabled() bool { return false }

//go:linkname subtle_setDITDisabled crypto/subtle.setDITDisabled
func subtle_setDITDisabled() {}

// vgetrandom would fetch random bytes without a system call.
func vgetrandom(p []byte, flags uint32) (n int, supported bool) { return -1, false }

// ---- the rest ----

//go:linkname cgroup_throw internal/runtime/cgroup.throw
func cgroup_throw(s string) { throw(s) }

//go:linkname synctest_Run internal/synctest.Run
func synctest_Run(f func()) { panic(plainError("testing/synctest is not supported")) }

//go:linkname synctest_Wait internal/synctest.Wait
func synctest_Wait() { panic(plainError("goroutine is not in a bubble")) }

//go:linkname syscall_cgocaller syscall.cgocaller
func syscall_cgocaller(fn unsafe.Pointer, args ...uintptr) uintptr {
	panic(plainError("call of C code: there is none"))
}

// syscall_runtime_doAllThreadsSyscall is to make a system call on every thread.
//
//go:linkname syscall_runtime_doAllThreadsSyscall syscall.runtime_doAllThreadsSyscall
func syscall_runtime_doAllThreadsSyscall(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2, err uintptr) {
	panic(plainError("syscall.AllThreadsSyscall is not supported"))
}

// vdsoGettimeofdaySym would be the kernel's function in our address space; without it package syscall
// asks the kernel.
var vdsoGettimeofdaySym uintptr
