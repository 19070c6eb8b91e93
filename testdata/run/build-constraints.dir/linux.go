// linux.go has no suffix

package main

var _ = add("linux")
