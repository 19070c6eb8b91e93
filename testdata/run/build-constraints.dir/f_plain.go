//go:build linux && !cgo

package main

var _ = add("f_plain")
