// Package encoding/binary: structs and slices in both orders, varints, errors.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
)

type header struct {
	Magic [4]byte
	A     int8
	B     uint16
	_     [3]byte
	C     []int32 `json:"-"`
}

type record struct {
	A int8
	B uint16
	_ [3]byte
	C [2]int32
	D float32
	E complex128
	F bool
	G struct{ X, Y uint64 }
}

func main() {
	type order interface {
		binary.ByteOrder
		binary.AppendByteOrder
	}
	in := record{A: -1, B: 2, C: [2]int32{-4, 5}, D: 1.5, E: 2 - 3i, F: true}
	in.G.X = math.MaxUint64 - 1
	for _, o := range []order{binary.LittleEndian, binary.BigEndian, binary.NativeEndian} {
		var b bytes.Buffer
		fmt.Println(o, binary.Write(&b, o, in), binary.Write(&b, o, []record{in}), binary.Write(&b, o, []uint16{1, 2}), binary.Size(in))
		fmt.Printf("%x %#v\n", b.Bytes(), o)
		var out [2]record
		fmt.Println(binary.Read(&b, o, out[:]), out[0] == in, out[1])
		var pair [2]uint16
		fmt.Println(binary.Read(&b, o, &pair), pair, binary.Read(&b, o, &pair))
		b.WriteByte(1)
		fmt.Println(binary.Read(&b, o, &pair), binary.Read(&b, o, pair), binary.Write(&b, o, 5), binary.Write(&b, o, header{}))
		fmt.Println(binary.Decode([]byte{1}, o, &pair))
		fmt.Println(binary.Encode(make([]byte, 2), o, in))
		fmt.Println(binary.Append([]byte("x"), o, []bool{true, false}))
		fmt.Println(o.AppendUint32(nil, 0x01020304), o.Uint16([]byte{1, 2}))
	}
	fmt.Println(binary.Size([]int16{1, 2}), binary.Size("x"), binary.Size([]string{}), binary.Size(struct{ A int }{}))
	for _, x := range []int64{0, 1, -1, 63, -64, 64, 300, math.MaxInt64, math.MinInt64} {
		b := binary.AppendVarint(nil, x)
		y, n := binary.Varint(b)
		z, err := binary.ReadVarint(bytes.NewReader(b))
		u, m := binary.Uvarint(b)
		fmt.Printf("%d %x %d %d %d %v %d %d\n", x, b, y, n, z, err, u, m)
	}
	for _, b := range [][]byte{{}, {0x80}, bytes.Repeat([]byte{0xff}, 9), append(bytes.Repeat([]byte{0xff}, 9), 2), bytes.Repeat([]byte{0x80}, 11)} {
		u, n := binary.Uvarint(b)
		v, err := binary.ReadUvarint(bytes.NewReader(b))
		fmt.Println(u, n, v, err)
	}
}
