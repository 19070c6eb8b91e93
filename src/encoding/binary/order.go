// Package binary turns numbers, and what consists of numbers, into bytes, and back.
//
// order.go has the orders of bytes; value.go reads and writes values; varint.go integers that take as many bytes as they need.
package binary

import "internal/byteorder"

// An AppendByteOrder appends integers to bytes.
type AppendByteOrder interface {
	String() string
	AppendUint64([]byte, uint64) []byte
	AppendUint32([]byte, uint32) []byte
	AppendUint16([]byte, uint16) []byte
}

// A ByteOrder says which byte of an integer comes first.
type ByteOrder interface {
	String() string

	Uint64([]byte) uint64
	PutUint64([]byte, uint64)
	Uint32([]byte) uint32
	PutUint32([]byte, uint32)
	Uint16([]byte) uint16
	PutUint16([]byte, uint16)
}

type (
	littleEndian struct{}
	bigEndian    struct{}
	nativeEndian struct{ littleEndian }
)

// The orders: the lowest byte first, the highest first, and what the machine does.
var (
	LittleEndian littleEndian
	BigEndian    bigEndian
	NativeEndian nativeEndian
)

// Uint16 reads the first bytes of b.
func (littleEndian) Uint16(b []byte) uint16 { return byteorder.LEUint16(b) }

// Uint32 reads the first bytes of b.
func (littleEndian) Uint32(b []byte) uint32 { return byteorder.LEUint32(b) }

// Uint64 reads the first bytes of b.
func (littleEndian) Uint64(b []byte) uint64 { return byteorder.LEUint64(b) }

// PutUint16 writes v to b.
func (littleEndian) PutUint16(b []byte, v uint16) { byteorder.LEPutUint16(b, v) }

// PutUint32 writes v to b.
func (littleEndian) PutUint32(b []byte, v uint32) { byteorder.LEPutUint32(b, v) }

// PutUint64 writes v to b.
func (littleEndian) PutUint64(b []byte, v uint64) { byteorder.LEPutUint64(b, v) }

// AppendUint16 appends v to b.
func (littleEndian) AppendUint16(b []byte, v uint16) []byte { return byteorder.LEAppendUint16(b, v) }

// AppendUint32 appends v to b.
func (littleEndian) AppendUint32(b []byte, v uint32) []byte { return byteorder.LEAppendUint32(b, v) }

// AppendUint64 appends v to b.
func (littleEndian) AppendUint64(b []byte, v uint64) []byte { return byteorder.LEAppendUint64(b, v) }

// Uint16 reads the first bytes of b.
func (bigEndian) Uint16(b []byte) uint16 { return byteorder.BEUint16(b) }

// Uint32 reads the first bytes of b.
func (bigEndian) Uint32(b []byte) uint32 { return byteorder.BEUint32(b) }

// Uint64 reads the first bytes of b.
func (bigEndian) Uint64(b []byte) uint64 { return byteorder.BEUint64(b) }

// PutUint16 writes v to b.
func (bigEndian) PutUint16(b []byte, v uint16) { byteorder.BEPutUint16(b, v) }

// PutUint32 writes v to b.
func (bigEndian) PutUint32(b []byte, v uint32) { byteorder.BEPutUint32(b, v) }

// PutUint64 writes v to b.
func (bigEndian) PutUint64(b []byte, v uint64) { byteorder.BEPutUint64(b, v) }

// AppendUint16 appends v to b.
func (bigEndian) AppendUint16(b []byte, v uint16) []byte { return byteorder.BEAppendUint16(b, v) }

// AppendUint32 appends v to b.
func (bigEndian) AppendUint32(b []byte, v uint32) []byte { return byteorder.BEAppendUint32(b, v) }

// AppendUint64 appends v to b.
func (bigEndian) AppendUint64(b []byte, v uint64) []byte { return byteorder.BEAppendUint64(b, v) }

// String returns the name.
func (littleEndian) String() string { return "LittleEndian" }

// GoString returns the name in Go.
func (littleEndian) GoString() string { return "binary.LittleEndian" }

// String returns the name.
func (bigEndian) String() string { return "BigEndian" }

// GoString returns the name in Go.
func (bigEndian) GoString() string { return "binary.BigEndian" }

// String returns the name.
func (nativeEndian) String() string { return "NativeEndian" }

// GoString returns the name in Go.
func (nativeEndian) GoString() string { return "binary.NativeEndian" }
