package abi

// The shape of maps, shared by the compiler and internal/runtime/maps.
const (
	MapGroupSlotsBits = 3
	MapGroupSlots     = 1 << MapGroupSlotsBits // slots in a group
	MapMaxKeyBytes    = 128                    // larger keys are held by pointer
	MapMaxElemBytes   = 128                    // and larger elements
)

// Bits of MapType.Flags.
const (
	MapNeedKeyUpdate = 1 << iota
	MapHashMightPanic
	MapIndirectKey
	MapIndirectElem
)

// MapCtrlEmpty is the control word of a group whose slots are all empty.
const MapCtrlEmpty uint64 = 0x8080808080808080

// NeedKeyUpdate reports whether assigning to an entry writes the key again: +0 and -0 are equal.
func (t *MapType) NeedKeyUpdate() bool { return t.Flags&MapNeedKeyUpdate != 0 }

// HashMightPanic reports whether the key holds interfaces.
func (t *MapType) HashMightPanic() bool { return t.Flags&MapHashMightPanic != 0 }

// IndirectKey reports whether slots hold pointers to keys.
func (t *MapType) IndirectKey() bool { return t.Flags&MapIndirectKey != 0 }

// IndirectElem reports whether slots hold pointers to elements.
func (t *MapType) IndirectElem() bool { return t.Flags&MapIndirectElem != 0 }
