// ends in linux

package main

var _ = add("n_test_linux")
