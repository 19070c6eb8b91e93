package main

import (
	"fmt"
	"reflect"
	"slices"
)

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

type key struct {
	a string
	b any
}

func main() {
	t := reflect.MapOf(reflect.TypeFor[string](), reflect.TypeFor[int]())
	m := reflect.MakeMapWithSize(t, 10)
	for i := range 20 {
		m.SetMapIndex(reflect.ValueOf(fmt.Sprint("k", i)), reflect.ValueOf(i))
	}
	m.SetMapIndex(reflect.ValueOf("k3"), reflect.Value{})
	fmt.Println(t, m.Len(), m.MapIndex(reflect.ValueOf("k7")), m.MapIndex(reflect.ValueOf("k3")).IsValid())
	var keys []string
	for _, k := range m.MapKeys() {
		keys = append(keys, k.String())
	}
	slices.Sort(keys)
	fmt.Println(keys)
	sum, it := 0, m.MapRange()
	k, e := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
	for it.Next() {
		k.SetIterKey(it)
		e.SetIterValue(it)
		sum += int(it.Value().Int()) + len(k.String()) + int(e.Int())
	}
	fmt.Println(sum)
	try(func() { it.Next() })
	try(func() { it.Key() })
	it.Reset(reflect.ValueOf(map[int]bool{1: true}))
	try(func() { it.Value() })
	try(func() { k.SetIterKey(it) })
	fmt.Println(it.Next(), it.Key(), it.Value(), it.Next())
	try(func() { new(reflect.MapIter).Next() })

	// Types that the program does not have.
	for _, t := range []reflect.Type{
		reflect.MapOf(reflect.TypeFor[key](), reflect.TypeFor[[50]string]()),
		reflect.MapOf(reflect.TypeFor[[20]string](), reflect.TypeFor[struct{}]()),
		reflect.MapOf(reflect.TypeFor[float32](), reflect.TypeFor[complex64]()),
		reflect.MapOf(reflect.TypeFor[struct{}](), reflect.TypeFor[struct{}]()),
	} {
		m := reflect.MakeMap(t)
		m.SetMapIndex(reflect.Zero(t.Key()), reflect.Zero(t.Elem()))
		fmt.Println(t, t.Size(), m.Len(), m.MapIndex(reflect.Zero(t.Key())).IsZero())
		m.Clear()
		fmt.Println(m.Len())
	}
	big := reflect.MakeMap(reflect.MapOf(reflect.TypeFor[[3]int](), reflect.TypeFor[*int]()))
	for i := range 1000 {
		big.SetMapIndex(reflect.ValueOf([3]int{i, i * i, -i}), reflect.ValueOf(&i))
	}
	fmt.Println(big.Len(), big.MapIndex(reflect.ValueOf([3]int{30, 900, -30})).Elem())
	try(func() { reflect.MapOf(reflect.TypeFor[[]int](), t) })
	try(func() { reflect.ValueOf(map[string]int(nil)).SetMapIndex(reflect.ValueOf("x"), reflect.ValueOf(1)) })
	try(func() { m.SetMapIndex(reflect.ValueOf(1), reflect.ValueOf(1)) })
	try(func() { m.MapIndex(reflect.ValueOf(1)) })
	try(func() { reflect.ValueOf(1).MapRange() })
	try(func() { reflect.MakeMap(reflect.TypeFor[int]()) })
	hashing := reflect.MakeMap(reflect.MapOf(reflect.TypeFor[any](), reflect.TypeFor[int]()))
	try(func() { hashing.SetMapIndex(reflect.ValueOf([]int{}), reflect.ValueOf(1)) })
}
