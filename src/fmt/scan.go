package fmt

import (
	"errors"
	"io"
	"math"
	"os"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Scanner reads itself, for all verbs.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// A ScanState is what a Scanner gets: where to read, within the width that the directive gives. Errors of reading may be panics
// that the scan functions catch.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()                                                        // skips spaces; newlines as the function called does
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error) // runes that f accepts; nil accepts all but spaces
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error) // always an error: ReadRune knows the width
}

// Scan reads values, separated by spaces and newlines, from standard input. It returns how many it read.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln is Scan of values that are all on one line.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf is Scan by a format; newlines in the input must match newlines in the format.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// A text is a Reader of a string. (A strings.Reader would be a RuneScanner: what is not read must stay unread there, too.)
type text string

func (t *text) Read(b []byte) (n int, err error) {
	n = copy(b, *t)
	*t = (*t)[n:]
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Sscan is Scan from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan((*text)(&str), a...) }

// Sscanln is Scanln from a string.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*text)(&str), a...) }

// Sscanf is Scanf from a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*text)(&str), format, a...)
}

// Fscan is Scan from r. If r does not have UnreadRune, one rune after the last value may get lost.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	return scan(r, input{newlineIsSpace: true}, func(s *input, n *int) { s.values(a, n) })
}

// Fscanln is Scanln from r.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	return scan(r, input{newlineIsEnd: true}, func(s *input, n *int) { s.values(a, n) })
}

// Fscanf is Scanf from r.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return scan(r, input{}, func(s *input, n *int) { s.formatted(format, a, n) })
}

// unlimited is a width that nothing reaches.
const unlimited = 1 << 30

// end is what next returns at the end.
const end = -1

// An input is where values are read from.
type input struct {
	from  io.RuneScanner
	buf   []byte // of the token that is being read
	count int    // runes read
	atEnd bool

	// How the function called treats newlines; if neither is set, values are separated by other spaces only.
	newlineIsSpace, newlineIsEnd bool

	limit int // of count, by the width
	width int
}

// A scanError is a panic that scan turns into an error.
type scanError struct{ err error }

func (s *input) fail(err error)           { panic(scanError{err}) }
func (s *input) failText(parts ...string) { s.fail(errors.New(strings.Join(parts, ""))) }

// scan calls read with an input like s from r.
func scan(r io.Reader, like input, read func(s *input, n *int)) (n int, err error) {
	defer func() {
		e := recover()
		if e == nil {
			return
		}
		if failed, ok := e.(scanError); ok {
			err = failed.err
		} else if e == io.EOF {
			err = io.EOF
		} else {
			panic(e)
		}
	}()
	s := inputs.Get().(*input)
	buf := s.buf
	*s = like
	s.buf, s.limit, s.width = buf, unlimited, unlimited
	var ok bool
	if s.from, ok = r.(io.RuneScanner); !ok { // an input, given to a Scanner, is one, too
		s.from = &runeReader{from: r, unread: -1, last: -1}
	}
	read(s, &n)
	if cap(s.buf) <= 1024 {
		s.from = nil
		inputs.Put(s)
	}
	return n, err
}

var inputs = sync.Pool{New: func() any { return new(input) }}

// A runeReader reads runes byte by byte, so as not to read more than is needed.
type runeReader struct {
	from         io.Reader
	pending      []byte // bytes after an invalid one
	last, unread rune   // the last rune, or -1; the one that ReadRune is to return again, or -1
	one          [1]byte
}

func (r *runeReader) readByte() (byte, error) {
	if len(r.pending) > 0 {
		b := r.pending[0]
		r.pending = r.pending[1:]
		return b, nil
	}
	_, err := io.ReadFull(r.from, r.one[:])
	return r.one[0], err
}

func (r *runeReader) ReadRune() (c rune, size int, err error) {
	if r.unread >= 0 {
		r.last, r.unread = r.unread, -1
		return r.last, utf8.RuneLen(r.last), nil
	}
	b, err := r.readByte()
	if err != nil {
		return 0, 0, err
	}
	if b < utf8.RuneSelf {
		r.last = rune(b)
		return r.last, 1, nil
	}
	bytes := append(make([]byte, 0, utf8.UTFMax), b)
	for !utf8.FullRune(bytes) {
		b, err := r.readByte()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, 0, err
		}
		bytes = append(bytes, b)
	}
	c, size = utf8.DecodeRune(bytes)
	r.pending = append(bytes[size:], r.pending...)
	r.last = c
	return c, size, nil
}

