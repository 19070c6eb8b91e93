// Floating point in registers: how long points stay near zero.
package main

func escape(cx, cy float64, limit int) int {
	x, y := 0.0, 0.0
	for i := range limit {
		xx, yy := x*x, y*y
		if xx+yy > 4 {
			return i
		}
		x, y = xx-yy+cx, 2*x*y+cy
	}
	return limit
}

func main() {
	const size = 700
	sum := 0
	for row := range size {
		for column := range size {
			sum += escape(float64(column)*3/size-2, float64(row)*2/size-1, 500)
		}
	}
	println(sum)
}
