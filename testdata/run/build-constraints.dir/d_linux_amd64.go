// both

package main

var _ = add("d_linux_amd64")
