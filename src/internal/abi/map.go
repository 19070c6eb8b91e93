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
