package exec

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"reflect"
	"strconv"
	"syscall"
)

// files returns the program's files.
func (c *Cmd) files() ([]*os.File, error) {
	in, err := c.input()
	if err != nil {
		return nil, err
	}
	out, err := c.output(c.Stdout)
	if err != nil {
		return nil, err
	}
	errs := out
	if c.Stderr == nil || !same(c.Stderr, c.Stdout) {
		if errs, err = c.output(c.Stderr); err != nil {
			return nil, err
		}
	}
	return append([]*os.File{in, out, errs}, c.ExtraFiles...), nil
}

// same reports whether two writers are one; those that cannot be compared are not.
func same(a, b io.Writer) bool {
	return reflect.TypeOf(a) == reflect.TypeOf(b) && reflect.TypeOf(a).Comparable() && a == b
}

// null opens the null device for the program.
func (c *Cmd) null(flag int) (*os.File, error) {
	f, err := os.OpenFile(os.DevNull, flag, 0)
	if err != nil {
		return nil, err
	}
	c.childFiles = append(c.childFiles, f)
	return f, nil
}

// pipe makes a pipe: one end is the program's.
func (c *Cmd) pipe(programReads bool) (reads, writes *os.File, err error) {
	reads, writes, err = os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	theirs, ours := writes, reads
	if programReads {
		theirs, ours = reads, writes
	}
	c.childFiles = append(c.childFiles, theirs)
	c.ourPipes = append(c.ourPipes, ours)
	return reads, writes, nil
}

func (c *Cmd) input() (*os.File, error) {
	if c.Stdin == nil {
		return c.null(os.O_RDONLY)
	}
	if f, ok := c.Stdin.(*os.File); ok {
		return f, nil
	}
	reads, writes, err := c.pipe(true)
	if err != nil {
		return nil, err
	}
	c.copies = append(c.copies, func() error {
		_, err := io.Copy(writes, c.Stdin)
		var e *fs.PathError
		if errors.As(err, &e) && e.Op == "write" && e.Err == syscall.EPIPE {
			err = nil // the program does not want all of it
		}
		if closeErr := writes.Close(); err == nil {
			err = closeErr
		}
		return err
	})
	return reads, nil
}

func (c *Cmd) output(w io.Writer) (*os.File, error) {
	if w == nil {
		return c.null(os.O_WRONLY)
	}
	if f, ok := w.(*os.File); ok {
		return f, nil
	}
	reads, writes, err := c.pipe(false)
	if err != nil {
		return nil, err
	}
	c.copies = append(c.copies, func() error {
		_, err := io.Copy(w, reads)
		reads.Close()
		return err
	})
	return writes, nil
}

// userPipe makes a pipe for whoever uses the Cmd.
func (c *Cmd) userPipe(name string, taken, programReads bool) (reads, writes *os.File, err error) {
	if taken {
		return nil, nil, errors.New("exec: " + name + " already set")
	}
	if c.Process != nil {
		return nil, nil, errors.New("exec: " + name + "Pipe after process started")
	}
	return c.pipe(programReads)
}

// StdinPipe returns what leads to the program's input. Wait closes it; to close it earlier tells the program that nothing follows.
func (c *Cmd) StdinPipe() (io.WriteCloser, error) {
	reads, writes, err := c.userPipe("Stdin", c.Stdin != nil, true)
	if err != nil {
		return nil, err
	}
	c.Stdin = reads
	return writes, nil
}

// StdoutPipe returns what the program's output comes from. Everything must be read before Wait, which closes it.
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) {
	reads, writes, err := c.userPipe("Stdout", c.Stdout != nil, false)
	if err != nil {
		return nil, err
	}
	c.Stdout = writes
	return reads, nil
}

// StderrPipe is StdoutPipe for errors.
func (c *Cmd) StderrPipe() (io.ReadCloser, error) {
	reads, writes, err := c.userPipe("Stderr", c.Stderr != nil, false)
	if err != nil {
		return nil, err
	}
	c.Stderr = writes
	return reads, nil
}

const endSize = 32 << 10

// ends keeps the beginning and the end of what is written to it.
type ends struct {
	first, last []byte
	left        int64 // bytes between them
}

func (e *ends) Write(p []byte) (n int, err error) {
	n = len(p)
	k := min(n, endSize-len(e.first))
	e.first = append(e.first, p[:k]...)
	e.last = append(e.last, p[k:]...)
	if over := len(e.last) - endSize; over > 0 {
		e.left += int64(over)
		e.last = append(e.last[:0], e.last[over:]...)
	}
	return n, nil
}

func (e *ends) bytes() []byte {
	b := e.first
	if e.left > 0 {
		b = append(b, "\n... omitting "+strconv.FormatInt(e.left, 10)+" bytes ...\n"...)
	}
	return append(b, e.last...)
}