func (r *runeReader) UnreadRune() error {
	if r.unread >= 0 || r.last < 0 {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.unread = r.last
	return nil
}

// ---- an input is a ScanState ----

// Read is not for use.
func (s *input) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

// ReadRune returns the next rune within the width.
func (s *input) ReadRune() (r rune, size int, err error) {
	if s.atEnd || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.from.ReadRune()
	switch {
	case err == io.EOF:
		s.atEnd = true
	case err == nil:
		s.count++
		s.atEnd = s.newlineIsEnd && r == '\n'
	}
	return r, size, err
}

// UnreadRune gives the last rune back.
func (s *input) UnreadRune() error {
	s.from.UnreadRune()
	s.atEnd = false
	s.count--
	return nil
}

// Width returns the width and whether there is one.
func (s *input) Width() (wid int, ok bool) {
	if s.width == unlimited {
		return 0, false
	}
	return s.width, true
}

// Token returns the runes that accept accepts, after spaces.
func (s *input) Token(skipSpace bool, accept func(rune) bool) (token []byte, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case scanError:
			err = e.err
		default:
			panic(e)
		}
	}()
	if accept == nil {
		accept = notSpace
	}
	if skipSpace {
		s.SkipSpace()
	}
	s.buf = s.buf[:0]
	s.while(accept)
	return s.buf, nil
}

// SkipSpace skips spaces.
func (s *input) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == end:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n' && s.newlineIsSpace:
		case r == '\n':
			s.failText("unexpected newline")
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

func isSpace(r rune) bool  { return r >= 0 && unicode.IsSpace(r) }
func notSpace(r rune) bool { return !isSpace(r) }

// ---- runes ----

// next returns the next rune; end at the end.
func (s *input) next() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return end
	}
	if err != nil {
		s.fail(err)
	}
	return r
}

