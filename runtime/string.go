// Strings: concatenation and conversions.

package runtime

import (
	"internal/bytealg"
	"unsafe"
)

// A tmpBuf is room on the caller's stack for a result that does not escape.
const tmpStringBufSize = 32

type tmpBuf [tmpStringBufSize]byte

// stringStruct is how a string looks in memory.
type stringStruct struct {
	str unsafe.Pointer
	len int
}

// stringStructDWARF is the form debuggers know strings by.
type stringStructDWARF struct {
	str *byte
	len int
}

// rawbytes returns n bytes of memory: buf if they fit, else from the heap. What does
// not belong to the result's capacity is cleared.
func rawbytes(buf *tmpBuf, n int) []byte {
	if buf != nil && n <= len(buf) {
		return buf[:n]
	}
	return rawbyteslice(n)
}

// rawbyteslice returns n bytes of new memory that the caller fills, with the capacity
// of the size class.
func rawbyteslice(n int) []byte {
	size := roundupsize(uintptr(n), true)
	p := mallocgc(size, nil, false)
	if size > uintptr(n) {
		memclrNoHeapPointers(add(p, uintptr(n)), size-uintptr(n))
	}
	return unsafe.Slice((*byte)(p), int(size))[:n]
}

// rawstring returns n bytes of new memory.
func rawstring(n int) []byte {
	return unsafe.Slice((*byte)(mallocgc(uintptr(n), nil, false)), n)
}

// totallen adds up lengths and counts the strings that are not empty; last is the
// index of one such.
func totallen(a []string) (n, count, last int) {
	for i := 0; i < len(a); i++ {
		if len(a[i]) == 0 {
			continue
		}
		n += len(a[i])
		if n < 0 {
			throw("string concatenation too long")
		}
		count++
		last = i
	}
	return n, count, last
}

// concatstrings joins a. A single non-empty operand is returned as it is, unless it
// lives on a stack that the result might outlive.
func concatstrings(buf *tmpBuf, a []string) string {
	n, count, last := totallen(a)
	if count == 0 {
		return ""
	}
	if count == 1 && (buf != nil || !stringOnStack(a[last])) {
		return a[last]
	}
	var b []byte
	if buf != nil && n <= len(buf) {
		b = buf[:n]
	} else {
		b = rawstring(n)
	}
	copyall(b, a)
	return unsafe.String(&b[0], n)
}

// copyall copies the strings one behind the other.
func copyall(b []byte, a []string) {
	at := 0
	for i := 0; i < len(a); i++ {
		at += copy(b[at:], a[i])
	}
}

// stringOnStack reports whether s lies on the current goroutine's stack.
func stringOnStack(s string) bool {
	p := uintptr(unsafe.Pointer(unsafe.StringData(s)))
	gp := getg()
	return gp.stack.lo <= p && p < gp.stack.hi
}

func concatstring2(tmp *tmpBuf, a, b string) string {
	return concatstrings(tmp, []string{a, b})
}

func concatstring3(tmp *tmpBuf, a, b, c string) string {
	return concatstrings(tmp, []string{a, b, c})
}

func concatstring4(tmp *tmpBuf, a, b, c, d string) string {
	return concatstrings(tmp, []string{a, b, c, d})
}

func concatstring5(tmp *tmpBuf, a, b, c, d, e string) string {
	return concatstrings(tmp, []string{a, b, c, d, e})
}

// concatbytes joins a into a byte slice, for []byte(a + b).
func concatbytes(buf *tmpBuf, a []string) []byte {
	n, _, _ := totallen(a)
	if n == 0 {
		return []byte{}
	}
	b := rawbytes(buf, n)
	copyall(b, a)
	return b
}

func concatbyte2(tmp *tmpBuf, a, b string) []byte {
	return concatbytes(tmp, []string{a, b})
}

func concatbyte3(tmp *tmpBuf, a, b, c string) []byte {
	return concatbytes(tmp, []string{a, b, c})
}

