// flags -e

package p

import (
	"unsafe" // ERROR ".unsafe. imported and not used"
	un "unsafe" // ERROR ".unsafe. imported as un and not used"
)

func f(param int) (result int) {
	a := 1
	var b, c = 2, 3 // ERROR "declared and not used: b"
	_ = c
	const unusedConst = 1
	type unusedType int
	d := func() { // ERROR "declared and not used: d"
		e := 1 // ERROR "declared and not used: e"
	}
	switch f := any(a).(type) { // ERROR "f declared and not used"
	case int:
	}
	switch g := any(1).(type) {
	case int:
		_ = g
	case string:
	}
	for h := range 10 { // ERROR "declared and not used: h"
	}
	for i := 0; i < 1; i++ {
		j := i // ERROR "declared and not used: j"
	}
	if k := 1; true { // ERROR "declared and not used: k"
	}
	select {
	case l := <-make(chan int): // ERROR "declared and not used: l"
	}
	var m *int
	*m = 1
	var n []int
	n[0] = 1
	var o struct{ x int }
	o.x = 1
	p, q := 1, 2 // ERROR "declared and not used: p"
	p, q = q, 3
	var r = func() { r := 1 } // ERROR "declared and not used: r" "declared and not used: r"
	return
}
