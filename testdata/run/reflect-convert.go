package main

import (
	"fmt"
	"math"
	"reflect"
)

type (
	myInt    int32
	myString string
	myBytes  []byte
	myByte   byte
	stringer interface{ String() string }
	tagged   struct {
		A int `a:"1"`
	}
	plain struct{ A int }
	num   int
)

func (n num) String() string { return fmt.Sprint("num ", int(n)) }

func convert(x any, to reflect.Type) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	v := reflect.ValueOf(x)
	fmt.Print(v.Type(), " to ", to, ": ", v.CanConvert(to), " ")
	r := v.Convert(to)
	fmt.Printf("%v %v\n", r.Type(), r)
}

func main() {
	convert(300, reflect.TypeFor[int8]())
	convert(-1, reflect.TypeFor[uint16]())
	convert(uint8(200), reflect.TypeFor[myInt]())
	convert(uint64(math.MaxUint64), reflect.TypeFor[float64]())
	convert(3.99, reflect.TypeFor[int]())
	convert(3.99, reflect.TypeFor[uint8]())
	convert(1e300, reflect.TypeFor[float32]())
	convert(float32(0.1), reflect.TypeFor[float64]())
	convert(complex64(1+2i), reflect.TypeFor[complex128]())
	convert(65, reflect.TypeFor[string]())
	convert(int64(1)<<40, reflect.TypeFor[myString]())
	convert(uint(0x1F600), reflect.TypeFor[string]())
	convert("héy", reflect.TypeFor[[]byte]())
	convert("héy", reflect.TypeFor[[]rune]())
	convert("héy", reflect.TypeFor[myBytes]())
	convert("héy", reflect.TypeFor[[]myByte]())
	convert([]byte("bytes"), reflect.TypeFor[myString]())
	convert([]rune("runes"), reflect.TypeFor[string]())
	convert(myBytes("x"), reflect.TypeFor[[]byte]())
	convert(tagged{1}, reflect.TypeFor[plain]())
	convert(num(4), reflect.TypeFor[stringer]())
	convert(4, reflect.TypeFor[any]())
	convert(4, reflect.TypeFor[stringer]())
	convert([]int{1, 2, 3}, reflect.TypeFor[[2]int]())
	convert([]int{1, 2, 3}, reflect.TypeFor[[4]int]())
	convert([]int{1}, reflect.TypeFor[*[2]int]())
	convert(make(chan int), reflect.TypeFor[string]())
	convert("x", reflect.TypeFor[int]())
	convert(true, reflect.TypeFor[int]())
	p := reflect.ValueOf([]int{4, 5, 6}).Convert(reflect.TypeFor[*[2]int]())
	p.Elem().Index(0).SetInt(40)
	fmt.Println(p.Elem(), reflect.ValueOf(make(chan int)).Convert(reflect.TypeFor[<-chan int]()).Type())
	fmt.Println(reflect.ValueOf(&tagged{7}).Convert(reflect.TypeFor[*plain]()).Elem().Field(0))
	nan := math.Float32frombits(0x7f800001)
	fmt.Printf("%x\n", math.Float32bits(reflect.ValueOf(nan).Convert(reflect.TypeFor[float32]()).Interface().(float32)))
}
