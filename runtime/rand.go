// Random numbers. Every choice the runtime leaves to chance (hash seeds, select order,
// stealing) is drawn from randNext on the current p: a program's schedule is then a
// function of the seeds, which a debugging switch can fix.

package runtime

import (
	"internal/runtime/math"
	"unsafe"
)

var randseed uint64 // drawn from the kernel at start-up

// randinit seeds the generator: from the kernel, else from the clock.
func randinit() {
	if getrandom(unsafe.Pointer(&randseed), 8, 1) != 8 {
		randseed = uint64(cputicks()) ^ uint64(nanotime())<<20
	}
	if debug.randseed != 0 {
		randseed = uint64(debug.randseed)
	}
}

// mix is a step of the generator wyrand: a multiplication whose halves are folded.
//
//go:nosplit
func mix(a, b uint64) uint64 {
	hi, lo := math.Mul64(a, b)
	return hi ^ lo
}

// randNext is the hook: all random numbers of this p come from here.
func randNext(pp *p) uint64 {
	pp.randstate += 0xa0761d6478bd642f
	return mix(pp.randstate, pp.randstate^0xe7037ed1a0b428db)
}

// rand returns 64 random bits; 32 for rand32. The compiler calls them for map seeds.
func rand() uint64 {
	mp := acquirem()
	var x uint64
	if pp := mp.p.ptr(); pp != nil {
		x = randNext(pp)
	} else {
		x = mix(uint64(cputicks()), randseed|1)
	}
	releasem(mp)
	return x
}

func rand32() uint32 { return uint32(rand() >> 32) }

// randn returns a random number below n.
func randn(n uint32) uint32 {
	return uint32(uint64(rand32()) * uint64(n) >> 32)
}
