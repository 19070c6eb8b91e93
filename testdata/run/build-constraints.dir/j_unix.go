//go:build unix

package main

var _ = add("j_unix")
