// flags -e
package p

var v = 1

func f() int { return 1 }

const a = v // ERROR "v \(variable of type int\) is not constant"
const b = f() // ERROR "f\(\) \(value of type int\) is not constant"
const c = []int{1} // ERROR "\[\]int\{…\} \(value of type \[\]int\) is not constant"
const d int = "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in constant declaration`
const e = nil // ERROR "nil is not constant"
const g = len([]int{1}) // ERROR "len\(\[\]int\{…\}\) \(value of type int\) is not constant"
const h *int = nil // ERROR "invalid constant type \*int"
const i [1]int = 5 // ERROR "invalid constant type \[1\]int"

var j [v]int // ERROR "invalid array length v"
var k [f()]int // ERROR "array length f\(\) \(value of type int\) must be constant"
var l [-1]int // ERROR "invalid array length -1 \(untyped int constant\)"
var m ["a"]int // ERROR `array length "a" \(untyped string constant\) must be integer`
