package main

type huge struct {
	pad [1 << 20]byte
	val int
}

func get(h *huge) int { return h.val }

func main() {
	println(get(new(huge)))
	println(get(nil))
}