func concatbyte4(tmp *tmpBuf, a, b, c, d string) []byte {
	return concatbytes(tmp, []string{a, b, c, d})
}

func concatbyte5(tmp *tmpBuf, a, b, c, d, e string) []byte {
	return concatbytes(tmp, []string{a, b, c, d, e})
}

// slicebytetostring is string(b). One byte needs no memory: it is in a table.
func slicebytetostring(buf *tmpBuf, ptr *byte, n int) string {
	if n == 0 {
		return ""
	}
	if n == 1 {
		p := unsafe.Pointer(&staticuint64s[*ptr])
		return unsafe.String((*byte)(p), 1)
	}
	p := unsafe.Pointer(buf)
	if buf == nil || n > len(buf) {
		p = mallocgc(uintptr(n), nil, false)
	}
	memmove(p, unsafe.Pointer(ptr), uintptr(n))
	return unsafe.String((*byte)(p), n)
}

// slicebytetostringtmp is string(b) where the compiler knows that b does not change
// while the string is in use.
func slicebytetostringtmp(ptr *byte, n int) string {
	return unsafe.String(ptr, n)
}

// stringtoslicebyte is []byte(s).
func stringtoslicebyte(buf *tmpBuf, s string) []byte {
	if buf == nil || len(s) > len(buf) {
		b := rawbyteslice(len(s))
		copy(b, s)
		return b
	}
	*buf = tmpBuf{} // the capacity is visible too
	copy(buf[:], s)
	return buf[:len(s)]
}

// stringtoslicerune is []rune(s).
func stringtoslicerune(buf *[tmpStringBufSize]rune, s string) []rune {
	n := countrunes(s)
	var a []rune
	if buf != nil && n <= len(buf) {
		*buf = [tmpStringBufSize]rune{}
		a = buf[:n]
	} else {
		a = rawruneslice(n)
	}
	at := 0
	for i := 0; i < len(s); {
		if c := s[i]; c < runeSelf {
			a[at] = rune(c)
			i++
		} else {
			a[at], i = decoderune(s, i)
		}
		at++
	}
	return a
}

// rawruneslice returns room for n runes, with the capacity of the size class.
func rawruneslice(n int) []rune {
	if uintptr(n) > maxAlloc/4 {
		throw("out of memory")
	}
	size := roundupsize(uintptr(n)*4, true)
	p := mallocgc(size, nil, false)
	memclrNoHeapPointers(add(p, uintptr(n)*4), size-uintptr(n)*4)
	return unsafe.Slice((*rune)(p), int(size/4))[:n]
}

// slicerunetostring is string(runes).
func slicerunetostring(buf *tmpBuf, a []rune) string {
	var tmp [4]byte
	n := 0
	for i := 0; i < len(a); i++ {
		n += encoderune(&tmp, a[i])
	}
	if n == 0 {
		return ""
	}
	var b []byte
	if buf != nil && n <= len(buf) {
		b = buf[:n]
	} else {
		b = rawstring(n)
	}
	at := 0
	for i := 0; i < len(a); i++ {
		k := encoderune(&tmp, a[i])
		copy(b[at:], tmp[:k])
		at += k
	}
	return unsafe.String(&b[0], n)
}

// intstring is string(rune(v)).
func intstring(buf *[4]byte, v int64) string {
	if int64(rune(v)) != v {
		v = runeError
	}
	var tmp [4]byte
	n := encoderune(&tmp, rune(v))
	var b []byte
	if buf != nil {
		b = buf[:n]
	} else {
		b = rawstring(n)
	}
	copy(b, tmp[:n])
	return unsafe.String(&b[0], n)
}

// gostringnocopy makes a string of NUL-ended bytes in place.
func gostringnocopy(p *byte) string { return cstring(p) }

// indexByteString returns the index of c in s, or -1.
func indexByteString(s string, c byte) int { return bytealg.IndexByteString(s, c) }

func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

func hasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}
