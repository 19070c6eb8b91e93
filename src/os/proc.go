// Package os offers what an operating system has: files, directories, the environment, processes. Errors say what was
// attempted and with what: usually they are *PathError.
package os

import "syscall"

// Args are the command line, beginning with the name of the program.
var Args []string

func runtime_args() []string
func runtime_beforeExit(exitCode int)

func init() {
	Args = runtime_args()
}

// Exit ends the program with a status: 0 says success. Deferred calls are not run.
func Exit(code int) {
	runtime_beforeExit(code)
	syscall.Exit(code)
}

// Getpid returns the number of this process.
func Getpid() int { return syscall.Getpid() }

// Getppid returns the number of the process that started it.
func Getppid() int { return syscall.Getppid() }

// Getuid returns the number of its user.
func Getuid() int { return syscall.Getuid() }

// Geteuid returns the number of the user with whose rights it runs.
func Geteuid() int { return syscall.Geteuid() }

// Getgid returns the number of its group.
func Getgid() int { return syscall.Getgid() }

// Getegid returns the number of the group with whose rights it runs.
func Getegid() int { return syscall.Getegid() }

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return syscall.Getpagesize() }

// A Signal is a signal of the operating system.
type Signal interface {
	String() string
	Signal() // so that other Stringers are not Signals
}

// The signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)
