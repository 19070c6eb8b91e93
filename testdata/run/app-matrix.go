// Matrices over any number type: product, power, determinant with exact fractions.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float64 | ~complex128
}

type Matrix[T Number] struct {
	rows, cols int
	a          []T
}

func Make[T Number](rows, cols int, a ...T) *Matrix[T] {
	m := &Matrix[T]{rows, cols, make([]T, rows*cols)}
	copy(m.a, a)
	return m
}

func Identity[T Number](n int) *Matrix[T] {
	m := Make[T](n, n)
	for i := range n {
		*m.at(i, i) = 1
	}
	return m
}

func (m *Matrix[T]) at(i, j int) *T { return &m.a[i*m.cols+j] }

var ErrShape = errors.New("shapes do not fit")

func (m *Matrix[T]) Mul(o *Matrix[T]) (*Matrix[T], error) {
	if m.cols != o.rows {
		return nil, fmt.Errorf("%dx%d times %dx%d: %w", m.rows, m.cols, o.rows, o.cols, ErrShape)
	}
	p := Make[T](m.rows, o.cols)
	for i := range m.rows {
		for j := range o.cols {
			var sum T
			for k := range m.cols {
				sum += *m.at(i, k) * *o.at(k, j)
			}
			*p.at(i, j) = sum
		}
	}
	return p, nil
}

func (m *Matrix[T]) Pow(n int) *Matrix[T] {
	r, b := Identity[T](m.rows), m
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r, _ = r.Mul(b)
		}
		b, _ = b.Mul(b)
	}
	return r
}

func (m *Matrix[T]) String() string {
	var b strings.Builder
	for i := range m.rows {
		for j := range m.cols {
			fmt.Fprintf(&b, "%8v", *m.at(i, j))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Det uses fraction-free elimination, so that integers stay integers.
func Det[T int | int64](m *Matrix[T]) T {
	n, sign, prev := m.rows, T(1), T(1)
	a := Make(n, n, m.a...)
	for k := range n - 1 {
		if *a.at(k, k) == 0 {
			swap := k + 1
			for swap < n && *a.at(swap, k) == 0 {
				swap++
			}
			if swap == n {
				return 0
			}
			for j := range n {
				x, y := a.at(k, j), a.at(swap, j)
				*x, *y = *y, *x
			}
			sign = -sign
		}
		for i := k + 1; i < n; i++ {
			for j := k + 1; j < n; j++ {
				*a.at(i, j) = (*a.at(i, j)**a.at(k, k) - *a.at(i, k)**a.at(k, j)) / prev
			}
		}
		prev = *a.at(k, k)
	}
	return sign * *a.at(n-1, n-1)
}

func main() {
	fib := Make(2, 2, 1, 1, 1, 0)
	fmt.Print(fib.Pow(40))
	a := Make(2, 3, 1.0, 2, 3, 4, 5, 6)
	b := Make(3, 2, 0.5, 0, 0, 0.5, 1, 1)
	p, err := a.Mul(b)
	fmt.Print(p, err, "\n")
	_, err = a.Mul(a)
	fmt.Println(err, errors.Is(err, ErrShape))
	rot := Make(2, 2, 0, -1i, 1i, 0)
	fmt.Print(rot.Pow(3))
	fmt.Println(Det(Make[int64](3, 3, 0, 2, 3, 4, 5, 6, 7, 8, 10)), Det(Make(4, 4, 2, 0, 0, 1, 0, 3, 0, 0, 0, 0, 5, 0, 1, 0, 0, 7)), Det(Make(2, 2, 1, 2, 2, 4)))
}
