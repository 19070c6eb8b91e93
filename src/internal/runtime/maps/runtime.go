// Package maps is the implementation of Go's maps: tables of groups of eight slots, with a
// control byte for each slot ("Swiss tables": Kulukundis, CppCon 2017).
//
// A map of up to eight entries is one group. A larger one is a directory of tables, chosen
// by the top bits of the hash (extendible hashing); a table that is full doubles until it has
// 1024 slots and is then split in two. So growing never moves more than one table's entries.
//
// Read group.go first, then table.go, map.go, iter.go. The layout of Map, table, Iter and of a
// group is known to the compiler and to debuggers.
package maps

import (
	"internal/abi"
	"unsafe"
)

// What the runtime provides, in its linkname.go.

func fatal(s string)
func rand() uint64
func nilAssign() // panics
func newobject(typ *abi.Type) unsafe.Pointer
func newarray(typ *abi.Type, n int) unsafe.Pointer
func typedmemmove(typ *abi.Type, dst, src unsafe.Pointer)
func typedmemclr(typ *abi.Type, ptr unsafe.Pointer)
func typeString(typ *abi.Type) string

// add returns p + x bytes.
func add(p unsafe.Pointer, x uintptr) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + x)
}
