package syscall

import (
	"runtime"
	"sync"
	"unsafe"
)

// A child may do little between fork and exec: other threads do not exist in it, and may have held locks. So all system calls
// that lead from one to the other are put into a list by the parent; the child makes them in order. When one fails, it writes the
// number of the error into a pipe; a new program closes that.

// ForkLock keeps files that are to be closed in children, but are not marked as such yet, from getting into one: who makes such
// files holds it for reading.
var ForkLock sync.RWMutex

// A Credential is the user and the groups that a child runs as.
type Credential struct {
	Uid, Gid    uint32
	Groups      []uint32
	NoSetGroups bool // leave the groups as they are
}

// A SysProcIDMap maps numbers of users or groups in a child's namespace to ours.
type SysProcIDMap struct {
	ContainerID, HostID, Size int
}

// SysProcAttr is what else can be said about a child.
type SysProcAttr struct {
	Chroot     string      // its root
	Credential *Credential // who it runs as
	Ptrace     bool        // it is to be traced
	Setsid     bool        // first of a new session
	Setpgid    bool        // in process group Pgid, or one of its own
	Setctty    bool        // its file Ctty becomes the controlling terminal; needs Setsid
	Noctty     bool        // it has none
	Ctty       int         // number of a terminal: the child's for Setctty, ours for Foreground
	Foreground bool        // its group is the terminal's foreground; includes Setpgid
	Pgid       int
	Pdeathsig  Signal // what it gets when the thread that started it ends

	Cloneflags, Unshareflags   uintptr // flags of clone and unshare
	UidMappings, GidMappings   []SysProcIDMap
	GidMappingsEnableSetgroups bool
	AmbientCaps                []uintptr
	UseCgroupFD                bool
	CgroupFD                   int
	PidFD                      *int // gets a file that stands for the child, or -1
}

// ProcAttr says how a child starts.
type ProcAttr struct {
	Dir   string    // where
	Env   []string  // its environment
	Files []uintptr // its files: the first three are input, output and errors
	Sys   *SysProcAttr
}

// A step is a system call of a child.
type step struct {
	trap, a1, a2, a3 uintptr
	mayFail          bool
}

// A plan is the steps of a child, and what they point to.
type plan struct {
	steps []step
	keep  []unsafe.Pointer
	group int32 // for ioctl
}

func (p *plan) add(trap, a1, a2, a3 uintptr) {
	p.steps = append(p.steps, step{trap, a1, a2, a3, false})
}

// path adds a call with a path.
func (p *plan) path(trap uintptr, path string) error {
	b, err := BytePtrFromString(path)
	if err == nil {
		p.keep = append(p.keep, unsafe.Pointer(b))
		p.add(trap, addr(unsafe.Pointer(b)), 0, 0)
	}
	return err
}

// identity adds what makes the child a part of another session, another user and so on. first are the steps that signals must
// not disturb.
func (p *plan) identity(sys *SysProcAttr) error {
	if sys.Unshareflags != 0 {
		p.add(SYS_UNSHARE, sys.Unshareflags, 0, 0)
		if sys.Unshareflags&CLONE_NEWNS != 0 {
			root, _ := BytePtrFromString("/")
			none, _ := BytePtrFromString("none")
			p.keep = append(p.keep, unsafe.Pointer(root), unsafe.Pointer(none))
			p.steps = append(p.steps, step{trap: sysMountPrivate, a1: addr(unsafe.Pointer(none)), a2: addr(unsafe.Pointer(root))})
		}
	}
	if sys.Chroot != "" {
		if err := p.path(SYS_CHROOT, sys.Chroot); err != nil {
			return err
		}
	}
	if c := sys.Credential; c != nil {
		if !c.NoSetGroups {
			var list unsafe.Pointer
			if len(c.Groups) > 0 {
				list = unsafe.Pointer(&c.Groups[0])
			}
			p.keep = append(p.keep, list)
			p.add(SYS_SETGROUPS, uintptr(len(c.Groups)), addr(list), 0)
		}
		p.add(SYS_SETGID, uintptr(c.Gid), 0, 0)
		p.add(SYS_SETUID, uintptr(c.Uid), 0, 0)
	}
	return nil
}

