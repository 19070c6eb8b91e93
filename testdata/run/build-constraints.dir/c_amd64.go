// this machine

package main

var _ = add("c_amd64")
