package p

type T int

func (a ...T) m() {} // ERROR "invalid use of \.\.\."
func f(a ...int, b int) {} // ERROR "can only use \.\.\. with final parameter"
func g() (a ...int) { return } // ERROR "invalid use of \.\.\."
func h(...int, int) {} // ERROR "can only use \.\.\. with final parameter"
