package p

func f(a ...int, b int) {} // ERROR "can only use \.\.\. with final parameter"

func g() (r ...int) { return } // ERROR "invalid use of \.\.\."

func h(...int, string) {} // ERROR "can only use \.\.\. with final parameter"

type t func(a, b ...int) // ERROR "can only use \.\.\. with final parameter"
