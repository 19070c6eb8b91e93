package main

func find(rows [][]int, want int) (int, int) {
	i, j := 0, 0
search:
	for i = range rows {
		for j = range rows[i] {
			if rows[i][j] == want {
				break search
			}
		}
	}
	return i, j
}

func main() {
	println(find([][]int{{1, 2}, {3, 4, 5}, {6}}, 4))

outer:
	for i := 0; i < 4; i++ {
		for j := 0; j < 4; j++ {
			if j == 2 {
				continue outer
			}
			if i == 3 {
				break outer
			}
			print(i, j, " ")
		}
	}
	println()

	n := 0
again:
	n++
	if n < 5 {
		goto again
	}
	println(n)

loop:
	for {
		switch {
		case n > 8:
			break loop
		case n == 7:
			n++
			continue
		}
		switch n {
		case 6:
			break
		default:
			print("d", n, " ")
		}
		n++
	}
	println(n)

	for i := 0; ; i++ {
		if i == 1 {
			continue
		}
		if i > 3 {
			break
		}
		print(i, " ")
	}
	println()

choice:
	switch {
	case n == 9:
		if n > 0 {
			break choice
		}
		println("never")
	}
	goto end
end:
	println("end")
}