// session adds what is done first.
func (p *plan) session(sys *SysProcAttr) {
	if sys.Setsid {
		p.add(SYS_SETSID, 0, 0, 0)
	}
	if sys.Setpgid || sys.Foreground {
		p.add(SYS_SETPGID, 0, uintptr(sys.Pgid), 0)
	}
	if sys.Foreground {
		p.group = int32(sys.Pgid)
		if p.group == 0 {
			p.steps = append(p.steps, step{trap: sysStorePid, a1: addr(unsafe.Pointer(&p.group))})
		}
		p.add(SYS_IOCTL, uintptr(sys.Ctty), TIOCSPGRP, addr(unsafe.Pointer(&p.group)))
	}
	p.steps = append(p.steps, step{trap: sysResetSignals})
}

// Steps that are no system calls as such.
const (
	sysResetSignals = ^uintptr(iota) // handlers and mask, as a new program has them
	sysStorePid                      // put the child's number where a1 points to
	sysDieWithout                    // send signal a2 to oneself if the parent is no longer a1
	sysMountPrivate                  // mount a1 on a2 as private, with all below
)

// files adds the calls that give the child its files, and returns where the pipe is then. Those whose numbers others would
// overwrite are moved out of the way first.
func (p *plan) files(files []uintptr, pipe int) int {
	free := len(files)
	numbers := make([]int, len(files))
	for i, f := range files {
		numbers[i] = int(f)
		free = max(free, int(f)+1)
	}
	if pipe < free {
		p.add(SYS_DUP3, uintptr(pipe), uintptr(free), O_CLOEXEC)
		pipe = free
		free++
	}
	free = max(free, pipe+1)
	for i, n := range numbers {
		if 0 <= n && n < i {
			p.add(SYS_DUP3, uintptr(n), uintptr(free), O_CLOEXEC)
			numbers[i] = free
			free++
		}
	}
	for i, n := range numbers {
		switch {
		case n < 0:
			p.close(i)
		case n == i:
			p.add(SYS_FCNTL, uintptr(i), F_SETFD, 0)
		default:
			p.add(SYS_DUP3, uintptr(n), uintptr(i), 0)
		}
	}
	for i := len(files); i < 3; i++ {
		p.close(i)
	}
	return pipe
}

func (p *plan) close(fd int) {
	p.steps = append(p.steps, step{trap: SYS_CLOSE, a1: uintptr(fd), mayFail: true})
}

// terminal adds what comes after the files.
func (p *plan) terminal(sys *SysProcAttr) {
	if sys.Noctty {
		p.add(SYS_IOCTL, 0, TIOCNOTTY, 0)
	}
	if sys.Setctty {
		p.add(SYS_IOCTL, uintptr(sys.Ctty), TIOCSCTTY, 1)
	}
	if sys.Ptrace {
		p.add(SYS_PTRACE, PTRACE_TRACEME, 0, 0)
	}
}

// makePlan returns the steps of a child that is to run argv0; its end of the pipe may have to move.
func makePlan(argv0 string, argv []string, attr *ProcAttr, sys *SysProcAttr, pipe int) (*plan, int, error) {
	p := new(plan)
	p.session(sys)
	if err := p.identity(sys); err != nil {
		return nil, 0, err
	}
	if attr.Dir != "" {
		if err := p.path(SYS_CHDIR, attr.Dir); err != nil {
			return nil, 0, err
		}
	}
	if sys.Pdeathsig != 0 {
		p.add(SYS_PRCTL, PR_SET_PDEATHSIG, uintptr(sys.Pdeathsig), 0)
		p.steps = append(p.steps, step{trap: sysDieWithout, a1: uintptr(Getpid()), a2: uintptr(sys.Pdeathsig)})
	}
	pipe = p.files(attr.Files, pipe)
	p.terminal(sys)
	name, err := BytePtrFromString(argv0)
	if err != nil {
		return nil, 0, err
	}
	args, err := SlicePtrFromStrings(argv)
	if err != nil {
		return nil, 0, err
	}
	env, err := SlicePtrFromStrings(attr.Env)
	if err != nil {
		return nil, 0, err
	}
	p.keep = append(p.keep, unsafe.Pointer(name), unsafe.Pointer(&args[0]), unsafe.Pointer(&env[0]))
	p.add(SYS_EXECVE, addr(unsafe.Pointer(name)), addr(unsafe.Pointer(&args[0])), addr(unsafe.Pointer(&env[0])))
	return p, pipe, nil
}

// The runtime stops signals around a fork.

