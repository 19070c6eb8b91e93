// Three structures under one interface, fed the same random operations: skip list, hash table with chains, sorted slice.
package main

import (
	"cmp"
	"fmt"
	"math/rand"
	"slices"
	"sort"
)

type Dict[K cmp.Ordered, V any] interface {
	Put(K, V)
	Get(K) (V, bool)
	Delete(K) bool
	Keys() []K
	Len() int
}

const height = 12

type skipNode[K cmp.Ordered, V any] struct {
	key  K
	val  V
	next []*skipNode[K, V]
}

type SkipList[K cmp.Ordered, V any] struct {
	head skipNode[K, V]
	rnd  *rand.Rand
	n    int
}

func NewSkip[K cmp.Ordered, V any]() *SkipList[K, V] {
	return &SkipList[K, V]{head: skipNode[K, V]{next: make([]*skipNode[K, V], height)}, rnd: rand.New(rand.NewSource(1))}
}

func (s *SkipList[K, V]) path(k K) (before [height]*skipNode[K, V]) {
	n := &s.head
	for l := height - 1; l >= 0; l-- {
		for n.next[l] != nil && n.next[l].key < k {
			n = n.next[l]
		}
		before[l] = n
	}
	return
}

func (s *SkipList[K, V]) Put(k K, v V) {
	before := s.path(k)
	if n := before[0].next[0]; n != nil && n.key == k {
		n.val = v
		return
	}
	levels := 1
	for levels < height && s.rnd.Intn(2) == 0 {
		levels++
	}
	n := &skipNode[K, V]{k, v, make([]*skipNode[K, V], levels)}
	for l := range levels {
		n.next[l], before[l].next[l] = before[l].next[l], n
	}
	s.n++
}

func (s *SkipList[K, V]) Get(k K) (v V, ok bool) {
	if n := s.path(k)[0].next[0]; n != nil && n.key == k {
		return n.val, true
	}
	return
}

func (s *SkipList[K, V]) Delete(k K) bool {
	before := s.path(k)
	n := before[0].next[0]
	if n == nil || n.key != k {
		return false
	}
	for l := range n.next {
		before[l].next[l] = n.next[l]
	}
	s.n--
	return true
}

func (s *SkipList[K, V]) Keys() (ks []K) {
	for n := s.head.next[0]; n != nil; n = n.next[0] {
		ks = append(ks, n.key)
	}
	return
}
func (s *SkipList[K, V]) Len() int { return s.n }

type entry[K comparable, V any] struct {
	key  K
	val  V
	next *entry[K, V]
}

type HashTable[K cmp.Ordered, V any] struct {
	buckets []*entry[K, V]
	hash    func(K) uint32
	n       int
}

func (h *HashTable[K, V]) at(k K) **entry[K, V] {
	if h.buckets == nil {
		h.buckets = make([]*entry[K, V], 4)
	}
	p := &h.buckets[h.hash(k)%uint32(len(h.buckets))]
	for *p != nil && (*p).key != k {
		p = &(*p).next
	}
	return p
}

func (h *HashTable[K, V]) Put(k K, v V) {
	if p := h.at(k); *p != nil {
		(*p).val = v
		return
	}
	if h.n >= 2*len(h.buckets) {
		old := h.buckets
		h.buckets = make([]*entry[K, V], 2*len(old))
		for _, e := range old {
			for e != nil {
				next := e.next
				e.next = nil
				*h.at(e.key) = e
				e = next
			}
		}
	}
	*h.at(k) = &entry[K, V]{key: k, val: v}
	h.n++
}

func (h *HashTable[K, V]) Get(k K) (v V, ok bool) {
	if e := *h.at(k); e != nil {
		return e.val, true
	}
	return
}

func (h *HashTable[K, V]) Delete(k K) bool {
	p := h.at(k)
	if *p == nil {
		return false
	}
	*p = (*p).next
	h.n--
	return true
}

func (h *HashTable[K, V]) Keys() (ks []K) {
	for _, e := range h.buckets {
		for ; e != nil; e = e.next {
			ks = append(ks, e.key)
		}
	}
	slices.Sort(ks)
	return
}
func (h *HashTable[K, V]) Len() int { return h.n }

type Sorted[K cmp.Ordered, V any] struct {
	keys []K
	vals []V
}

func (s *Sorted[K, V]) Put(k K, v V) {
	i, ok := slices.BinarySearch(s.keys, k)
	if ok {
		s.vals[i] = v
		return
	}
	s.keys, s.vals = slices.Insert(s.keys, i, k), slices.Insert(s.vals, i, v)
}
func (s *Sorted[K, V]) Get(k K) (v V, ok bool) {
	if i := sort.Search(len(s.keys), func(i int) bool { return s.keys[i] >= k }); i < len(s.keys) && s.keys[i] == k {
		return s.vals[i], true
	}
	return
}
func (s *Sorted[K, V]) Delete(k K) bool {
	i, ok := slices.BinarySearch(s.keys, k)
	if ok {
		s.keys, s.vals = slices.Delete(s.keys, i, i+1), slices.Delete(s.vals, i, i+1)
	}
	return ok
}
func (s *Sorted[K, V]) Keys() []K { return slices.Clone(s.keys) }
func (s *Sorted[K, V]) Len() int  { return len(s.keys) }

func test[K cmp.Ordered](key func(int) K, dicts ...Dict[K, int]) {
	want := map[K]int{}
	r := rand.New(rand.NewSource(99))
	wrong := 0
	check := func(ok bool) {
		if !ok {
			wrong++
		}
	}
	for i := range 3000 {
		k := key(r.Intn(200))
		switch r.Intn(3) {
		case 0:
			want[k] = i
			for _, d := range dicts {
				d.Put(k, i)
			}
		case 1:
			v, ok := want[k]
			for _, d := range dicts {
				v2, ok2 := d.Get(k)
				check(v == v2 && ok == ok2)
			}
		case 2:
			_, ok := want[k]
			delete(want, k)
			for _, d := range dicts {
				check(d.Delete(k) == ok)
			}
		}
	}
	for _, d := range dicts {
		check(d.Len() == len(want) && slices.Equal(d.Keys(), dicts[0].Keys()))
		fmt.Printf("%T %d %v\n", d, d.Len(), d.Keys()[:3])
	}
	fmt.Println("wrong:", wrong)
}

func main() {
	test(func(n int) int { return n * 7 }, NewSkip[int, int](), &HashTable[int, int]{hash: func(k int) uint32 { return uint32(k) * 2654435761 }}, &Sorted[int, int]{})
	test(func(n int) string { return fmt.Sprintf("k%03d", n) }, NewSkip[string, int](), &HashTable[string, int]{hash: func(k string) (h uint32) {
		for _, c := range []byte(k) {
			h = h*31 + uint32(c)
		}
		return
	}}, &Sorted[string, int]{})
}
