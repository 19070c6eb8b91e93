// Search in graphs: breadth first, depth first, shortest paths by Dijkstra and Floyd, components, spanning tree, mazes.
package main

import (
	"container/heap"
	"container/list"
	"fmt"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
)

type Edge struct {
	to     string
	weight float64
}

type Graph struct {
	edges map[string][]Edge
}

func (g *Graph) Add(a, b string, w float64) {
	if g.edges == nil {
		g.edges = map[string][]Edge{}
	}
	g.edges[a] = append(g.edges[a], Edge{b, w})
	g.edges[b] = append(g.edges[b], Edge{a, w})
}

func (g *Graph) Nodes() []string {
	var ns []string
	for n := range g.edges {
		ns = append(ns, n)
	}
	sort.Strings(ns)
	return ns
}

func (g *Graph) BFS(from string, visit func(node string, depth int) bool) {
	type item struct {
		node  string
		depth int
	}
	seen := map[string]bool{from: true}
	q := list.New()
	q.PushBack(item{from, 0})
	for q.Len() > 0 {
		it := q.Remove(q.Front()).(item)
		if !visit(it.node, it.depth) {
			return
		}
		for _, e := range g.edges[it.node] {
			if !seen[e.to] {
				seen[e.to] = true
				q.PushBack(item{e.to, it.depth + 1})
			}
		}
	}
}

type state struct {
	node string
	dist float64
}
type frontier []state

func (f frontier) Len() int           { return len(f) }
func (f frontier) Less(i, j int) bool { return f[i].dist < f[j].dist }
func (f frontier) Swap(i, j int)      { f[i], f[j] = f[j], f[i] }
func (f *frontier) Push(x any)        { *f = append(*f, x.(state)) }
func (f *frontier) Pop() (x any)      { n := len(*f) - 1; x, *f = (*f)[n], (*f)[:n]; return }

func (g *Graph) Shortest(from, to string) (path []string, length float64) {
	dist := map[string]float64{from: 0}
	prev := map[string]string{}
	f := &frontier{{from, 0}}
	for f.Len() > 0 {
		s := heap.Pop(f).(state)
		if s.node == to {
			for n, ok := to, true; ok; {
				path = append(path, n)
				n, ok = prev[n]
			}
			slices.Reverse(path)
			return path, s.dist
		}
		for _, e := range g.edges[s.node] {
			d := s.dist + e.weight
			if old, ok := dist[e.to]; !ok || d < old {
				dist[e.to], prev[e.to] = d, s.node
				heap.Push(f, state{e.to, d})
			}
		}
	}
	return nil, math.Inf(1)
}

func (g *Graph) Spanning() (tree []string, total float64) {
	type full struct {
		a, b string
		w    float64
	}
	var all []full
	for a, es := range g.edges {
		for _, e := range es {
			if a < e.to {
				all = append(all, full{a, e.to, e.weight})
			}
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].w != all[j].w {
			return all[i].w < all[j].w
		}
		return all[i].a+all[i].b < all[j].a+all[j].b
	})
	parent := map[string]string{}
	var find func(string) string
	find = func(n string) string {
		p, ok := parent[n]
		if !ok {
			return n
		}
		parent[n] = find(p)
		return parent[n]
	}
	for _, e := range all {
		if x, y := find(e.a), find(e.b); x != y {
			parent[x] = y
			tree = append(tree, e.a+"-"+e.b)
			total += e.w
		}
	}
	return
}

func solve(maze []string) [][]byte {
	grid := make([][]byte, len(maze))
	for i, l := range maze {
		grid[i] = []byte(l)
	}
	var walk func(r, c int) bool
	walk = func(r, c int) bool {
		switch grid[r][c] {
		case 'E':
			return true
		case ' ', 'S':
		default:
			return false
		}
		old := grid[r][c]
		grid[r][c] = '.'
		for _, d := range [...][2]int{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
			if walk(r+d[0], c+d[1]) {
				if old == 'S' {
					grid[r][c] = old
				}
				return true
			}
		}
		grid[r][c] = '-'
		return false
	}
	walk(1, 1)
	return grid
}

func main() {
	var g Graph
	for _, s := range strings.Fields("A-B-7 A-D-5 B-C-8 B-D-9 B-E-7 C-E-5 D-E-15 D-F-6 E-F-8 E-G-9 F-G-11 X-Y-1") {
		p := strings.Split(s, "-")
		w, err := strconv.ParseFloat(p[2], 64)
		if err != nil {
			fmt.Println(err)
		}
		g.Add(p[0], p[1], w)
	}
	fmt.Println(g.Nodes())
	g.BFS("A", func(n string, d int) bool {
		fmt.Print(n, d, " ")
		return n != "F"
	})
	fmt.Println()
	fmt.Println(g.Shortest("A", "G"))
	fmt.Println(g.Shortest("C", "A"))
	fmt.Println(g.Shortest("A", "X"))
	fmt.Println(g.Spanning())
	for _, l := range solve([]string{
		"###########", "#S  #     #", "# # # ### #", "# #   #   #", "# ##### # #", "#     # #E#", "###########",
	}) {
		fmt.Printf("%s\n", l)
	}
}
