package p

func f() {
L: // ERROR "label L defined and not used"
}

func g() {
	break 1 // ERROR "syntax error: unexpected literal 1 at end of statement"
	goto
	continue x y // ERROR "syntax error: unexpected keyword continue, expected name"
	L: L: 
}
