// Package bytealg holds the byte loops that strings, bytes and the runtime share. What is hot is
// in assembly.
package bytealg

import "unsafe"

// MaxLen is the longest separator for which Index is better than hashing, and MaxBruteForce the
// longest text for which it is better than going from first byte to first byte: none, as there are
// no special instructions in it.
var MaxLen int

const MaxBruteForce = 0

// IndexByte returns the index of the first c in b, or -1.
//
//go:noescape
func IndexByte(b []byte, c byte) int

// IndexByteString returns the index of the first c in s, or -1.
//
//go:noescape
func IndexByteString(s string, c byte) int

// Count returns how often c occurs in b.
//
//go:noescape
func Count(b []byte, c byte) int

// CountString returns how often c occurs in s.
//
//go:noescape
func CountString(s string, c byte) int

// Compare compares a and b byte by byte: -1, 0 or +1.
//
//go:noescape
func Compare(a, b []byte) int

// Equal reports whether a and b hold the same bytes.
func Equal(a, b []byte) bool {
	return string(a) == string(b)
}

// LastIndexByteString returns the index of the last c in s, or -1.
func LastIndexByteString(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexByte returns the index of the last c in b, or -1.
func LastIndexByte(b []byte, c byte) int {
	return LastIndexByteString(unsafe.String(unsafe.SliceData(b), len(b)), c)
}

// CompareString is Compare for strings.
func CompareString(a, b string) int {
	return Compare(unsafe.Slice(unsafe.StringData(a), len(a)), unsafe.Slice(unsafe.StringData(b), len(b)))
}

// MakeNoZero returns a slice of n bytes whose content is not cleared; its capacity may be larger.
// The runtime has it.
func MakeNoZero(n int) []byte
