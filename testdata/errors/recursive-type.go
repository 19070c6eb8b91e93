package p

type a struct{ x a } // ERROR "invalid recursive type: a refers to itself"

type b struct{ c } // ERROR "invalid recursive type b"
type c struct{ d [2]b }

type e [3]e // ERROR "invalid recursive type: e refers to itself"

type f *f
type g []g
type h func(h) h

type i interface{ i } // ERROR "invalid recursive type: i refers to itself"

type j = j // ERROR "invalid recursive type: j refers to itself"

type k struct{ next *k }
