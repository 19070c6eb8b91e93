// Package exec runs other programs.
//
// No shell is involved: nothing expands patterns or variables, or splits words.
//
// exec.go has commands; pipes.go what connects them; lookpath.go finds programs.
package exec

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// ErrWaitDelay says that a program has ended but its pipes were not closed in time.
var ErrWaitDelay = errors.New("exec: WaitDelay expired before I/O complete")

// A Cmd is a program that is to be run, or has been. It cannot be used twice.
type Cmd struct {
	Path string   // of the program; the only field that must be set
	Args []string // the command line, beginning with the name; empty is Path alone
	Env  []string // the environment; nil is this process's. Of two entries for a name the last holds.
	Dir  string   // where it runs; "" is here

	// Where input comes from, and output and errors go to. An *os.File is handed to the program; for others goroutines copy. nil is
	// the null device.
	Stdin          io.Reader
	Stdout, Stderr io.Writer

	ExtraFiles   []*os.File           // its files 3, 4, and so on
	SysProcAttr  *syscall.SysProcAttr // what only this system has
	Process      *os.Process          // once started
	ProcessState *os.ProcessState     // once ended
	Err          error                // of LookPath

	Cancel    func() error  // called when the context ends; Kill
	WaitDelay time.Duration // how long to wait after that, or for pipes after the program's end; 0 is for ever

	ctx        context.Context
	started    atomic.Bool
	childFiles []io.Closer      // closed once the program runs
	ourPipes   []io.Closer      // closed once it has ended
	copies     []func() error   // goroutines to be
	copied     chan error       // gets the first error of the copies when all are done; nil if there are none
	watched    chan watchResult // gets what watch returns; nil if it does not run
}

// A watchResult is what the end of a context did.
type watchResult struct {
	err   error
	timer *time.Timer // of WaitDelay, if it runs already
}

// Command returns a Cmd that runs a program, which LookPath finds if its name has no slash.
func Command(name string, arg ...string) *Cmd {
	c := &Cmd{Path: name, Args: append([]string{name}, arg...)}
	if filepath.Base(name) == name {
		path, err := LookPath(name)
		if path != "" {
			c.Path = path
		}
		c.Err = err
	}
	return c
}

// CommandContext is Command with a context, whose end kills the program.
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd {
	if ctx == nil {
		panic("nil Context")
	}
	c := Command(name, arg...)
	c.ctx = ctx
	c.Cancel = func() error { return c.Process.Kill() }
	return c
}

// String returns the command line, for people.
func (c *Cmd) String() string {
	if c.Err != nil || len(c.Args) == 0 {
		return strings.Join(c.Args, " ")
	}
	return strings.Join(append([]string{c.Path}, c.Args[1:]...), " ")
}

// Environ returns the environment that the program gets.
func (c *Cmd) Environ() []string {
	env, _ := c.environ()
	return env
}

func (c *Cmd) environ() (env []string, err error) {
	env = c.Env
	if env == nil {
		env = os.Environ()
		if c.Dir != "" {
			var dir string
			if dir, err = filepath.Abs(c.Dir); err == nil {
				env = append(env, "PWD="+dir)
			}
		}
	}
	env, lastErr := lastOnly(env)
	if err == nil {
		err = lastErr
	}
	return env, err
}

// lastOnly returns the last entry for each name, and leaves out entries that cannot be.
func lastOnly(env []string) (list []string, err error) {
	seen := map[string]bool{}
	for _, entry := range slices.Backward(env) {
		if strings.IndexByte(entry, 0) >= 0 {
			err = errors.New("exec: environment variable contains NUL")
			continue
		}
		if entry == "" {
			continue
		}
		end := strings.IndexByte(entry[1:], '=') // a name may begin with one
		if entry[0] == '=' && end < 0 {
			end = -1
		}
		if end >= 0 || entry[0] == '=' {
			name := entry[:end+1]
			if seen[name] {
				continue
			}
			seen[name] = true
		}
		list = append(list, entry)
	}
	slices.Reverse(list)
	return list, err
}

// Run starts the program and waits for its end. The error is an *ExitError if it ran but did not end with status 0.
func (c *Cmd) Run() error {
	if err := c.Start(); err != nil {
		return err
	}
	return c.Wait()
}

func closeAll(list *[]io.Closer) {
	for _, f := range *list {
		f.Close()
	}
	*list = nil
}

// ready returns why the program cannot be started.
func (c *Cmd) ready() error {
	if c.Path == "" && c.Err == nil {
		c.Err = errors.New("exec: no command")
	}
	switch {
	case c.Err != nil:
		return c.Err
	case c.Cancel != nil && c.ctx == nil:
		return errors.New("exec: command with a non-nil Cancel was not created with CommandContext")
	case c.ctx != nil:
		return c.ctx.Err()
	}
	return nil
}

