package main

import (
	"errors"
	"fmt"
)

type E struct{ a int }

func (e E) Error() string { return fmt.Sprint("E", e.a) }

func main() {
	defer func() {
		panic(fmt.Errorf("third %w", errors.New("x")))
	}()
	defer func() {
		defer func() {
			panic(E{7})
		}()
		panic("second")
	}()
	panic("first")
}
