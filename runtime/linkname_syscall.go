// What the runtime provides for syscall and os.

package runtime

import _ "unsafe" // for linkname

//go:linkname syscall_Exit syscall.Exit
func syscall_Exit(code int) { exit(int32(code)) }

//go:linkname syscall_runtime_envs syscall.runtime_envs
func syscall_runtime_envs() []string { return append([]string{}, envs...) }

//go:linkname os_runtime_args os.runtime_args
func os_runtime_args() []string { return append([]string{}, argslice...) }

//go:linkname os_runtime_beforeExit os.runtime_beforeExit
func os_runtime_beforeExit(code int) {}

// os_sigpipe is called when a write to standard output or error finds that nobody reads: the program dies of the signal.
//
//go:linkname os_sigpipe os.sigpipe
func os_sigpipe() {
	const sigpipe = 13
	systemstack(func() {
		restoreDefault(sigpipe)
		tgkill(getpid(), int32(gettid()), sigpipe)
		exit(2)
	})
}
