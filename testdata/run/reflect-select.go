package main

import (
	"fmt"
	"reflect"
)

func try(what string, cases ...reflect.SelectCase) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(what+":", e)
		}
	}()
	i, v, ok := reflect.Select(cases)
	fmt.Println(what, i, v.IsValid(), ok)
}

func main() {
	a, b := make(chan int, 1), make(chan string, 1)
	recv := func(c any) reflect.SelectCase {
		return reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c)}
	}
	send := func(c, x any) reflect.SelectCase {
		return reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(c), Send: reflect.ValueOf(x)}
	}
	dflt := reflect.SelectCase{Dir: reflect.SelectDefault}
	try("default", recv(a), recv(b), dflt)
	try("send", recv(a), send(b, "text"), recv(a))
	i, v, ok := reflect.Select([]reflect.SelectCase{recv(a), dflt, recv(b)})
	fmt.Println(i, v, ok)
	go func() { a <- 42 }()
	i, v, ok = reflect.Select([]reflect.SelectCase{recv(b), recv(a)})
	fmt.Println(i, v, ok)
	close(a)
	i, v, ok = reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv}, recv(a)})
	fmt.Println(i, v, ok)
	try("closed", send(a, 1))
	try("no chan", recv(1))
	try("direction", recv((chan<- int)(a)))
	try("direction", send((<-chan int)(a), 1))
	try("no value", reflect.SelectCase{Dir: reflect.SelectSend, Chan: reflect.ValueOf(a)})
	try("type", send(a, "x"))
	try("two defaults", dflt, dflt)
	try("receive with value", reflect.SelectCase{Dir: reflect.SelectRecv, Send: reflect.ValueOf(1)})
	try("default with chan", reflect.SelectCase{Dir: reflect.SelectDefault, Chan: reflect.ValueOf(a)})
	try("dir", reflect.SelectCase{})
	counts := [2]int{}
	x, y := make(chan int, 100), make(chan int, 100)
	for range 100 {
		i, _, _ := reflect.Select([]reflect.SelectCase{send(x, 1), send(y, 2)})
		counts[i]++
	}
	fmt.Println(counts[0] > 0, counts[1] > 0, len(x)+len(y))
}
