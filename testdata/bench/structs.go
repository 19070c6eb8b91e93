// Structs by value: in arguments, results, slices and arrays.
package main

type vector struct{ x, y, z float64 }

type particle struct {
	position, velocity vector
	id                 int
	alive              bool
}

func (a vector) plus(b vector) vector    { return vector{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vector) scaled(f float64) vector { return vector{a.x * f, a.y * f, a.z * f} }
func (a vector) dot(b vector) float64    { return a.x*b.x + a.y*b.y + a.z*b.z }

func step(p particle, dt float64) particle {
	p.position = p.position.plus(p.velocity.scaled(dt))
	if p.position.dot(p.position) > 100 {
		p.velocity = p.velocity.scaled(-1)
	}
	p.alive = p.id%7 != 0
	return p
}

func main() {
	particles := make([]particle, 1000)
	for i := range particles {
		f := float64(i)
		particles[i] = particle{vector{f / 200, 1, -1}, vector{1, f / 300, 2}, i, true}
	}
	for range 20000 {
		for i, p := range particles {
			particles[i] = step(p, 0.01)
		}
	}
	sum := 0.0
	for _, p := range particles {
		if p.alive {
			sum += p.position.dot(p.velocity)
		}
	}
	println(int64(sum * 1000))
}
