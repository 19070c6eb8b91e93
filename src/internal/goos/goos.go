// Package goos names the one operating system this tree compiles for.
package goos

// GOOS is the system's name as build constraints spell it.
const GOOS = "linux"

// IsLinux lets constant expressions choose by system.
const IsLinux = 1
