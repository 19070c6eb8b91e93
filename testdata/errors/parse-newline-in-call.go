package p

func f(a, b int) int { return a + b }

var x = f(1,
	2
)

var y = []int{
	1,
	2
}
