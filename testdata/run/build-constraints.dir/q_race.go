//go:build race

package main

var _ = add("q_race")
