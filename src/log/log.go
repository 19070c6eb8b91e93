// Package log writes lines for those who look after a program: usually with the date and the time.
//
// log.go has Loggers; std.go functions of the package, which use the standard one.
package log

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// What a line begins with.
const (
	Ldate, Ltime          = 1 << 0, 1 << 1 // 2009/01/23, 01:23:23
	Lmicroseconds         = 1 << 2         // 01:23:23.123123, even without Ltime
	Llongfile, Lshortfile = 1 << 3, 1 << 4 // /a/b/c/d.go:23, or d.go:23 even with the other
	LUTC                  = 1 << 5         // no local time
	Lmsgprefix            = 1 << 6         // the prefix stands right before the message, not at the beginning
	LstdFlags             = Ltime | Ldate
)

// A Logger writes each message as a line, with one Write. It may be used by many goroutines at once.
type Logger struct {
	prefix atomic.Pointer[string]
	flags  atomic.Int32
	silent atomic.Bool // out is io.Discard

	mu  sync.Mutex // for out
	out io.Writer
}

// New returns a Logger that writes to out.
func New(out io.Writer, prefix string, flag int) *Logger {
	l := &Logger{out: out}
	l.silent.Store(out == io.Discard)
	l.SetFlags(flag)
	l.SetPrefix(prefix)
	return l
}

// SetOutput has it write to w.
func (l *Logger) SetOutput(w io.Writer) {
	l.mu.Lock()
	l.out = w
	l.silent.Store(w == io.Discard)
	l.mu.Unlock()
}

// Writer returns where it writes to.
func (l *Logger) Writer() io.Writer {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.out
}

// Flags returns what lines begin with.
func (l *Logger) Flags() int { return int(l.flags.Load()) }

// SetFlags sets what lines begin with.
func (l *Logger) SetFlags(flag int) { l.flags.Store(int32(flag)) }

// Prefix returns the prefix of lines.
func (l *Logger) Prefix() string {
	if p := l.prefix.Load(); p != nil {
		return *p
	}
	return ""
}

// SetPrefix sets the prefix of lines.
func (l *Logger) SetPrefix(prefix string) { l.prefix.Store(&prefix) }

// header appends what a line begins with.
func header(b []byte, now time.Time, prefix string, flags int, file string, line int) []byte {
	if flags&LUTC != 0 {
		now = now.UTC()
	}
	if flags&Lmsgprefix == 0 {
		b = append(b, prefix...)
	}
	if flags&Ldate != 0 {
		b = now.AppendFormat(b, "2006/01/02 ")
	}
	switch {
	case flags&Lmicroseconds != 0:
		b = now.AppendFormat(b, "15:04:05.000000 ")
	case flags&Ltime != 0:
		b = now.AppendFormat(b, "15:04:05 ")
	}
	if flags&Lshortfile != 0 {
		file = file[strings.LastIndexByte(file, '/')+1:]
	}
	if flags&(Lshortfile|Llongfile) != 0 {
		b = fmt.Appendf(b, "%s:%d: ", file, line)
	}
	if flags&Lmsgprefix != 0 {
		b = append(b, prefix...)
	}
	return b
}

// where returns the place of the caller at pc, or if that is 0 so many calls up.
func where(pc uintptr, calldepth int) (file string, line int) {
	if pc != 0 {
		frame, _ := runtime.CallersFrames([]uintptr{pc}).Next()
		file, line = frame.File, frame.Line
	} else {
		_, file, line, _ = runtime.Caller(calldepth + 1)
	}
	if file == "" {
		file = "???"
	}
	return file, line
}

var buffers = sync.Pool{New: func() any { return new([]byte) }}

const largest = 64 << 10 // of the buffers that are kept

// write writes a line with what message appends.
func (l *Logger) write(pc uintptr, calldepth int, message func([]byte) []byte) error {
	if l.silent.Load() {
		return nil
	}
	now := time.Now()
	flags := l.Flags()
	var file string
	var line int
	if flags&(Lshortfile|Llongfile) != 0 {
		file, line = where(pc, calldepth+1)
	}
	p := buffers.Get().(*[]byte)
	b := message(header((*p)[:0], now, l.Prefix(), flags, file, line))
	if len(b) == 0 || b[len(b)-1] != '\n' {
		b = append(b, '\n')
	}
	defer func() {
		if cap(b) <= largest {
			*p = b
			buffers.Put(p)
		}
	}()
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := l.out.Write(b)
	return err
}

// Output writes a line; calldepth says how many calls up the file and the line are, 1 being the caller.
func (l *Logger) Output(calldepth int, s string) error {
	return l.write(0, calldepth, func(b []byte) []byte { return append(b, s...) })
}

// print, printf and println write a line, for a caller so many calls up.
func (l *Logger) print(up int, v []any) {
	l.write(0, up+1, func(b []byte) []byte { return fmt.Append(b, v...) })
}

func (l *Logger) printf(up int, format string, v []any) {
	l.write(0, up+1, func(b []byte) []byte { return fmt.Appendf(b, format, v...) })
}

func (l *Logger) println(up int, v []any) {
	l.write(0, up+1, func(b []byte) []byte { return fmt.Appendln(b, v...) })
}

// Print writes values as fmt.Print does.
func (l *Logger) Print(v ...any) { l.print(1, v) }

// Printf writes values as fmt.Printf does.
func (l *Logger) Printf(format string, v ...any) { l.printf(1, format, v) }

// Println writes values as fmt.Println does.
func (l *Logger) Println(v ...any) { l.println(1, v) }

// Fatal is Print, then the program's end with status 1.
func (l *Logger) Fatal(v ...any) {
	l.print(1, v)
	os.Exit(1)
}

// Fatalf is Printf, then the program's end with status 1.
func (l *Logger) Fatalf(format string, v ...any) {
	l.printf(1, format, v)
	os.Exit(1)
}

// Fatalln is Println, then the program's end with status 1.
func (l *Logger) Fatalln(v ...any) {
	l.println(1, v)
	os.Exit(1)
}

// panicWith writes a line and panics with it.
func (l *Logger) panicWith(s string) {
	l.write(0, 2, func(b []byte) []byte { return append(b, s...) })
	panic(s)
}

// Panic is Print, then a panic with the text.
func (l *Logger) Panic(v ...any) { l.panicWith(fmt.Sprint(v...)) }

// Panicf is Printf, then a panic with the text.
func (l *Logger) Panicf(format string, v ...any) { l.panicWith(fmt.Sprintf(format, v...)) }

// Panicln is Println, then a panic with the text.
func (l *Logger) Panicln(v ...any) { l.panicWith(fmt.Sprintln(v...)) }
