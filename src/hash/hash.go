// Package hash describes hash functions.
package hash

import "io"

// An XOF is a hash function of any length: first everything is written, then as much is read as is needed.
type XOF interface {
	BlockSize() int
	Reset()
	io.ReadWriter
}

// A Cloner is a Hash that can be copied: both go on from the same state.
type Cloner interface {
	Clone() (Cloner, error)
	Hash
}

// A Hash64 is a Hash of 64 bits.
type Hash64 interface {
	Sum64() uint64
	Hash
}

// A Hash32 is a Hash of 32 bits.
type Hash32 interface {
	Sum32() uint32
	Hash
}

// A Hash computes a hash of what is written to it.
type Hash interface {
	Size() int           // how many bytes Sum appends
	BlockSize() int      // writes of multiples of this are fastest
	Reset()              // forgets what was written
	Sum(b []byte) []byte // appends the hash so far to b; more may be written afterwards
	io.Writer            // never fails
}
