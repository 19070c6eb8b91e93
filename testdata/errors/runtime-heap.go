// flags -+

package p

func closure(n int) func() int {
	return func() int { return n } // ERROR "heap-allocated closure closure.func1, not allowed in runtime"
}

func address(n int) *int { // ERROR "n escapes to heap, not allowed in runtime"
	return &n
}

type buffer struct {
	all, rest []byte
	name      string
	room      [8]byte
}

func (b *buffer) skip(n int) {
	b.rest = b.rest[n:]
	b.name = b.name[n:]
}

func self() int {
	var room [32]byte
	b := buffer{all: room[:]}
	b.rest = b.all
	b.skip(3)
	return len(b.rest)
}

func (b *buffer) own() { b.rest = b.room[:] }

func ownRoom() int {
	var b buffer // ERROR "b escapes to heap, not allowed in runtime"
	b.own()
	return len(b.rest)
}
