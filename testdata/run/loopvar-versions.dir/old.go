//go:build go1.21

package main

func old() (fs []func() int) {
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	return
}

func oldRange() (fs []func() int) {
	for i, v := range []int{5, 6, 7} {
		fs = append(fs, func() int { return i + v })
	}
	return
}