func runtime_BeforeFork()
func runtime_AfterFork()
func runtime_AfterForkInChild()
func runtime_BeforeExec()
func runtime_AfterExec()

// fork makes a child that does the steps. Only the parent returns.
//
//go:noinline
//go:nosplit
func fork(steps []step, pipe int, flags uintptr, pidfd *int32) (pid uintptr, e Errno) {
	// nosplit: the child cannot grow its stack.
	runtime_BeforeFork()
	pid, _, e = RawSyscall6(SYS_CLONE, flags|uintptr(SIGCHLD), 0, uintptr(unsafe.Pointer(pidfd)), 0, 0, 0)
	if e != 0 || pid != 0 {
		runtime_AfterFork()
		return pid, e
	}
	for i := 0; i < len(steps) && e == 0; i++ {
		e = steps[i].do()
	}
	RawSyscall(SYS_WRITE, uintptr(pipe), uintptr(unsafe.Pointer(&e)), unsafe.Sizeof(e))
	for {
		RawSyscall(SYS_EXIT, 253, 0, 0)
	}
}

// do makes a step's call.
//
//go:nosplit
func (s *step) do() (e Errno) {
	// nosplit: as for fork.
	switch s.trap {
	case sysResetSignals:
		runtime_AfterForkInChild()
	case sysStorePid:
		pid, _, _ := RawSyscall(SYS_GETPID, 0, 0, 0)
		*(*int32)(unsafe.Pointer(s.a1)) = int32(pid)
	case sysDieWithout:
		if parent, _, _ := RawSyscall(SYS_GETPPID, 0, 0, 0); parent != s.a1 {
			pid, _, _ := RawSyscall(SYS_GETPID, 0, 0, 0)
			_, _, e = RawSyscall(SYS_KILL, pid, s.a2, 0)
		}
	case sysMountPrivate:
		_, _, e = RawSyscall6(SYS_MOUNT, s.a1, s.a2, 0, MS_REC|MS_PRIVATE, 0, 0)
	default:
		_, _, e = RawSyscall6(s.trap, s.a1, s.a2, s.a3, 0, 0, 0)
		if s.mayFail {
			e = 0
		}
	}
	return e
}

// refused returns an error for what this package cannot do.
func (sys *SysProcAttr) refused() error {
	if sys.UidMappings != nil || sys.GidMappings != nil || len(sys.AmbientCaps) > 0 || sys.UseCgroupFD {
		return ENOSYS
	}
	if sys.Setctty && sys.Foreground {
		return errSetcttyForeground
	}
	return nil
}

type processError string

func (e processError) Error() string { return string(e) }

const (
	errSetcttyForeground = processError("both Setctty and Foreground set in SysProcAttr")
	errCtty              = processError("Setctty set but Ctty not valid in child")
)

// ForkExec starts a program in a new process, and returns that one's number.
func ForkExec(argv0 string, argv []string, attr *ProcAttr) (pid int, err error) {
	if attr == nil {
		attr = new(ProcAttr)
	}
	sys := attr.Sys
	if sys == nil {
		sys = new(SysProcAttr)
	}
	if err := sys.refused(); err != nil {
		return 0, err
	}
	if sys.Setctty && sys.Ctty >= len(attr.Files) {
		return 0, errCtty
	}

	var ends [2]int
	ForkLock.Lock()
	if err := Pipe2(ends[:], O_CLOEXEC); err != nil {
		ForkLock.Unlock()
		return 0, err
	}
	p, pipe, err := makePlan(argv0, argv, attr, sys, ends[1])
	if err != nil {
		ForkLock.Unlock()
		Close(ends[0])
		Close(ends[1])
		return 0, err
	}
	flags := sys.Cloneflags
	pidfd := new(int32)
	*pidfd = -1
	if sys.PidFD != nil {
		flags |= CLONE_PIDFD
	}
	child, e := fork(p.steps, pipe, flags, pidfd)
	runtime.KeepAlive(p)
	ForkLock.Unlock()
	Close(ends[1])
	if sys.PidFD != nil {
		*sys.PidFD = int(*pidfd)
	}
	if e == 0 {
		e = childError(ends[0])
		if e != 0 {
			waitFor(int(child))
		}
	}
	Close(ends[0])
	if e != 0 {
		return 0, e
	}
	return int(child), nil
}

