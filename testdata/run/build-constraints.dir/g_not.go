//go:build !linux

package main

var _ = add("g_not")
