// flags -e

package p

func f(c chan int, r <-chan int, s chan<- int, n int, x any, e error) {
	if n { // ERROR "non-boolean condition in if statement"
	}
	if n := 1; n { // ERROR "non-boolean condition in if statement"
	}
	for n { // ERROR "non-boolean condition in for statement"
	}
	for i := 0; i < "a"; i++ { // ERROR "invalid operation: i < .a. \(mismatched types int and untyped string\)"
	}
	for i, j, k := range "abc" { // ERROR "declared and not used: i" "declared and not used: j" "range clause permits at most two iteration variables"
	}
	for i := range 1.5 { // ERROR "cannot range over 1\.5 \(untyped float constant\)"
	}
	for range n {
	}
	for i, j := range n { // ERROR "declared and not used: i" "range over n \(variable of type int\) permits only one iteration variabl"
	}
	for i := range r { // ERROR "declared and not used: i"
	}
	for i, j := range r { // ERROR "declared and not used: i" "range over r \(variable of type <-chan int\) permits only one iteration "
	}
	for range s { // ERROR "cannot range over s \(variable of type chan<- int\): receive from send-o"
	}
	for i := range func(int) bool { return true } { // ERROR "cannot range over func\(int\) bool \{"
	}
	for i := range func(func(int) bool) {} { // ERROR "declared and not used: i"
	}
	for i, j := range func(func(int) bool) {} { // ERROR "declared and not used: i" "range over func\(func\(int\) bool\) \{\} \(value of type func\(func\(int\) bool\)"
	}
	r <- 1 // ERROR "invalid operation: cannot send to receive-only channel <-chan int r \(v"
	_ = <-s // ERROR "invalid operation: cannot receive from send-only channel chan<- int s "
	<-n // ERROR "invalid operation: cannot receive from non-channel int n \(variable of "
	close(r) // ERROR "invalid operation: cannot close receive-only channel r \(variable of ty"
	close(n) // ERROR "invalid operation: cannot close non-channel n \(variable of type int\)"
	go f // ERROR "expression in go must be function call"
	defer n // ERROR "expression in defer must be function call"
	go func() {} // ERROR "expression in go must be function call"
	defer len("a") // ERROR "defer discards result of len\(.a.\) \(constant 1 of type int\)"
	defer int(n) // ERROR "defer requires function call, not conversion int\(n\) \(value of type int"
	defer f(c, r, s, n, x, e)
	switch n {
	case "a": // ERROR "cannot convert .a. \(untyped string constant\) to type int"
	case nil: // ERROR "cannot convert nil to type int"
	case x:
	}
	switch f {
	case nil:
	}
	switch f {
	case f: // ERROR "invalid case f in switch on f \(func can only be compared to nil\)"
	}
	switch n := n.(type) { // ERROR "n declared and not used" "n \(variable of type int\) is not an interface"
	}
	switch y := x.(type) { // ERROR "y declared and not used"
	case int, string:
	case e: // ERROR "e \(parameter\) is not a type"
	}
	switch x.(type) {
	case 1: // ERROR "1 is not a type"
	}
	switch e.(type) {
	case int: // ERROR "impossible type switch case: int"
	case *int: // ERROR "impossible type switch case: \*int"
	}
	select {
	case n: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n == 1: // ERROR "select case must be send or receive \(possibly with assignment\)"
	case n := <-c: // ERROR "declared and not used: n"
	case c <- "a": // ERROR "cannot use .a. \(untyped string constant\) as int value in send"
	case a, b, d := <-c: // ERROR "declared and not used: a" "declared and not used: b" "declared and not used: d" "assignment mismatch: 3 variables but 1 value"
	}
	n := 1 // ERROR "no new variables on left side of :="
	n, _ := 2, 3 // ERROR "no new variables on left side of :="
	1 = n // ERROR "cannot assign to 1 \(neither addressable nor a map index expression\)"
	n + 1 = 2 // ERROR "cannot assign to n \+ 1 \(neither addressable nor a map index expression"
	f() = 1 // ERROR "not enough arguments in call to f" "f\(\) \(no value\) used as value"
	"a"[0] = 1 // ERROR "cannot assign to .a.\[0\] \(neither addressable nor a map index expressio"
	nil = n // ERROR "cannot assign to nil \(neither addressable nor a map index expression\)"
	_ = nil // ERROR "use of untyped nil in assignment to _ identifier"
	var _ = nil // ERROR "use of untyped nil in variable declaration"
	x.y++ // ERROR "x\.y undefined \(type any has no field or method y\)"
	_++ // ERROR "cannot use _ as value or type"
}
