package main

import (
	"fmt"
	"reflect"
)

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func main() {
	t := reflect.ChanOf(reflect.BothDir, reflect.TypeFor[string]())
	c := reflect.MakeChan(t, 2)
	fmt.Println(t, c.Len(), c.Cap(), c.Type().ChanDir(), t == reflect.TypeFor[chan string]())
	c.Send(reflect.ValueOf("a"))
	fmt.Println(c.TrySend(reflect.ValueOf("b")), c.TrySend(reflect.ValueOf("c")), c.Len())
	fmt.Println(c.Recv())
	c.Close()
	fmt.Println(c.Recv())
	fmt.Println(c.Recv())
	e := reflect.ValueOf(make(chan int))
	v, ok := e.TryRecv()
	fmt.Println(v.IsValid(), ok)
	fmt.Println(reflect.ChanOf(reflect.SendDir, t), reflect.ChanOf(reflect.RecvDir, t), reflect.ChanOf(reflect.BothDir, reflect.TypeFor[<-chan int]()))
	fmt.Println(reflect.ChanOf(reflect.SendDir, reflect.TypeFor[<-chan int]()), reflect.BothDir, reflect.SendDir, reflect.RecvDir, reflect.ChanDir(0))
	r := reflect.ValueOf((<-chan int)(make(chan int)))
	s := reflect.ValueOf((chan<- int)(make(chan int)))
	try(func() { r.Send(reflect.ValueOf(1)) })
	try(func() { s.Recv() })
	try(func() { r.Close() })
	try(func() { s.Send(reflect.ValueOf("x")) })
	try(func() { reflect.MakeChan(r.Type(), 0) })
	try(func() { reflect.MakeChan(t, -1) })
	try(func() { reflect.MakeChan(reflect.TypeFor[int](), 0) })
	try(func() { reflect.ChanOf(reflect.BothDir, reflect.TypeFor[[1 << 16]byte]()) })
	try(func() { reflect.ValueOf(1).Send(reflect.ValueOf(1)) })
}
