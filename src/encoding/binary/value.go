package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
	"slices"
)

// Values have a fixed size if they are booleans, numbers of a type with a size in its name, and arrays and structs of these.
// What can be read and written are such values, pointers to them and slices of them.

var errShort = errors.New("buffer too small")

// Size returns how many bytes Write makes of v; -1 if it cannot be written.
func Size(v any) int {
	if n := quickSize(v); n >= 0 {
		return n
	}
	return sizeOf(reflect.Indirect(reflect.ValueOf(v)))
}

// quickSize is Size for bytes and integers; -1 for all others.
func quickSize(v any) int {
	switch v := v.(type) {
	case bool, int8, uint8, *bool, *int8, *uint8:
		return 1
	case int16, uint16, *int16, *uint16:
		return 2
	case int32, uint32, float32, *int32, *uint32, *float32:
		return 4
	case int64, uint64, float64, *int64, *uint64, *float64:
		return 8
	case []bool:
		return len(v)
	case []int8:
		return len(v)
	case []uint8:
		return len(v)
	case []int16:
		return 2 * len(v)
	case []uint16:
		return 2 * len(v)
	case []int32:
		return 4 * len(v)
	case []uint32:
		return 4 * len(v)
	case []float32:
		return 4 * len(v)
	case []int64:
		return 8 * len(v)
	case []uint64:
		return 8 * len(v)
	case []float64:
		return 8 * len(v)
	}
	return -1
}

// sizeOf is Size of what is no pointer.
func sizeOf(v reflect.Value) int {
	if !v.IsValid() { // nil
		return -1
	}
	if v.Kind() != reflect.Slice {
		return typeSize(v.Type())
	}
	n := typeSize(v.Type().Elem())
	if n < 0 {
		return -1
	}
	return n * v.Len()
}

// typeSize returns the size of values of a type; -1 if they have none.
func typeSize(t reflect.Type) int {
	switch k := t.Kind(); k {
	case reflect.Array:
		if n := typeSize(t.Elem()); n >= 0 {
			return n * t.Len()
		}
		return -1
	case reflect.Struct:
		sum := 0
		for i := range t.NumField() {
			n := typeSize(t.Field(i).Type)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	case reflect.Int, reflect.Uint, reflect.Uintptr:
		return -1
	default:
		if reflect.Bool <= k && k <= reflect.Complex128 {
			return int(t.Size())
		}
	}
	return -1
}

// target returns the value that data, of Read or Decode, points to, and its size.
func target(data any) (v reflect.Value, size int) {
	v = reflect.ValueOf(data)
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
	case reflect.Slice:
	default:
		return v, -1
	}
	return v, sizeOf(v)
}

func invalid(op string, data any) error {
	return errors.New("binary." + op + ": invalid type " + reflect.TypeOf(data).String())
}

func unfixed(op string, data any) error {
	return errors.New("binary." + op + ": some values are not fixed-sized in type " + reflect.TypeOf(data).String())
}

// Read reads data, a pointer or a slice, from r. The error is io.EOF only if there was nothing.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, size := target(data)
	if size < 0 {
		return invalid("Read", data)
	}
	buf := make([]byte, size)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	if !quickDecode(buf, order, data) {
		c := &coder{order, buf}
		c.get(v)
	}
	return nil
}

// Decode reads data, a pointer or a slice, from the beginning of buf, and returns how many bytes it took.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size := target(data)
	if size < 0 {
		return 0, invalid("Decode", data)
	}
	if len(buf) < size {
		return 0, errShort
	}
	if !quickDecode(buf[:size], order, data) {
		c := &coder{order, buf[:size]}
		c.get(v)
	}
	return size, nil
}

// Write writes data to w.
func Write(w io.Writer, order ByteOrder, data any) error {
	size := Size(data)
	if size < 0 {
		return unfixed("Write", data)
	}
	buf := make([]byte, size)
	encode(buf, order, data)
	_, err := w.Write(buf)
	return err
}

// Encode writes data to the beginning of buf, and returns how many bytes it took.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	size := Size(data)
	if size < 0 {
		return 0, unfixed("Encode", data)
	}
	if len(buf) < size {
		return 0, errShort
	}
	encode(buf[:size], order, data)
	return size, nil
}

// Append appends data to buf.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	size := Size(data)
	if size < 0 {
		return nil, unfixed("Append", data)
	}
	n := len(buf)
	buf = slices.Grow(buf, size)[:n+size]
	encode(buf[n:], order, data)
	return buf, nil
}

