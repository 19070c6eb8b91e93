package p

func result() [1 << 40]int { return [1 << 40]int{} } // ERROR "stack frame too large \(>1GB\)"

func compare(a, b [1 << 33]*int) bool { return a == b } // ERROR "stack frame too large \(>1GB\)"

func heap() int {
	var x [1 << 40]int // too large for a stack: made by newobject
	return x[len(x)-1]
}
