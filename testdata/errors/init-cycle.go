package p

var a = b // ERROR "initialization cycle for a"
var b = c + 1
var c = f()

func f() int { return a }

var x = x // ERROR "initialization cycle: x refers to itself"

const k = l // ERROR "initialization cycle for k"
const l = k

var y = func() int { return y2() } // ERROR "initialization cycle for y"

func y2() int { return y() }
