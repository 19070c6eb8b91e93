// strings.Builder and strings.Reader: growth, seeking, unreading, errors.
package main

import (
	"fmt"
	"io"
	"strings"
)

func main() {
	var b strings.Builder
	b.Grow(10)
	fmt.Println(b.Len(), b.Cap() >= 10)
	b.WriteString("abc")
	b.WriteByte('d')
	b.WriteRune('é')
	b.WriteRune(-1)
	b.Write([]byte("!"))
	fmt.Printf("%q %d\n", b.String(), b.Len())
	b.Reset()
	fmt.Println(b.Len(), b.Cap())
	func() {
		defer func() { fmt.Println(recover()) }()
		b.Grow(-1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		b.WriteByte('x')
		c := b
		c.WriteByte('y')
	}()

	r := strings.NewReader("héllo, world")
	fmt.Println(r.Len(), r.Size(), r.UnreadByte(), r.UnreadRune())
	for range 3 {
		fmt.Println(r.ReadRune())
	}
	fmt.Println(r.UnreadRune(), r.UnreadRune())
	fmt.Println(r.ReadByte())
	p := make([]byte, 5)
	n, err := r.ReadAt(p, 8)
	fmt.Println(n, err, string(p[:n]))
	n, err = r.ReadAt(p, 10)
	fmt.Println(n, err, string(p[:n]))
	_, err = r.ReadAt(p, -1)
	fmt.Println(err)
	fmt.Println(r.Seek(-5, io.SeekEnd))
	fmt.Println(r.Seek(-50, io.SeekCurrent))
	fmt.Println(r.Seek(0, 7))
	var out strings.Builder
	m, err := r.WriteTo(&out)
	fmt.Println(m, err, out.String(), r.Len())
	fmt.Println(r.ReadByte())
	fmt.Println(r.Seek(100, io.SeekStart))
	fmt.Println(r.Read(p))
	r.Reset("new")
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
}
