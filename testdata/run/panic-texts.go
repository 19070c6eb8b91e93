// Every run-time panic as an error value: its text, its type, and what it was made from.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

type I interface{ M() }
type J interface {
	I
	N(int) string
}
type T struct{}

func (T) M() {}

type P struct{}

func (*P) M() {}

type key struct{ f any }
type named int
type S struct {
	a [1 << 10]byte
	b int
}

//go:noinline
func id[V any](v V) V { return v }

func main() {
	var (
		s      = []int{1, 2, 3}
		arr    [4]string
		str    = "héllo"
		m      map[key]int
		np     *S
		ni     I
		nf     func()
		nc     chan int
		closed = make(chan int)
		zero   = id(0)
		neg    = id(-1)
		big    = id(10)
		u      = id(uint(7))
		i64    = id(int64(-5))
		a      any
	)
	close(closed)
	tests := []func(){
		func() { _ = s[big] },
		func() { _ = s[neg] },
		func() { _ = s[u] },
		func() { _ = s[i64] },
		func() { _ = arr[big] },
		func() { _ = str[big] },
		func() { s[id(uint8(200))]++ },
		func() { _ = s[:big] },
		func() { _ = s[big:] },
		func() { _ = s[2:id(1)] },
		func() { _ = s[neg:] },
		func() { _ = s[:neg] },
		func() { _ = s[:1:big] },
		func() { _ = s[0:2:big] },
		func() { _ = s[0:id(3):2] },
		func() { _ = s[id(3):2:2] },
		func() { _ = str[big:] },
		func() { _ = str[3:id(2)] },
		func() { _ = str[:big] },
		func() { _ = arr[id(3):id(2)] },
		func() { _ = arr[:big] },
		func() { _ = [4]int(s) },
		func() { _ = (*[5]int)(s) },
		func() { _ = 1 / zero },
		func() { _ = 1 % zero },
		func() { _ = uint8(1) / uint8(zero) },
		func() { _ = 1 << neg },
		func() { _ = 1 >> i64 },
		func() { _ = np.b },
		func() { np.a[5] = 1 },
		func() { _ = *np },
		func() { ni.M() },
		func() { nf() },
		func() { var p *T; p.M() },
		func() { var p *T; ni = p; ni.M() },
		func() { m[key{1}] = 1 },
		func() { _ = map[key]int{}[key{s}] },
		func() { _ = map[any]int{func() {}: 1} },
		func() { _ = any(s) == any(s) },
		func() { _ = key{s} == key{s} },
		func() { close(nc) },
		func() { close(closed) },
		func() { closed <- 1 },
		func() { _ = a.(int) },
		func() { _ = any("x").(int) },
		func() { _ = any(1).(named) },
		func() { _ = any(T{}).(J) },
		func() { _ = any(P{}).(I) },
		func() { _ = any(s).(fmt.Stringer) },
		func() { _ = ni.(J) },
		func() { ni = T{}; _ = ni.(*T) },
		func() { _ = a.(I) },
		func() { _ = a.(any) },
		func() { _ = make([]int, neg) },
		func() { _ = make([]int, 1, id(0)) },
		func() { _ = make([]S, id(1<<60)) },
		func() { _ = make(chan int, neg) },
		func() { _ = make([]byte, id(int64(1)<<62)) },
		func() { panic(nil) },
		func() { panic(fmt.Errorf("own: %w", errors.ErrUnsupported)) },
		func() { panic(named(3)) },
		func() { _ = strings.Repeat("x", neg) },
		func() { var e error; _ = e.Error() },
		func() { _ = (*[2]int)(nil)[id(1)] },
		func() {
			for range (*[2]int)(nil) {
				_ = *(*int)(nil)
			}
		},
	}
	for i, f := range tests {
		func() {
			defer func() {
				e := recover()
				err, isErr := e.(error)
				var re runtime.Error
				fmt.Printf("%d %v %v %T\n", i, e, isErr && errors.As(err, &re), e)
			}()
			f()
			fmt.Println(i, "no panic")
		}()
	}
}
