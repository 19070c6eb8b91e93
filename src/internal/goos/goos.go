// Package goos names the one operating system this tree compiles for.
package goos

// GOOS is the system's name as build constraints spell it.
const GOOS = "linux"

// IsLinux lets constant expressions choose by system. The others are 0.
const IsLinux = 1

const (
	IsAix       = 0
	IsAndroid   = 0
	IsDarwin    = 0
	IsDragonfly = 0
	IsFreebsd   = 0
	IsHurd      = 0
	IsIllumos   = 0
	IsIos       = 0
	IsJs        = 0
	IsNacl      = 0
	IsNetbsd    = 0
	IsOpenbsd   = 0
	IsPlan9     = 0
	IsSolaris   = 0
	IsWasip1    = 0
	IsWindows   = 0
	IsZos       = 0
)

// IsUnix says that the build tag unix holds.
const IsUnix = true
