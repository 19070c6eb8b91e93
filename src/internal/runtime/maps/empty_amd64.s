// This file is empty on purpose: a package with assembly may declare functions
// without bodies, and those of runtime.go are the runtime's.