// must is next where the end must not be.
func (s *input) must() rune {
	r := s.next()
	if r == end {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

// more makes sure that there is something; scan turns the panic into that error.
func (s *input) more() {
	if s.next() == end {
		panic(io.EOF)
	}
	s.UnreadRune()
}

func (s *input) keep(r rune) { s.buf = utf8.AppendRune(s.buf, r) }

// peek reports whether the next rune is one of set.
func (s *input) peek(set string) bool {
	r := s.next()
	if r == end {
		return false
	}
	s.UnreadRune()
	return strings.ContainsRune(set, r)
}

// accept keeps the next rune if it is one of set.
func (s *input) accept(set string) bool {
	r := s.next()
	if r == end {
		return false
	}
	if !strings.ContainsRune(set, r) {
		s.UnreadRune()
		return false
	}
	s.keep(r)
	return true
}

// word keeps the next runes as far as they are those of the sets, and reports whether all are.
func (s *input) word(sets ...string) bool {
	for _, set := range sets {
		if !s.accept(set) {
			return false
		}
	}
	return true
}

// all keeps runes as long as they are in set.
func (s *input) all(set string) {
	for s.accept(set) {
	}
}

// while keeps runes as long as f accepts them.
func (s *input) while(f func(rune) bool) {
	for {
		r := s.next()
		if r == end {
			return
		}
		if !f(r) {
			s.UnreadRune()
			return
		}
		s.keep(r)
	}
}

// ---- values ----

// values reads a value for each pointer of a, counting in n.
func (s *input) values(a []any, n *int) {
	for _, arg := range a {
		s.value('v', arg)
		*n++
	}
	for s.newlineIsEnd {
		switch r := s.next(); {
		case r == '\n' || r == end:
			return
		case !isSpace(r):
			s.failText("expected newline")
		}
	}
}

// verbs fails if verb is not in list.
func (s *input) verbs(verb rune, list, kind string) {
	if !strings.ContainsRune(list, verb) {
		s.failText("bad verb '%", string(verb), "' for ", kind)
	}
}

// start skips to where a value begins.
func (s *input) start() {
	s.SkipSpace()
	s.more()
}

const (
	floatVerbs = "beEfFgGv"

	binary  = "01"
	octal   = "01234567"
	decimal = "0123456789"
	hexa    = "0123456789aAbBcCdDeEfF"
)

// value reads one value to where arg points.
func (s *input) value(verb rune, arg any) {
	s.buf = s.buf[:0]
	if own, ok := arg.(Scanner); ok {
		err := own.Scan(s, verb)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			s.fail(err)
		}
		return
	}
	switch p := arg.(type) { // the most frequent
	case *int:
		*p = int(s.integer(verb, strconv.IntSize))
		return
	case *string:
		*p = s.str(verb)
		return
	case *[]byte:
		*p = []byte(s.str(verb)) // its own
		return
	}
	ptr := reflect.ValueOf(arg)
	if ptr.Kind() != reflect.Pointer {
		s.failText("type not a pointer: ", ptr.Type().String())
	}
	v := ptr.Elem()
	switch k := v.Kind(); {
	case k == reflect.Bool:
		v.SetBool(s.boolean(verb))
	case v.CanInt():
		v.SetInt(s.integer(verb, v.Type().Bits()))
	case v.CanUint():
		v.SetUint(s.unsigned(verb, v.Type().Bits()))
	case v.CanFloat():
		kind := "float32"
		if k == reflect.Float64 {
			kind = "float64"
		}
		if v.Type().PkgPath() == "" { // of other types any verb will do
			s.verbs(verb, floatVerbs, kind)
		}
		s.start()
		v.SetFloat(s.float(s.floatToken(), v.Type().Bits()))
	case v.CanComplex():
		v.SetComplex(s.complex(verb, v.Type().Bits()))
	case k == reflect.String:
		v.SetString(s.str(verb))
	case k == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8:
		text := s.str(verb)
		list := reflect.MakeSlice(v.Type(), len(text), len(text))
		for i := range len(text) {
			list.Index(i).SetUint(uint64(text[i]))
		}
		v.Set(list)
	default:
		s.failText("can't scan type: ", ptr.Type().String())
	}
}

var errBool = errors.New("syntax error scanning boolean")

func (s *input) boolean(verb rune) bool {
	s.start()
	s.verbs(verb, "tv", "boolean")
	ok, value := true, false
	switch s.next() {
	case '1':
		value = true
	case 't', 'T': // alone, or all of it
		value = true
		ok = !s.accept("rR") || s.word("uU", "eE")
	case 'f', 'F':
		ok = !s.accept("aA") || s.word("lL", "sS", "eE")
	}
	if !ok {
		s.fail(errBool)
	}
	return value
}

// base returns the base of a verb and its digits.
func (s *input) base(verb rune) (int, string) {
	s.verbs(verb, "bdoUxXv", "integer")
	switch verb {
	case 'b':
		return 2, binary
	case 'o':
		return 8, octal
	case 'x', 'X', 'U':
		return 16, hexa
	}
	return 10, decimal
}

// prefix reads 0b, 0o, 0x or 0 as Go has them; found says that what was read is a number already.
func (s *input) prefix() (base int, digits string, found bool) {
	if !s.accept("0") {
		return 0, decimal + "_", false
	}
	switch { // the base is in the token
	case s.accept("bB"):
		return 0, binary + "_", true
	case s.accept("xX"):
		return 0, hexa + "_", true
	}
	s.accept("oO")
	return 0, octal + "_", true
}

// number reads the text of an integer; sign says whether it may have one.
func (s *input) number(verb rune, sign bool) (text string, base int) {
	s.start()
	base, digits := s.base(verb)
	found := false
	switch {
	case verb == 'U':
		if s.next() != 'U' || s.next() != '+' {
			s.failText("bad unicode format ")
		}
	default:
		if sign {
			s.accept("+-")
		}
		if verb == 'v' {
			base, digits, found = s.prefix()
		}
	}
	if !found {
		s.more()
		if !s.accept(digits) {
			s.failText("expected integer")
		}
	}
	s.all(digits)
	return string(s.buf), base
}

// character reads a rune as an integer.
func (s *input) character(size int) int64 {
	s.more()
	r := s.next()
	if extend(int64(r), size) != int64(r) {
		s.failText("overflow on character value ", string(r))
	}
	return int64(r)
}

// extend returns x as an integer of size bits has it.
func extend(x int64, size int) int64 { return x << (64 - uint(size)) >> (64 - uint(size)) }

func (s *input) integer(verb rune, size int) int64 {
	if verb == 'c' {
		return s.character(size)
	}
	text, base := s.number(verb, true)
	i, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		s.fail(err)
	}
	if extend(i, size) != i {
		s.failText("integer overflow on token ", text)
	}
	return i
}

