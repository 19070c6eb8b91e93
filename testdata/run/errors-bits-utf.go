package main

import (
	"cmp"
	"errors"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

type E struct{}

func (E) Error() string { return "E!" }
func main() {
	e := errors.New("a")
	j := errors.Join(e, nil, E{})
	println(errors.Is(j, e), errors.Is(j, E{}), errors.Is(j, errors.ErrUnsupported), j.Error())
	x, ok := errors.AsType[E](j)
	println(x.Error(), ok)
	println(utf8.RuneCountInString("héllo"), utf8.RuneLen('€'), string(utf8.AppendRune(nil, '世')))
	println(len(utf16.Encode([]rune("a😀"))))
	h, l := bits.Mul64(1<<63+12345, 987654321987)
	println(h, l)
	println(cmp.Compare(1.5, 2), cmp.Or("", "x"))
	println(bits.TrailingZeros32(8), bits.Len(1000), bits.Reverse16(1))
	q, r := bits.Div64(1, 2, 3)
	println(q, r)
}
