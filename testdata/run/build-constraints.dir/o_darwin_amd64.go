// no

package main

var _ = add("o_darwin_amd64")
