// print and println. The compiler turns println(a, b) into printlock, a call for each
// operand, printsp between them, printnl, printunlock. Everything goes to standard
// error, one write for each statement.

package runtime

import "unsafe"

var (
	printmutex mutex
	printbuf   [512]byte // what the holder of printmutex has printed
	printlen   int
)

// printlock begins a statement; it nests on one thread.
func printlock() {
	mp := getg().m
	mp.locks++ // stay on this thread
	mp.printlock++
	if mp.printlock == 1 {
		lock(&printmutex)
	}
}

// printunlock ends a statement and lets go of its text.
func printunlock() {
	mp := getg().m
	mp.printlock--
	if mp.printlock == 0 {
		printflush()
		unlock(&printmutex)
	}
	mp.locks--
}

// printflush writes what is in the buffer.
func printflush() {
	writeAll(2, printbuf[:printlen])
	if crashFD != ^uintptr(0) && panicking != 0 {
		writeAll(crashFD, printbuf[:printlen])
	}
	printlen = 0
}

// crashFD is where the report of a crash goes, besides standard error.
var crashFD = ^uintptr(0)

// setCrashFD is for debug.SetCrashOutput. It returns the old setting.
func setCrashFD(fd uintptr) uintptr {
	printlock()
	old := crashFD
	crashFD = fd
	printunlock()
	return old
}

// writeAll writes as much as goes.
func writeAll(fd uintptr, b []byte) {
	for len(b) > 0 {
		n := write1(fd, unsafe.Pointer(&b[0]), int32(len(b)))
		if n == -4 { // EINTR
			continue
		}
		if n <= 0 {
			break
		}
		b = b[n:]
	}
}

// gwrite prints bytes: into the goroutine's buffer when it has one, else out.
func gwrite(p unsafe.Pointer, n int) {
	if n == 0 {
		return
	}
	gp := getg()
	if gp.writebuf != nil {
		room := cap(gp.writebuf) - len(gp.writebuf)
		if n > room {
			n = room
		}
		old := len(gp.writebuf)
		gp.writebuf = gp.writebuf[:old+n]
		for i := 0; i < n; i++ {
			gp.writebuf[old+i] = *(*byte)(add(p, uintptr(i)))
		}
		return
	}
	printlock()
	for n > 0 {
		if printlen == len(printbuf) {
			printflush()
		}
		k := len(printbuf) - printlen
		if k > n {
			k = n
		}
		memmove(unsafe.Pointer(&printbuf[printlen]), p, uintptr(k))
		printlen += k
		p = add(p, uintptr(k))
		n -= k
	}
	printunlock()
}

func printstring(s string) {
	gwrite(unsafe.Pointer(unsafe.StringData(s)), len(s))
}

func printsp() { printstring(" ") }
func printnl() { printstring("\n") }

// printbyte prints one byte.
func printbyte(c byte) {
	var b [1]byte
	b[0] = c
	gwrite(noescape(unsafe.Pointer(&b[0])), 1)
}

func printbool(v bool) {
	if v {
		printstring("true")
	} else {
		printstring("false")
	}
}

// printdigits prints v in a base up to 16, with a prefix.
func printdigits(v uint64, base uint64, prefix string) {
	const digits = "0123456789abcdef"
	var b [24]byte
	i := len(b)
	for {
		i--
		b[i] = digits[v%base]
		v /= base
		if v == 0 {
			break
		}
	}
	printstring(prefix)
	gwrite(noescape(unsafe.Pointer(&b[i])), len(b)-i)
}

func printuint(v uint64) { printdigits(v, 10, "") }

func printint(v int64) {
	if v < 0 {
		printdigits(-uint64(v), 10, "-")
	} else {
		printdigits(uint64(v), 10, "")
	}
}

// printhex prints an address or a number of type hex.
func printhex(v uint64)             { printdigits(v, 16, "0x") }
func printpointer(p unsafe.Pointer) { printhex(uint64(uintptr(p))) }
func printuintptr(p uintptr)        { printhex(uint64(p)) }

func printcomplex128(c complex128) {
	printstring("(")
	printfloat64(real(c))
	if needsPlus(imag(c)) {
		printstring("+")
	}
	printfloat64(imag(c))
	printstring("i)")
}

func printcomplex64(c complex64) {
	printstring("(")
	printfloat32(real(c))
	if needsPlus(float64(imag(c))) {
		printstring("+")
	}
	printfloat32(imag(c))
	printstring("i)")
}

// needsPlus reports whether f prints without a sign of its own.
func needsPlus(f float64) bool {
	return f != f || float64bits(f)>>63 == 0 && f-f == 0
}

func printeface(e eface) {
	printstring("(")
	printpointer(unsafe.Pointer(e._type))
	printstring(",")
	printpointer(e.data)
	printstring(")")
}

func printiface(i iface) {
	printstring("(")
	printpointer(unsafe.Pointer(i.tab))
	printstring(",")
	printpointer(i.data)
	printstring(")")
}

func printslice(s []byte) {
	sp := (*slice)(unsafe.Pointer(&s))
	printstring("[")
	printint(int64(sp.len))
	printstring("/")
	printint(int64(sp.cap))
	printstring("]")
	printpointer(sp.array)
}

// printindented prints s, a tab after each newline, so that the text of a panic cannot
// be taken for the traceback.
func printindented(s string) {
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			printstring(s[start : i+1])
			printstring("\t")
			start = i + 1
		}
	}
	printstring(s[start:])
}

// printquoted prints s as a Go string literal: what is not printable ASCII is escaped.
func printquoted(s string) {
	printlock()
	printbyte('"')
	for i := 0; i < len(s); {
		r := rune(s[i])
		if r < runeSelf {
			i++
		} else {
			r, i = decoderune(s, i)
		}
		switch {
		case r == '"' || r == '\\':
			printbyte('\\')
			printbyte(byte(r))
		case r == '\n':
			printstring(`\n`)
		case r == '\t':
			printstring(`\t`)
		case r == '\r':
			printstring(`\r`)
		case ' ' <= r && r <= '~':
			printbyte(byte(r))
		case r < 0x7f:
			printstring(`\x`)
			printnibbles(uint32(r), 2)
		case r < 0x10000:
			printstring(`\u`)
			printnibbles(uint32(r), 4)
		default:
			printstring(`\U`)
			printnibbles(uint32(r), 8)
		}
	}
	printbyte('"')
	printunlock()
}

// printnibbles prints the n lowest hexadecimal digits of v.
func printnibbles(v uint32, n int) {
	for n--; n >= 0; n-- {
		printbyte("0123456789abcdef"[v>>(4*uint(n))&15])
	}
}