func (s *input) unsigned(verb rune, size int) uint64 {
	if verb == 'c' {
		return uint64(s.character(size))
	}
	text, base := s.number(verb, false)
	i, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		s.fail(err)
	}
	if size < 64 && i>>uint(size) != 0 {
		s.failText("unsigned integer overflow on token ", text)
	}
	return i
}

// floatToken reads what can be a number.
func (s *input) floatToken() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.word("aA", "nN") {
		return string(s.buf)
	}
	s.accept("+-")
	if s.accept("iI") && s.word("nN", "fF") {
		return string(s.buf)
	}
	digits, exponent := decimal+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hexa+"_", "pP"
	}
	s.all(digits)
	if s.accept(".") {
		s.all(digits)
	}
	if s.accept(exponent) {
		s.accept("+-")
		s.all(decimal + "_")
	}
	return string(s.buf)
}

// float turns text into a number of size bits. Decimal numbers may have binary exponents, too.
func (s *input) float(text string, size int) float64 {
	mantissa, exponent, binary := strings.Cut(text, "p")
	if !binary || strings.ContainsAny(text, "xX") {
		mantissa, exponent = text, "0"
	}
	f, err := strconv.ParseFloat(mantissa, size)
	shift := 0
	if err == nil {
		shift, err = strconv.Atoi(exponent)
	}
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok {
			e.Num = text
		}
		s.fail(err)
	}
	return math.Ldexp(f, shift)
}

var errComplex = errors.New("syntax error scanning complex number")

func (s *input) complex(verb rune, size int) complex128 {
	s.verbs(verb, floatVerbs, "complex")
	s.start()
	inParens := s.accept("(")
	re := s.floatToken()
	s.buf = s.buf[:0]
	if !s.accept("+-") {
		s.fail(errComplex)
	}
	sign := string(s.buf)
	im := s.floatToken()
	if !s.accept("i") || inParens && !s.accept(")") {
		s.fail(errComplex)
	}
	real := s.float(re, size/2)
	return complex(real, s.float(sign+im, size/2))
}

func (s *input) str(verb rune) string {
	s.verbs(verb, "svqxX", "string")
	s.start()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hex()
	}
	s.while(notSpace)
	return string(s.buf)
}

func (s *input) quoted() string {
	s.more()
	switch quote := s.next(); quote {
	case '`':
		for r := s.must(); r != quote; r = s.must() {
			s.keep(r)
		}
		return string(s.buf)
	case '"':
		s.keep(quote)
		for r := rune(0); r != quote; {
			r = s.must()
			s.keep(r)
			if r == '\\' {
				s.keep(s.must())
			}
		}
		text, err := strconv.Unquote(string(s.buf))
		if err != nil {
			s.fail(err)
		}
		return text
	}
	s.failText("expected quoted string")
	return ""
}

// hex reads pairs of digits.
func (s *input) hex() string {
	s.more()
	for {
		r := s.next()
		if r == end {
			break
		}
		high, ok := hexDigit(r)
		if !ok {
			s.UnreadRune()
			break
		}
		low, ok := hexDigit(s.must())
		if !ok {
			s.failText("illegal hex digit")
		}
		s.buf = append(s.buf, byte(high<<4|low))
	}
	if len(s.buf) == 0 {
		s.failText("no hex data for %x string")
	}
	return string(s.buf)
}

func hexDigit(r rune) (int, bool) {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0'), true
	case 'a' <= r|0x20 && r|0x20 <= 'f':
		return int((r|0x20)-'a') + 10, true
	}
	return 0, false
}
