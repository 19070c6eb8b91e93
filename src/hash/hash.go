// Package hash describes hash functions.
package hash

import "io"

// A Hash computes a hash of what is written to it.
type Hash interface {
	io.Writer            // never fails
	Sum(b []byte) []byte // appends the hash so far to b; more may be written afterwards
	Reset()              // forgets what was written
	Size() int           // how many bytes Sum appends
	BlockSize() int      // writes of multiples of this are fastest
}

// A Hash32 is a Hash of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// A Hash64 is a Hash of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}

// A Cloner is a Hash that can be copied: both go on from the same state.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// An XOF is a hash function of any length: first everything is written, then as much is read as is needed.
type XOF interface {
	io.Writer
	io.Reader
	Reset()
	BlockSize() int
}