// childError waits until the child's end of the pipe is closed, and returns the error that it wrote before.
func childError(pipe int) Errno {
	var e Errno
	b := unsafe.Slice((*byte)(unsafe.Pointer(&e)), unsafe.Sizeof(e))
	for {
		n, err := Read(pipe, b)
		if err == EINTR {
			continue
		}
		if n == len(b) {
			return e
		}
		if n != 0 || err != nil {
			return EPIPE
		}
		return 0
	}
}

// waitFor waits for a child whose status nobody wants.
func waitFor(pid int) {
	for {
		if _, err := Wait4(pid, nil, 0, nil); err != EINTR {
			return
		}
	}
}

// StartProcess is ForkExec, for package os.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	pid, err = ForkExec(argv0, argv, attr)
	return pid, 0, err
}

// Exec starts a program in this process: it does not return, unless that fails.
func Exec(argv0 string, argv []string, envv []string) error {
	name, err := BytePtrFromString(argv0)
	if err != nil {
		return err
	}
	args, err := SlicePtrFromStrings(argv)
	if err != nil {
		return err
	}
	env, err := SlicePtrFromStrings(envv)
	if err != nil {
		return err
	}
	runtime_BeforeExec()
	_, _, e := RawSyscall(SYS_EXECVE, addr(unsafe.Pointer(name)), addr(unsafe.Pointer(&args[0])), addr(unsafe.Pointer(&env[0])))
	runtime_AfterExec()
	runtime.KeepAlive(name)
	return e
}

// A WaitStatus is how a process ended, or what else happened to it: the low seven bits are the signal that ended it, 0 if it ended
// itself, 127 if it is stopped.
type WaitStatus uint32

const (
	lowSeven    = 0x7F
	stopped     = 0x7F
	dumped      = 0x80
	wentOn      = 0xFFFF
	noSuchThing = -1
)

// Exited reports whether it ended itself.
func (w WaitStatus) Exited() bool { return w&lowSeven == 0 }

// Signaled reports whether a signal ended it.
func (w WaitStatus) Signaled() bool { return w&lowSeven != stopped && w&lowSeven != 0 }

// Stopped reports whether it is stopped.
func (w WaitStatus) Stopped() bool { return w&0xFF == stopped }

// Continued reports whether it runs again.
func (w WaitStatus) Continued() bool { return w == wentOn }

// CoreDump reports whether its memory was saved.
func (w WaitStatus) CoreDump() bool { return w.Signaled() && w&dumped != 0 }

// ExitStatus returns the status that it ended with, or -1.
func (w WaitStatus) ExitStatus() int {
	if w.Exited() {
		return int(w >> 8 & 0xFF)
	}
	return noSuchThing
}

// Signal returns the signal that ended it, or -1.
func (w WaitStatus) Signal() Signal {
	if w.Signaled() {
		return Signal(w & lowSeven)
	}
	return noSuchThing
}

// StopSignal returns the signal that stopped it, or -1.
func (w WaitStatus) StopSignal() Signal {
	if w.Stopped() {
		return Signal(w >> 8 & 0xFF)
	}
	return noSuchThing
}

// TrapCause returns why a traced process stopped, or -1.
func (w WaitStatus) TrapCause() int {
	if w.StopSignal() == SIGTRAP {
		return int(w >> 16)
	}
	return noSuchThing
}

// Rusage is what a process used.
type Rusage struct {
	Utime, Stime                     Timeval // for itself, and in the kernel
	Maxrss, Ixrss, Idrss, Isrss      int64   // memory
	Minflt, Majflt, Nswap            int64   // page faults
	Inblock, Oublock, Msgsnd, Msgrcv int64
	Nsignals, Nvcsw, Nivcsw          int64 // signals, and changes of context
}

// Wait4 waits for a child, any if pid is -1.
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error) {
	status := new(int32)
	r, _, e := Syscall6(SYS_WAIT4, uintptr(pid), addr(unsafe.Pointer(status)), uintptr(options), addr(unsafe.Pointer(rusage)), 0, 0)
	runtime.KeepAlive(rusage)
	if wstatus != nil {
		*wstatus = WaitStatus(*status)
	}
	return count(r, e)
}

// Getrusage returns what this process, or its children, used.
func Getrusage(who int, rusage *Rusage) error {
	_, _, e := RawSyscall(SYS_GETRUSAGE, uintptr(who), addr(unsafe.Pointer(rusage)), 0)
	runtime.KeepAlive(rusage)
	return errOf(e)
}
