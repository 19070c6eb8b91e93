package count

// Calls is how often Next was called.
var Calls int

func Next() int {
	Calls++
	return Calls
}

// Counter returns a function that counts from n, and what that calls.
func Counter(n int) func() int {
	return func() int {
		n++
		Calls += 100
		return n
	}
}
