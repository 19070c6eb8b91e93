// Package poll is what package os has under its files: a descriptor that several goroutines use at once.
//
// The number of a descriptor means another file as soon as it is closed. So each call counts itself as a
// user; Close forbids new ones, wakes those that wait, and the last to leave closes the number. One call
// at a time reads, and one writes.
//
// A descriptor that the runtime's poller takes does not block its thread: the kernel says EAGAIN, and the goroutine waits
// in the poller until there is an event, a deadline passes, or the descriptor is closed. For all others, regular
// files before all, the kernel waits, and neither deadline nor Close reaches who is in there.
package poll

import (
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

var (
	ErrClosed            = errors.New("use of closed file")
	ErrNoDeadline        = errors.New("file type does not support deadline")
	ErrNotPollable       = errors.New("not pollable")
	ErrDeadline    error = &DeadlineExceededError{}

	errCannotWait = errors.New("waiting for unsupported file type")
)

// A DeadlineExceededError is a deadline that has passed.
type DeadlineExceededError struct{}

func (*DeadlineExceededError) Error() string   { return "i/o timeout" }
func (*DeadlineExceededError) Timeout() bool   { return true }
func (*DeadlineExceededError) Temporary() bool { return true }

// An FD is an open descriptor.
type FD struct {
	Sysfd int // its number; valid between enter and leave

	state   atomic.Int64 // twice the number of users, and 1 after Close
	reading sync.Mutex   // held by who reads
	writing sync.Mutex   // held by who writes
	closed  uint32       // semaphore: the number is closed

	ctx         uintptr     // the runtime's descriptor; 0 if the kernel waits
	nonblocking bool        // Init set O_NONBLOCK
	blocking    atomic.Bool // SetBlocking took it away again
}

const (
	closedBit = 1
	user      = 2
)

var serverInit sync.Once

// Init has the runtime's poller wait for the descriptor, if it can. A descriptor that is not non-blocking yet becomes so.
func (fd *FD) Init(nonblocking bool) {
	serverInit.Do(runtime_pollServerInit)
	ctx, errno := runtime_pollOpen(uintptr(fd.Sysfd))
	if errno != 0 {
		return // the kernel says that it is always ready
	}
	fd.ctx = ctx
	if !nonblocking {
		fd.nonblocking = true
		syscall.SetNonblock(fd.Sysfd, true)
	}
}

// enter counts a user.
func (fd *FD) enter() error {
	for {
		s := fd.state.Load()
		if s&closedBit != 0 {
			return ErrClosed
		}
		if fd.state.CompareAndSwap(s, s+user) {
			return nil
		}
	}
}

// leave is the end of enter. The last user closes the number.
func (fd *FD) leave() (err error) {
	if fd.state.Add(-user) == closedBit {
		if fd.ctx != 0 {
			runtime_pollClose(fd.ctx)
		}
		err = syscall.Close(fd.Sysfd)
		runtime_Semrelease(&fd.closed)
	}
	return err
}

// Close closes the descriptor. If it is in the poller, nobody uses it any more afterwards.
func (fd *FD) Close() error {
	for {
		s := fd.state.Load()
		if s&closedBit != 0 {
			return ErrClosed
		}
		if fd.state.CompareAndSwap(s, s+user|closedBit) {
			break
		}
	}
	if fd.ctx != 0 {
		runtime_pollUnblock(fd.ctx)
	}
	wait := !fd.blocking.Load() && fd.ctx != 0
	err := fd.leave()
	if wait {
		runtime_Semacquire(&fd.closed)
	}
	return err
}

// Closed reports whether Close was called.
func (fd *FD) Closed() bool { return fd.state.Load()&closedBit != 0 }

// Do calls f with the number, which nobody closes meanwhile; again if a signal interrupts it.
func (fd *FD) Do(f func(fd int) error) error {
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	for {
		if err := f(fd.Sysfd); err != syscall.EINTR {
			return err
		}
	}
}

// SetBlocking undoes what Init did to the kernel's side: whoever gets the number expects calls to wait.
func (fd *FD) SetBlocking() {
	if !fd.nonblocking || fd.enter() != nil {
		return
	}
	fd.blocking.Store(true)
	syscall.SetNonblock(fd.Sysfd, false)
	fd.leave()
}

// errorOf turns an answer of the runtime into an error.
func errorOf(answer int) error {
	switch answer {
	case 0:
		return nil
	case 1:
		return ErrClosed
	case 2:
		return ErrDeadline
	}
	return ErrNotPollable
}

// start prepares one direction for a call: an event of before does not count.
func (fd *FD) start(mode int) error {
	if fd.ctx == 0 {
		return nil
	}
	return errorOf(runtime_pollReset(fd.ctx, mode))
}

// wait waits for an event.
func (fd *FD) wait(mode int) error {
	if fd.ctx == 0 {
		return errCannotWait
	}
	return errorOf(runtime_pollWait(fd.ctx, mode))
}

// direction returns the lock of a direction.
func (fd *FD) direction(mode int) *sync.Mutex {
	if mode == 'r' {
		return &fd.reading
	}
	return &fd.writing
}

// lock makes the caller the only one who reads, or writes. end undoes it.
func (fd *FD) lock(mode int) error {
	if err := fd.enter(); err != nil {
		return err
	}
	fd.direction(mode).Lock()
	err := fd.start(mode)
	if err == nil && fd.Closed() {
		err = ErrClosed
	}
	if err != nil {
		fd.end(mode)
	}
	return err
}

func (fd *FD) end(mode int) {
	fd.direction(mode).Unlock()
	fd.leave()
}

const maxRW = 1 << 30 // the kernel takes no more at once

// Read reads up to len(b) bytes. At the end it returns 0, io.EOF.
func (fd *FD) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, fd.Do(func(int) error { return nil })
	}
	if err := fd.lock('r'); err != nil {
		return 0, err
	}
	defer fd.end('r')
	b = b[:min(len(b), maxRW)]
	for {
		n, err := syscall.Read(fd.Sysfd, b)
		switch {
		case err == syscall.EAGAIN && fd.ctx != 0:
			if err = fd.wait('r'); err != nil {
				return 0, err
			}
		case err == syscall.EINTR:
		case err != nil:
			return 0, err
		case n == 0:
			return 0, io.EOF
		default:
			return n, nil
		}
	}
}

