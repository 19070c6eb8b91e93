package os

import (
	"errors"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// ProcAttr says how a process starts.
type ProcAttr struct {
	Dir   string               // where; "" is here
	Env   []string             // its environment; nil is ours
	Files []*File              // its files: input, output, errors, others; nil is a closed one
	Sys   *syscall.SysProcAttr // what only this system has
}

// ErrNoHandle says that there is no handle for a process.
var ErrNoHandle = errors.New("process handle unavailable")

// What has become of a Process.
const (
	running = iota
	done    // Wait has returned its status
	released
)

// A Process is a process that was started by StartProcess, or found.
type Process struct {
	Pid int

	mu    sync.RWMutex // held for reading to send signals, so that nobody else gets the number meanwhile
	state int
}

// StartProcess starts a program with arguments, the first of which is its own name. Package os/exec is more convenient.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr.Sys == nil && attr.Dir != "" {
		if _, err := Stat(attr.Dir); err != nil {
			e := err.(*PathError)
			e.Op = "chdir"
			return nil, e
		}
	}
	sysattr := &syscall.ProcAttr{Dir: attr.Dir, Env: attr.Env, Sys: attr.Sys}
	if sysattr.Env == nil {
		sysattr.Env = Environ()
	}
	for _, f := range attr.Files {
		sysattr.Files = append(sysattr.Files, f.Fd())
	}
	pid, _, err := syscall.StartProcess(name, argv, sysattr)
	runtime.KeepAlive(attr) // nobody closes the files before
	if err != nil {
		return nil, &PathError{Op: "fork/exec", Path: name, Err: err}
	}
	return &Process{Pid: pid}, nil
}

// FindProcess returns the process of a number. It succeeds even if there is none: then signals to it say so.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// Release gives up a process that is not waited for.
func (p *Process) Release() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.state == released {
		return syscall.EINVAL
	}
	p.state = released
	p.Pid = -1
	return nil
}

// Kill ends the process at once, without waiting for its end.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Signal sends it a signal.
func (p *Process) Signal(sig Signal) error {
	p.mu.RLock()
	defer p.mu.RUnlock()
	switch {
	case p.Pid == -1 || p.state == released:
		return errors.New("os: process already released")
	case p.Pid == 0:
		return errors.New("os: process not initialized")
	case p.state == done:
		return ErrProcessDone
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	err := syscall.Kill(p.Pid, s)
	if err == syscall.ESRCH {
		return ErrProcessDone
	}
	return err
}

// WithHandle calls f with a handle of the process; there is none here.
func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }

// Wait waits until the process, a child of this one, has ended.
func (p *Process) Wait() (*ProcessState, error) {
	if p == nil || p.Pid == -1 {
		return nil, syscall.EINVAL
	}
	p.mu.RLock()
	state := p.state
	p.mu.RUnlock()
	if state == done {
		return nil, NewSyscallError("wait", syscall.ECHILD)
	}
	// Only look first: once its status is taken, the number may be another process's.
	if err := waitUntilDone(p.Pid); err != nil {
		return nil, NewSyscallError("waitid", err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	s := &ProcessState{usage: new(syscall.Rusage)}
	pid, err := again(func() (int, error) { return syscall.Wait4(p.Pid, &s.status, 0, s.usage) })
	if err != nil {
		return nil, NewSyscallError("wait", err)
	}
	p.state = done
	s.pid = pid
	return s, nil
}

// waitUntilDone waits until a child has ended, but leaves its status.
func waitUntilDone(pid int) error {
	const (
		byPid       = 1 // P_PID
		siginfoSize = 128
	)
	info := new([siginfoSize / 8]uint64)
	_, err := again(func() (int, error) {
		_, _, e := syscall.Syscall6(syscall.SYS_WAITID, byPid, uintptr(pid), pointer(info), syscall.WEXITED|syscall.WNOWAIT, 0, 0)
		if e != 0 {
			return 0, e
		}
		return 0, nil
	})
	return err
}

// A ProcessState is how a process ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	usage  *syscall.Rusage
}

// Pid returns its number.
func (p *ProcessState) Pid() int { return p.pid }

// Exited reports whether it ended itself.
func (p *ProcessState) Exited() bool { return p.status.Exited() }

// Success reports whether it ended with status 0.
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }

// ExitCode returns the status that it ended with, -1 if a signal ended it.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

// Sys returns the syscall.WaitStatus.
func (p *ProcessState) Sys() any { return p.status }

// SysUsage returns the *syscall.Rusage.
func (p *ProcessState) SysUsage() any { return p.usage }

// UserTime returns how long it and its children computed.
func (p *ProcessState) UserTime() time.Duration { return time.Duration(p.usage.Utime.Nano()) }

// SystemTime returns how long the kernel worked for them.
func (p *ProcessState) SystemTime() time.Duration { return time.Duration(p.usage.Stime.Nano()) }

// String says how it ended.
func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	text := ""
	switch s := p.status; {
	case s.Exited():
		text = "exit status " + decimal(s.ExitStatus())
	case s.Signaled():
		text = "signal: " + s.Signal().String()
	case s.Stopped():
		text = "stop signal: " + s.StopSignal().String()
		if s.StopSignal() == syscall.SIGTRAP && s.TrapCause() != 0 {
			text += " (trap " + decimal(s.TrapCause()) + ")"
		}
	case s.Continued():
		text = "continued"
	}
	if p.status.CoreDump() {
		text += " (core dumped)"
	}
	return text
}

// decimal returns n, not negative, as text.
func decimal(n int) string {
	if n >= 10 {
		return decimal(n/10) + decimal(n%10)
	}
	return string(rune('0' + n))
}