// quickDecode decodes what is most frequent.
func quickDecode(b []byte, order ByteOrder, data any) bool {
	switch p := data.(type) {
	case *uint8:
		*p = b[0]
	case *int16:
		*p = int16(order.Uint16(b))
	case *uint16:
		*p = order.Uint16(b)
	case *int32:
		*p = int32(order.Uint32(b))
	case *uint32:
		*p = order.Uint32(b)
	case *int64:
		*p = int64(order.Uint64(b))
	case *uint64:
		*p = order.Uint64(b)
	case []uint8:
		copy(p, b)
	case []uint32:
		for i := range p {
			p[i] = order.Uint32(b[4*i:])
		}
	case []uint64:
		for i := range p {
			p[i] = order.Uint64(b[8*i:])
		}
	default:
		return false
	}
	return true
}

// encode encodes data, which fits.
func encode(b []byte, order ByteOrder, data any) {
	switch x := data.(type) {
	case uint8:
		b[0] = x
	case int16:
		order.PutUint16(b, uint16(x))
	case uint16:
		order.PutUint16(b, x)
	case int32:
		order.PutUint32(b, uint32(x))
	case uint32:
		order.PutUint32(b, x)
	case int64:
		order.PutUint64(b, uint64(x))
	case uint64:
		order.PutUint64(b, x)
	case []uint8:
		copy(b, x)
	case []uint32:
		for i, e := range x {
			order.PutUint32(b[4*i:], e)
		}
	case []uint64:
		for i, e := range x {
			order.PutUint64(b[8*i:], e)
		}
	default:
		c := &coder{order, b}
		c.put(reflect.Indirect(reflect.ValueOf(data)))
	}
}

// A coder goes through a value and the bytes it has.
type coder struct {
	order ByteOrder
	rest  []byte
}

// next returns the next n bytes.
func (c *coder) next(n int) []byte {
	b := c.rest[:n]
	c.rest = c.rest[n:]
	return b
}

// bits returns an integer of n bytes.
func (c *coder) bits(n int) uint64 {
	switch b := c.next(n); n {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(c.order.Uint16(b))
	case 4:
		return uint64(c.order.Uint32(b))
	default:
		return c.order.Uint64(b)
	}
}

func (c *coder) putBits(n int, x uint64) {
	switch b := c.next(n); n {
	case 1:
		b[0] = byte(x)
	case 2:
		c.order.PutUint16(b, uint16(x))
	case 4:
		c.order.PutUint32(b, uint32(x))
	default:
		c.order.PutUint64(b, x)
	}
}

// float returns a number of n bytes.
func (c *coder) float(n int) float64 {
	if n == 4 {
		return float64(math.Float32frombits(uint32(c.bits(n))))
	}
	return math.Float64frombits(c.bits(n))
}

func (c *coder) putFloat(n int, x float64) {
	if n == 4 {
		c.putBits(n, uint64(math.Float32bits(float32(x))))
	} else {
		c.putBits(n, math.Float64bits(x))
	}
}

// blank reports whether a field cannot be got at: its bytes are zeros, and skipped in reading.
func blank(t reflect.Type, i int) bool { return t.Field(i).Name == "_" }

// get sets v.
func (c *coder) get(v reflect.Value) {
	n := int(v.Type().Size())
	switch k := v.Kind(); k {
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			c.get(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); blank(v.Type(), i) {
				c.next(typeSize(f.Type()))
			} else {
				c.get(f)
			}
		}
	case reflect.Bool:
		v.SetBool(c.bits(1) != 0)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(c.float(n))
	case reflect.Complex64, reflect.Complex128:
		re := c.float(n / 2)
		v.SetComplex(complex(re, c.float(n/2)))
	default:
		if v.CanInt() {
			shift := uint(64 - 8*n)
			v.SetInt(int64(c.bits(n)<<shift) >> shift)
		} else {
			v.SetUint(c.bits(n))
		}
	}
}

// put writes v.
func (c *coder) put(v reflect.Value) {
	n := int(v.Type().Size())
	switch k := v.Kind(); k {
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			c.put(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); blank(v.Type(), i) {
				clear(c.next(typeSize(f.Type())))
			} else {
				c.put(f)
			}
		}
	case reflect.Bool:
		x := uint64(0)
		if v.Bool() {
			x = 1
		}
		c.putBits(1, x)
	case reflect.Float32, reflect.Float64:
		c.putFloat(n, v.Float())
	case reflect.Complex64, reflect.Complex128:
		c.putFloat(n/2, real(v.Complex()))
		c.putFloat(n/2, imag(v.Complex()))
	default:
		if v.CanInt() {
			c.putBits(n, uint64(v.Int()))
		} else {
			c.putBits(n, v.Uint())
		}
	}
}
