package main

type namer interface{ name() string }

func main() {
	var n namer
	n.(interface{ other() }).other()
}
