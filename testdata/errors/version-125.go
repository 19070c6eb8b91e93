// flags -lang=go1.25

package p

var p = new(1 + 2) // ERROR "new\(1 \+ 2\) requires go1\.26 or later \(-lang was set to go1\.25; check go"
var q = new("text") // ERROR "new\(.text.\) requires go1\.26 or later \(-lang was set to go1\.25; check g"

type T[P T[P]] interface{ m(P) }
