// Interfaces: dispatch, type switches, assertions, values in them.
package main

type shape interface{ area() int }

type square struct{ side int }
type rectangle struct{ width, height int }
type circle struct{ radius int }

func (s square) area() int     { return s.side * s.side }
func (r *rectangle) area() int { return r.width * r.height }
func (c circle) area() int     { return 3 * c.radius * c.radius }

func measure(v any) int {
	switch v := v.(type) {
	case int:
		return v
	case string:
		return len(v)
	case square:
		return v.side
	case shape:
		return v.area() & 7
	}
	return 0
}

func main() {
	shapes := make([]shape, 1000)
	for i := range shapes {
		switch i % 3 {
		case 0:
			shapes[i] = square{i}
		case 1:
			shapes[i] = &rectangle{i, i + 1}
		case 2:
			shapes[i] = circle{i}
		}
	}
	values := []any{1, "four", square{5}, circle{6}, 2.5, &rectangle{2, 3}}
	sum := 0
	for round := range 80000 {
		for _, s := range shapes {
			sum += s.area()
		}
		for i := range 200 {
			sum += measure(values[(i+round)%len(values)])
		}
		if r, ok := shapes[round%1000].(*rectangle); ok {
			sum += r.width
		}
	}
	println(sum)
}
