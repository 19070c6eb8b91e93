// foo is no architecture

package main

var _ = add("p_linux_foo")
