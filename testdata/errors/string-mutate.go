package p

func f(s string) {
	s[0] = 'x' // ERROR "cannot assign to s\[0\] \(neither addressable nor a map index expression\)"
	s[1]++ // ERROR "cannot assign to s\[1\] \(neither addressable nor a map index expression\)"
	_ = &s[0] // ERROR "invalid operation: cannot take address of s\[0\] \(value of type byte\)"
	s[1:2] = "a" // ERROR "cannot assign to s\[1:2\] \(neither addressable nor a map index expression\)"
	for i, s[0] = range []byte{1} { // ERROR "undefined: i" "cannot assign to s\[0\] \(neither addressable nor a map index expression\)"
	}
	p := &"lit"[0] // ERROR "declared and not used: p" `invalid operation: cannot take address of "lit"\[0\] \(value of type byte\)`
}
