package abi

// FuncPCABI0 returns the address of the code that f, the name of a function, has for assembly;
// FuncPCABIInternal that of its code for Go. The compiler puts the address in the place of the call.
func FuncPCABI0(f any) uintptr
func FuncPCABIInternal(f any) uintptr
