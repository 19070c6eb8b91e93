// Floating point in structs behind pointers: planets pull at each other.
package main

import "math"

type body struct {
	x, y, z    float64
	vx, vy, vz float64
	mass       float64
}

func advance(bodies []body, dt float64) {
	for i := range bodies {
		a := &bodies[i]
		for j := i + 1; j < len(bodies); j++ {
			b := &bodies[j]
			dx, dy, dz := a.x-b.x, a.y-b.y, a.z-b.z
			square := dx*dx + dy*dy + dz*dz
			pull := dt / (square * math.Sqrt(square))
			a.vx -= dx * b.mass * pull
			a.vy -= dy * b.mass * pull
			a.vz -= dz * b.mass * pull
			b.vx += dx * a.mass * pull
			b.vy += dy * a.mass * pull
			b.vz += dz * a.mass * pull
		}
	}
	for i := range bodies {
		b := &bodies[i]
		b.x += dt * b.vx
		b.y += dt * b.vy
		b.z += dt * b.vz
	}
}

func energy(bodies []body) float64 {
	e := 0.0
	for i, a := range bodies {
		e += 0.5 * a.mass * (a.vx*a.vx + a.vy*a.vy + a.vz*a.vz)
		for _, b := range bodies[i+1:] {
			dx, dy, dz := a.x-b.x, a.y-b.y, a.z-b.z
			e -= a.mass * b.mass / math.Sqrt(dx*dx+dy*dy+dz*dz)
		}
	}
	return e
}

func main() {
	bodies := []body{
		{mass: 40},
		{x: 5, y: -1, z: -0.1, vx: 0.6, vy: 2.8, vz: -0.02, mass: 0.04},
		{x: 8, y: 4, z: -0.4, vx: -1, vy: 1.8, vz: 0.008, mass: 0.01},
		{x: 13, y: -15, z: -0.2, vx: 1.1, vy: 0.9, vz: -0.01, mass: 0.002},
		{x: 15, y: -26, z: 0.2, vx: 1, vy: 0.6, vz: -0.03, mass: 0.002},
	}
	for range 2000000 {
		advance(bodies, 0.001)
	}
	println(int64(energy(bodies) * 1e6))
}
