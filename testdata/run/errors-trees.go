// Package errors: chains and trees of wrapped errors.
package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

type code int

func (c code) Error() string        { return fmt.Sprint("code ", int(c)) }
func (c code) Is(target error) bool { return target == errGeneral }

var errGeneral = errors.New("general")

type converts struct{}

func (converts) Error() string { return "converts" }
func (converts) As(target any) bool {
	if p, ok := target.(*code); ok {
		*p = 99
		return true
	}
	return false
}

func main() {
	base := code(5)
	one := fmt.Errorf("one: %w", base)
	two := fmt.Errorf("two: %w and %w", errors.New("other"), one)
	all := errors.Join(nil, two, errors.New("last"), nil)
	fmt.Println(all)
	fmt.Println(errors.Is(all, base), errors.Is(all, errGeneral), errors.Is(all, code(6)), errors.Is(nil, nil), errors.Is(all, nil), errors.Join(nil, nil) == nil)
	var c code
	ok := errors.As(all, &c)
	fmt.Println(ok, c)
	ok = errors.As(fmt.Errorf("x %w", converts{}), &c)
	fmt.Println(ok, c, errors.As(nil, &c))
	fmt.Println(errors.Unwrap(one) == base, errors.Unwrap(two), errors.Unwrap(all))
	fmt.Printf("%T %T %T %v\n", one, two, all, fmt.Errorf("%w", nil))
	_, err := os.Open("/no/such/file")
	var pe *fs.PathError
	ok = errors.As(err, &pe)
	fmt.Println(ok, pe.Op, errors.Is(err, fs.ErrNotExist), errors.Is(err, os.ErrPermission))
	fmt.Println(errors.ErrUnsupported, errors.Is(fmt.Errorf("no: %w", errors.ErrUnsupported), errors.ErrUnsupported))
	fmt.Println(fmt.Errorf("%v %w", "bad", "operand"), fmt.Errorf("%w %d", base, 1))
	found, is := errors.AsType[code](all)
	fmt.Println(found, is)
	for _, f := range []func(){func() { errors.As(all, nil) }, func() { errors.As(all, c) }, func() { errors.As(all, new(int)) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
