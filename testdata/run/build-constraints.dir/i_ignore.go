//go:build ignore

package main

var _ = add("i_ignore")
