package p; import "fmt"; var a = 1; func f() { return }; type t struct { a int; b string }; type i interface { m(); int }

func g() /* a comment on a line */ { /* one
over two */ if x := 1; x > 0 { fmt.Println(x) }; for i := 0; i < 1; i++ { }; { } }

func h(
	a int, // comments where a line may end
	b ...string, /* and
	where it must */
) (
	c int,
) {
	x := []int{
		1,
		2,
	}
	return x[
		0] +
		x[1]
}

var last = 'x'
