// no

package main

var _ = add("e_linux_arm64")
