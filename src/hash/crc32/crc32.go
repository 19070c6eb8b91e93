// Package crc32 computes cyclic redundancy checks of 32 bits: the remainder of data, seen as a polynomial over bits, by another
// one. The lowest bit comes first.
package crc32

import (
	"errors"
	"hash"
	"internal/byteorder"
	"internal/cpu"
	"sync"
)

// Size is how many bytes a check has.
const Size = 4

// Well-known polynomials, reversed.
const (
	IEEE       = 0xedb88320 // Ethernet, gzip, PNG and many others
	Castagnoli = 0x82f63b78 // iSCSI; it finds more errors
	Koopman    = 0xeb31d82e // finds more errors, too
)

// A Table has what each byte does to a check.
type Table [256]uint32

// makeTable fills in the table of a polynomial.
func makeTable(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		x := uint32(i)
		for range 8 {
			x = x>>1 ^ poly&-(x&1)
		}
		t[i] = x
	}
	return t
}

// IEEETable is the table of IEEE.
var IEEETable = makeTable(IEEE)

var castagnoliTable = sync.OnceValue(func() *Table { return makeTable(Castagnoli) })

// MakeTable returns the table of a polynomial. It must not be changed.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		return castagnoliTable()
	}
	return makeTable(poly)
}

// eight is the tables for a byte that is followed by 0 to 7 others.
type eight [8]Table

func makeEight(t *Table) *eight {
	e := &eight{*t}
	for n := 1; n < len(e); n++ {
		for i, x := range e[n-1] {
			e[n][i] = x>>8 ^ t[byte(x)]
		}
	}
	return e
}

var (
	eightIEEE       = sync.OnceValue(func() *eight { return makeEight(IEEETable) })
	eightCastagnoli = sync.OnceValue(func() *eight { return makeEight(castagnoliTable()) })
)

const (
	worthEight = 16 // bytes
	worthFold  = 64
)

// fold makes 16 bytes, with a check of 0 before them, of p with crc before it: they have the same check. Their
// length is a multiple of 16, at least worthFold.
//
//go:noescape
func fold(crc uint32, p []byte, rest *[16]byte)

// castagnoli is update by the processor's instruction for that polynomial.
//
//go:noescape
func castagnoli(crc uint32, p []byte) uint32

// Update returns the check of what crc is the check of followed by p.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	crc = ^crc
	switch {
	case len(p) < worthEight:
	case tab == IEEETable:
		e := eightIEEE()
		if len(p) >= worthFold && cpu.X86.HasPCLMULQDQ {
			var rest [16]byte
			n := len(p) &^ 15
			fold(crc, p[:n], &rest)
			crc, p = e.update(0, rest[:]), p[n:]
		}
		n := len(p) &^ 7
		crc, p = e.update(crc, p[:n]), p[n:]
	case tab == castagnoliTable():
		if cpu.X86.HasSSE42 {
			return ^castagnoli(crc, p)
		}
		n := len(p) &^ 7
		crc, p = eightCastagnoli().update(crc, p[:n]), p[n:]
	}
	for _, c := range p {
		crc = tab[byte(crc)^c] ^ crc>>8
	}
	return ^crc
}

// update takes eight bytes at a time; their number is a multiple of that.
func (e *eight) update(crc uint32, p []byte) uint32 {
	for ; len(p) >= 8; p = p[8:] {
		x := byteorder.LEUint64(p) ^ uint64(crc)
		crc = e[7][byte(x)] ^ e[6][byte(x>>8)] ^ e[5][byte(x>>16)] ^ e[4][byte(x>>24)] ^
			e[3][byte(x>>32)] ^ e[2][byte(x>>40)] ^ e[1][byte(x>>48)] ^ e[0][x>>56]
	}
	return crc
}

// Checksum returns the check of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE returns the check of data by IEEE.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

// A digest is a check of what has been written so far.
type digest struct {
	crc uint32
	tab *Table
}

// New returns a Hash32 that computes checks. Sum puts the highest byte first.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

// NewIEEE returns a Hash32 that computes checks by IEEE.
func NewIEEE() hash.Hash32 { return New(IEEETable) }

func (d *digest) Size() int                   { return Size }
func (d *digest) BlockSize() int              { return 1 }
func (d *digest) Reset()                      { d.crc = 0 }
func (d *digest) Sum32() uint32               { return d.crc }
func (d *digest) Sum(b []byte) []byte         { return byteorder.BEAppendUint32(b, d.crc) }
func (d *digest) Clone() (hash.Cloner, error) { c := *d; return &c, nil }
func (d *digest) Write(p []byte) (int, error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

// A saved state is a tag, a check of the table, and the check.
const (
	tag       = "crc\x01"
	savedSize = len(tag) + 2*Size
)

// AppendBinary appends the state to b.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = byteorder.BEAppendUint32(append(b, tag...), d.tab.check())
	return byteorder.BEAppendUint32(b, d.crc), nil
}

// MarshalBinary returns the state.
func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// UnmarshalBinary sets the state.
func (d *digest) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < len(tag) || string(b[:len(tag)]) != tag:
		return errors.New("hash/crc32: invalid hash state identifier")
	case len(b) != savedSize:
		return errors.New("hash/crc32: invalid hash state size")
	case byteorder.BEUint32(b[len(tag):]) != d.tab.check():
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = byteorder.BEUint32(b[len(tag)+Size:])
	return nil
}

// check returns a check of the table itself.
func (t *Table) check() uint32 {
	var b []byte
	for _, x := range t {
		b = byteorder.BEAppendUint32(b, x)
	}
	return ChecksumIEEE(b)
}
