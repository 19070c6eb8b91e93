// This file is empty on purpose: a package with assembly may declare functions
// without bodies, and those of intrinsics.go are made by the compiler.
