package main

type grid [3][3]int

func set(g *grid, i, j, v int) {
	g[i][j] = v
}

func main() {
	var g grid
	set(&g, 2, 2, 1)
	println(g[2][2])
	set(&g, 1,
		5, 1)
}
