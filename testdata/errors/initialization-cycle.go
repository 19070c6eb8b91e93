package p

var a = b // ERROR "initialization cycle for a"
var b = c
var c = f()

func f() int { return a }

var d = g // ERROR "initialization cycle for d"

func g() { _ = d }

type T struct{}

func (T) m() int { return e }

var e = T{}.m() // ERROR "initialization cycle for e"
var h = T.m

var i, j = pair() // ERROR "initialization cycle for j"

func pair() (int, int) { return j, 1 }

var k = func() int { return k }() // ERROR "initialization cycle: k refers to itself"

const l = m // ERROR "initialization cycle for l"
const m = l

var n = [len(n)]int{} // ERROR "initialization cycle: n refers to itself"
var o int = o // ERROR "initialization cycle: o refers to itself"
var q *int = &r // ERROR "initialization cycle for q"
var r = *q
