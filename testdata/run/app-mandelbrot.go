// The Mandelbrot set in characters, a row per goroutine.
package main

import (
	"fmt"
	"math"
	"strings"
	"sync"
)

func row(y, width, height int) string {
	var b strings.Builder
	for x := range width {
		c := complex(float64(x)/float64(width)*3-2.2, float64(y)/float64(height-1)*2.4-1.2)
		z := complex128(0)
		n := 0
		for ; n < 60 && math.Hypot(real(z), imag(z)) < 2; n++ {
			z = z*z + c
		}
		b.WriteByte(" .,:;=+*oO%@#"[n*12/60])
	}
	return strings.TrimRight(b.String(), " ")
}

func main() {
	const width, height = 64, 25
	rows := make([]string, height)
	var wg sync.WaitGroup
	for y := range rows {
		wg.Go(func() { rows[y] = row(y, width, height) })
	}
	wg.Wait()
	for _, r := range rows {
		fmt.Println(r)
	}
}
