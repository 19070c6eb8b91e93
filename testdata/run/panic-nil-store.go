package main

func store(p *int, v int) {
	*p = v
}

func main() {
	store(new(int), 1)
	store(nil, 2)
}
