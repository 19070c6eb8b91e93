package main

import (
	"fmt"
	"iter"
	"runtime"
)

func try(what string, f func()) {
	done := make(chan bool)
	go func() {
		defer close(done)
		normal := false
		defer func() { fmt.Println(what+":", recover(), normal) }()
		f()
		normal = true
	}()
	<-done
}

func main() {
	bad := func(yield func(int) bool) {
		yield(1)
		panic("in the iterator")
	}
	try("next", func() {
		next, stop := iter.Pull(bad)
		defer stop()
		fmt.Println(next())
		next()
	})
	try("after a panic", func() {
		next, stop := iter.Pull(bad)
		next()
		func() {
			defer func() { recover() }()
			next()
		}()
		fmt.Println(next())
		stop()
	})
	try("stop", func() {
		next, stop := iter.Pull(bad)
		next()
		stop()
	})
	try("Goexit", func() {
		next, _ := iter.Pull(func(yield func(int) bool) { runtime.Goexit() })
		next()
	})
	try("yield after false", func() {
		next, stop := iter.Pull(func(yield func(int) bool) { fmt.Println(yield(1), yield(2)) })
		next()
		stop()
	})
	try("next inside", func() {
		var next func() (int, bool)
		next, _ = iter.Pull(func(yield func(int) bool) { next() })
		next()
	})
	try("yield outside", func() {
		var keep func(int) bool
		next, _ := iter.Pull(func(yield func(int) bool) { keep = yield; yield(1); yield(2) })
		next()
		keep(3)
	})
	try("Pull2", func() {
		next, stop := iter.Pull2(func(yield func(int, string) bool) { yield(1, "a"); panic("second") })
		defer stop()
		fmt.Println(next())
		next()
	})
}