// Write writes all of b.
func (fd *FD) Write(b []byte) (n int, err error) {
	if err := fd.lock('w'); err != nil {
		return 0, err
	}
	defer fd.end('w')
	for {
		m, err := syscall.Write(fd.Sysfd, b[n:min(len(b), n+maxRW)])
		n += max(m, 0)
		switch {
		case err == syscall.EAGAIN && fd.ctx != 0:
			if err = fd.wait('w'); err != nil {
				return n, err
			}
		case err == syscall.EINTR:
		case err != nil:
			return n, err
		case n == len(b):
			return n, nil
		case m == 0:
			return n, io.ErrUnexpectedEOF
		}
	}
}

// Raw calls f, which reads or writes, until it is done; in between it waits for an event.
func (fd *FD) Raw(mode int, f func(fd uintptr) bool) error {
	if err := fd.lock(mode); err != nil {
		return err
	}
	defer fd.end(mode)
	for !f(uintptr(fd.Sysfd)) {
		if err := fd.wait(mode); err != nil {
			return err
		}
	}
	return nil
}

// SetDeadline sets when waiting ends in one direction, or with 'r'+'w' in both; the zero time is never.
func (fd *FD) SetDeadline(t time.Time, mode int) error {
	var d int64
	if !t.IsZero() {
		d = int64(time.Until(t))
		if d == 0 {
			d = -1 // now
		}
	}
	if err := fd.enter(); err != nil {
		return err
	}
	defer fd.leave()
	if fd.ctx == 0 {
		return ErrNoDeadline
	}
	runtime_pollSetDeadline(fd.ctx, d, mode)
	return nil
}
