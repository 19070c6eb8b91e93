// What package strconv says of bad numbers, and which odd ones are good.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"", "0", "-0", "+5", "1_000", "0x_1F", "0b12", "0o17", "017", "08", "9223372036854775808", "-9223372036854775809", "1e3", " 1", "0x", "_1", "1__2", "１"} {
		i, err := strconv.ParseInt(s, 0, 64)
		u, uerr := strconv.ParseUint(s, 10, 16)
		n, nerr := strconv.Atoi(s)
		fmt.Println(i, err, "|", u, uerr, "|", n, nerr)
	}
	for _, s := range []string{"1", "1.5e", ".5", "5.", ".", "1e400", "-1e400", "1e-400", "inf", "+Infinity", "infin", "nan", "0x1p-2", "0x1.8p1", "0x1", "1_0.5", "0x_1p0", "1e+_5", "4.9e-324", "2.4e-324", "1.7976931348623159e308", "0b1p3"} {
		f, err := strconv.ParseFloat(s, 64)
		g, gerr := strconv.ParseFloat(s, 32)
		fmt.Println(f, err, g, gerr)
	}
	for _, s := range []string{"1+2i", "i", "-i", "(3-4i)", "3", "1e400+1i", "1+i", "1i2", "inf+nani"} {
		fmt.Println(strconv.ParseComplex(s, 128))
	}
	for _, s := range []string{"1", "t", "TRUE", "True", "tRUE", "0", "F", "no"} {
		fmt.Println(strconv.ParseBool(s))
	}
	_, err := strconv.Atoi("x")
	fmt.Println(errors.Is(err, strconv.ErrSyntax), errors.Unwrap(err) == strconv.ErrSyntax)
	_, err = strconv.ParseInt("5", 1, 64)
	fmt.Println(err)
	_, err = strconv.ParseInt("5", 10, 65)
	fmt.Println(err)
	fmt.Println(strconv.FormatInt(-255, 16), strconv.FormatUint(1<<63, 36), strconv.FormatInt(-1<<63, 2), strconv.FormatComplex(1-2i, 'f', 1, 64))
	defer func() { fmt.Println(recover()) }()
	strconv.FormatInt(1, 37)
}
