// A generic cache that forgets what was used longest ago.
package main

import (
	"container/list"
	"fmt"
	"iter"
	"strings"
)

type Cache[K comparable, V any] struct {
	size  int
	order *list.List
	items map[K]*list.Element
	gone  func(K, V)
}

type pair[K comparable, V any] struct {
	key   K
	value V
}

func New[K comparable, V any](size int, gone func(K, V)) *Cache[K, V] {
	return &Cache[K, V]{size: size, order: list.New(), items: make(map[K]*list.Element), gone: gone}
}

func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	e, ok := c.items[k]
	if !ok {
		return
	}
	c.order.MoveToFront(e)
	return e.Value.(*pair[K, V]).value, true
}

func (c *Cache[K, V]) Put(k K, v V) {
	if e, ok := c.items[k]; ok {
		e.Value.(*pair[K, V]).value = v
		c.order.MoveToFront(e)
		return
	}
	c.items[k] = c.order.PushFront(&pair[K, V]{k, v})
	if c.order.Len() > c.size {
		last := c.order.Back()
		p := c.order.Remove(last).(*pair[K, V])
		delete(c.items, p.key)
		if c.gone != nil {
			c.gone(p.key, p.value)
		}
	}
}

func (c *Cache[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for e := c.order.Front(); e != nil; e = e.Next() {
			p := e.Value.(*pair[K, V])
			if !yield(p.key, p.value) {
				return
			}
		}
	}
}

func memo[K comparable, V any](c *Cache[K, V], f func(K) V) func(K) V {
	return func(k K) V {
		if v, ok := c.Get(k); ok {
			return v
		}
		v := f(k)
		c.Put(k, v)
		return v
	}
}

func main() {
	var lost []string
	c := New(3, func(k string, v int) { lost = append(lost, fmt.Sprint(k, "=", v)) })
	for i, k := range strings.Split("a b c a d b e a", " ") {
		c.Put(k, i)
	}
	for k, v := range c.All() {
		fmt.Print(k, ":", v, " ")
	}
	fmt.Println(lost)
	_, ok := c.Get("zz")
	v, _ := c.Get("b")
	fmt.Println(ok, v)
	for k := range c.All() {
		fmt.Println("first is", k)
		break
	}
	calls := 0
	square := memo(New[[2]int, int](2, nil), func(p [2]int) int { calls++; return p[0] * p[1] })
	sum := 0
	for _, p := range [][2]int{{1, 2}, {3, 4}, {1, 2}, {5, 6}, {3, 4}} {
		sum += square(p)
	}
	fmt.Println(sum, calls)
}
