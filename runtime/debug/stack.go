package debug

import (
	"os"
	"runtime"
	"syscall"
	_ "unsafe" // for linkname
)

// PrintStack prints the stack of the calling goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// Stack returns the stack of the calling goroutine, as a traceback has it.
func Stack() []byte {
	for size := 1 << 10; ; size <<= 1 {
		buf := make([]byte, size)
		if n := runtime.Stack(buf, false); n < size {
			return buf[:n]
		}
	}
}

// CrashOptions are options of SetCrashOutput. There are none.
type CrashOptions struct{}

// setCrashFD is the runtime's: it sets the file that reports of a crash go to, besides standard error, and returns the old one.
//
//go:linkname setCrashFD runtime.setCrashFD
func setCrashFD(fd uintptr) uintptr

// SetCrashOutput has what the runtime prints when the program fails written to a copy of f, too; nil ends that.
func SetCrashOutput(f *os.File, opts CrashOptions) error {
	fd := ^uintptr(0)
	if f != nil {
		copied, err := duplicate(f.Fd())
		runtime.KeepAlive(f)
		if err != nil {
			return err
		}
		fd = copied
	}
	if old := setCrashFD(fd); old != ^uintptr(0) {
		return syscall.Close(int(old))
	}
	return nil
}

// fcntl is the runtime's: a result and an error number.
//
//go:linkname fcntl runtime.fcntl
func fcntl(fd, cmd, arg int32) (result, errno int32)

const dupCloseOnExec = 1030 // F_DUPFD_CLOEXEC

func duplicate(fd uintptr) (uintptr, error) {
	n, errno := fcntl(int32(fd), dupCloseOnExec, 0)
	if errno != 0 {
		return 0, os.NewSyscallError("dup", syscall.Errno(errno))
	}
	return uintptr(n), nil
}
