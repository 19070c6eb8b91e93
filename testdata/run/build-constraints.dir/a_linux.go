// a file of linux

package main

var _ = add("a_linux")
