// Package goexperiment holds the switches of the toolchain's experiments as
// constants. Each comes in two forms: a bool, and an int for use in sizes.
package goexperiment

// The experiments whose results this tree takes for granted.
const (
	RegabiArgs        = true
	RegabiArgsInt     = 1
	RegabiWrappers    = true
	RegabiWrappersInt = 1
)
