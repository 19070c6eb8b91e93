// not here

package main

var _ = add("b_windows")
