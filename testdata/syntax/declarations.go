package p

import (
	. "fmt"
	_ "os"
	name "strings"
)

import "unsafe"

const a, b = 1, "x"

const (
	c0 = iota
	c1
	_, c3 = iota, -iota
	_, _
)

var v, w int
var x, y = 1, 2
var (
	z  func(int, ...string) (n int, err error) = nil
	zz [3]*struct {
		a, b int `tag`
		name.Builder
		*unsafe.Pointer "embedded"
	}
)

type (
	Named  struct{}
	Alias  = []map[string]chan<- <-chan int
	Arrow  chan (<-chan int)
	Method interface {
		comparable
		M(x, y int) (z bool)
		~int | ~string | *Named
		error
	}
)

func init()
func (Named) value(_ int, _ ...any)   {}
func (n *Named) pointer() (int, error) { return 0, nil }
func results() (a, b int, _ error)     { return }

//go:noinline
//go:nosplit
func directed(x int,
	y string,
) {
	Println(x, y)
}