// Start starts the program. Wait must be called afterwards.
func (c *Cmd) Start() (err error) {
	if c.started.Swap(true) {
		return errors.New("exec: already started")
	}
	defer func() {
		closeAll(&c.childFiles)
		if err != nil {
			closeAll(&c.ourPipes)
			c.copies = nil
		}
	}()
	if err := c.ready(); err != nil {
		return err
	}
	files, err := c.files()
	if err != nil {
		return err
	}
	env, err := c.environ()
	if err != nil {
		return err
	}
	args := c.Args
	if len(args) == 0 {
		args = []string{c.Path}
	}
	c.Process, err = os.StartProcess(c.Path, args, &os.ProcAttr{Dir: c.Dir, Files: files, Env: env, Sys: c.SysProcAttr})
	if err != nil {
		return err
	}
	c.startCopies()
	if (c.Cancel != nil || c.WaitDelay != 0) && c.ctx != nil && c.ctx.Done() != nil {
		c.watched = make(chan watchResult)
		go c.watch()
	}
	return nil
}

// startCopies starts the goroutines that copy.
func (c *Cmd) startCopies() {
	if len(c.copies) == 0 {
		return
	}
	each := make(chan error, len(c.copies))
	for _, f := range c.copies {
		go func() { each <- f() }()
	}
	all := make(chan error, 1)
	n := len(c.copies)
	go func() {
		var first error
		for range n {
			if err := <-each; first == nil {
				first = err
			}
		}
		all <- first
	}()
	c.copies = nil
	c.copied = all
}

// about returns err, with what failed in front, unless the program had ended.
func about(what string, err error) error {
	if errors.Is(err, os.ErrProcessDone) {
		return nil
	}
	return wrapped{what, err}
}

type wrapped struct {
	what string
	err  error
}

func (w wrapped) Error() string { return w.what + ": " + w.err.Error() }
func (w wrapped) Unwrap() error { return w.err }

// watch cancels the program when the context ends, and kills it if that does not help in time.
func (c *Cmd) watch() {
	select {
	case c.watched <- watchResult{}:
		return // it has ended
	case <-c.ctx.Done():
	}
	var err error
	if c.Cancel != nil {
		if cancelErr := c.Cancel(); cancelErr == nil {
			err = c.ctx.Err()
		} else {
			err = about("exec: canceling Cmd", cancelErr)
		}
	}
	if c.WaitDelay == 0 {
		c.watched <- watchResult{err: err}
		return
	}
	timer := time.NewTimer(c.WaitDelay)
	select {
	case c.watched <- watchResult{err, timer}:
		return
	case <-timer.C:
	}
	killErr := c.Process.Kill()
	if killErr != nil {
		if e := about("exec: killing Cmd", killErr); e != nil {
			err = e
		}
	}
	if c.copied != nil {
		select {
		case copyErr := <-c.copied:
			if err == nil && killErr != nil {
				err = copyErr
			}
		default:
			closeAll(&c.ourPipes)
			if err == nil {
				err = ErrWaitDelay
			}
		}
		c.copied = nil
	}
	c.watched <- watchResult{err: err}
}

// An ExitError says that a program did not end with status 0.
type ExitError struct {
	*os.ProcessState
	Stderr []byte // a part of what it said, if Output was called and Stderr was not set
}

// Error says how it ended.
func (e *ExitError) Error() string { return e.ProcessState.String() }

// Wait waits until the program has ended and everything is copied.
func (c *Cmd) Wait() error {
	if c.Process == nil {
		return errors.New("exec: not started")
	}
	if c.ProcessState != nil {
		return errors.New("exec: Wait was already called")
	}
	state, err := c.Process.Wait()
	if err == nil && !state.Success() {
		err = &ExitError{ProcessState: state}
	}
	c.ProcessState = state
	var timer *time.Timer
	if c.watched != nil {
		r := <-c.watched
		timer = r.timer
		if err == nil {
			err = r.err
		}
	}
	if copyErr := c.waitForCopies(timer); err == nil {
		err = copyErr
	}
	closeAll(&c.ourPipes)
	return err
}

// waitForCopies waits until everything is copied, or the timer, or one of WaitDelay, ends.
func (c *Cmd) waitForCopies(timer *time.Timer) error {
	if timer != nil {
		defer timer.Stop()
	}
	if c.copied == nil {
		return nil
	}
	if timer == nil && c.WaitDelay == 0 {
		return <-c.copied
	}
	if timer == nil {
		timer = time.NewTimer(c.WaitDelay)
		defer timer.Stop()
	}
	select {
	case err := <-c.copied:
		return err
	case <-timer.C:
		closeAll(&c.ourPipes)
		return ErrWaitDelay
	}
}

// Output runs the program and returns what it writes.
func (c *Cmd) Output() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	var out bytes.Buffer
	c.Stdout = &out
	var said *ends
	if c.Stderr == nil {
		said = new(ends)
		c.Stderr = said
	}
	err := c.Run()
	if e, ok := err.(*ExitError); ok && said != nil {
		e.Stderr = said.bytes()
	}
	return out.Bytes(), err
}

// CombinedOutput runs the program and returns what it writes, errors included.
func (c *Cmd) CombinedOutput() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	if c.Stderr != nil {
		return nil, errors.New("exec: Stderr already set")
	}
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	return out.Bytes(), err
}
