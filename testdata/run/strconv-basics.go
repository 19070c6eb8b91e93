package main

import "strconv"

func main() {
	println(strconv.Itoa(-12345), strconv.Quote("hé\n\x00世"), strconv.FormatFloat(3.14159, 'g', -1, 64), strconv.FormatFloat(1e23, 'e', -1, 64), strconv.FormatFloat(2.5, 'f', 3, 64))
	f, err := strconv.ParseFloat("1e400", 64)
	println(f, err.Error())
	f, err = strconv.ParseFloat("0.1", 64)
	println(f, err == nil)
	n, err := strconv.Atoi("12x")
	println(n, err.Error())
}
