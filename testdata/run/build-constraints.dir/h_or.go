//go:build windows || (amd64 && go1.21)

package main

var _ = add("h_or")
