package main

func at(a *[4]string, i int) string {
	return a[i]
}

func main() {
	println(at(&[4]string{}, -1))
}
