package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
)

func order() {
	for i := range 3 {
		defer fmt.Print(i, " ")
	}
	defer func(s string) { fmt.Print(s, " ") }("args")
}

func result() (n int, err error) {
	defer func() {
		n *= 2
		if err == nil {
			err = errors.New("set by defer")
		}
	}()
	return 21, nil
}

func unnamed() int {
	n := 1
	defer func() { n = 100 }()
	return n
}

func rec(level int) (s string) {
	defer func() {
		if e := recover(); e != nil {
			s = fmt.Sprint(s, "<", level, ":", e, ">")
			if level < 3 {
				panic(fmt.Sprint("again ", level))
			}
		}
	}()
	if level == 0 {
		panic("start")
	}
	return rec(level - 1)
}

func helper() any { return recover() }

func notDirect() (got any) {
	defer func() { got = recover() }()
	defer func() {
		func() {
			if e := recover(); e != nil {
				fmt.Println("wrong: nested recover", e)
			}
		}()
	}()
	panic("P")
}

func direct() (ok bool) {
	defer func() { ok = recover() == nil }()
	defer helper()
	panic("taken by helper")
}

func replaced() {
	defer func() { fmt.Println("recovered", recover()) }()
	defer func() { panic("second") }()
	panic("first")
}

func inLoop() (n int) {
	for i := 0; i < 20; i++ {
		func() {
			defer func() {
				if recover() != nil {
					n++
				}
			}()
			if i%3 == 0 {
				panic(i)
			}
		}()
	}
	return
}

func conditional(a, b bool) (s string) {
	if a {
		defer func() { s += "a" }()
	}
	if b {
		defer func() { s += "b" }()
	}
	return "r"
}

func goexit() {
	done := make(chan string, 3)
	go func() {
		defer close(done)
		defer func() { done <- fmt.Sprint("recover in Goexit: ", recover()) }()
		defer func() { done <- "deferred" }()
		runtime.Goexit()
		done <- "not reached"
	}()
	for s := range done {
		fmt.Println(s)
	}
}

type T struct{ n int }

func (t T) show()   { fmt.Print("T", t.n, " ") }
func (t *T) pshow() { fmt.Print("*T", t.n, " ") }

func main() {
	order()
	fmt.Println()
	fmt.Println(result())
	fmt.Println(unnamed(), rec(0), rec(3))
	fmt.Println(notDirect(), direct(), inLoop())
	replaced()
	fmt.Println(conditional(true, true), conditional(false, true), conditional(false, false))
	goexit()
	func() {
		t := T{1}
		defer t.show()
		defer t.pshow()
		t.n = 2
	}()
	fmt.Println()
	func() {
		defer func() {
			e := recover().(error)
			var re runtime.Error
			fmt.Println(e, errors.As(e, &re))
		}()
		var f func()
		defer f()
		fmt.Println("f is called late")
	}()
	func() {
		defer func() { fmt.Printf("%T %v\n", recover(), recover()) }()
		panic(nil)
	}()
	func() {
		defer fmt.Println("value", recover())
		var e error
		defer func() { fmt.Println(e, recover() != nil) }()
		e = errors.New("seen")
		panic(fmt.Errorf("wrap %w", e))
	}()
	defer fmt.Println("never printed")
	os.Exit(3)
}
