package log

import (
	"fmt"
	"io"
	"log/internal"
	"os"
)

var std = New(os.Stderr, "", LstdFlags)

func init() {
	internal.DefaultOutput = func(pc uintptr, data []byte) error {
		return std.write(pc, 0, func(b []byte) []byte { return append(b, data...) })
	}
}

// Default returns the standard Logger, which writes to standard error. The functions below are its methods.
func Default() *Logger { return std }

// Writer returns where the standard Logger writes to.
func Writer() io.Writer { return std.Writer() }

// SetOutput has the standard Logger write to w.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Flags returns what its lines begin with.
func Flags() int { return std.Flags() }

// SetFlags sets what its lines begin with.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix returns the prefix of its lines.
func Prefix() string { return std.Prefix() }

// SetPrefix sets the prefix of its lines.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Output writes a line; calldepth says how many calls up the file and the line are, 1 being the caller.
func Output(calldepth int, s string) error {
	return std.write(0, calldepth, func(b []byte) []byte { return append(b, s...) })
}

// Print writes values as fmt.Print does.
func Print(v ...any) { std.print(1, v) }

// Printf writes values as fmt.Printf does.
func Printf(format string, v ...any) { std.printf(1, format, v) }

// Println writes values as fmt.Println does.
func Println(v ...any) { std.println(1, v) }

// Fatal is Print, then the program's end with status 1.
func Fatal(v ...any) {
	std.print(1, v)
	os.Exit(1)
}

// Fatalf is Printf, then the program's end with status 1.
func Fatalf(format string, v ...any) {
	std.printf(1, format, v)
	os.Exit(1)
}

// Fatalln is Println, then the program's end with status 1.
func Fatalln(v ...any) {
	std.println(1, v)
	os.Exit(1)
}

// Panic is Print, then a panic with the text.
func Panic(v ...any) { std.panicWith(fmt.Sprint(v...)) }

// Panicf is Printf, then a panic with the text.
func Panicf(format string, v ...any) { std.panicWith(fmt.Sprintf(format, v...)) }

// Panicln is Println, then a panic with the text.
func Panicln(v ...any) { std.panicWith(fmt.Sprintln(v...)) }
