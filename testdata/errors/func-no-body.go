// flags -complete
package p

func declared(x int) int

func f() {
	declared(1)
}
