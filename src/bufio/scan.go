package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode"
	"unicode/utf8"
)

// MaxScanTokenSize is how long a token may be unless Buffer says otherwise; the buffer must hold what separates it too.
const MaxScanTokenSize = 64 * 1024

const firstScanSize = 4096

// What can go wrong with a Scanner.
var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
)

// ErrFinalToken is what a SplitFunc returns to end the scan without an error; a token that is not nil is the last.
var ErrFinalToken = errors.New("final token")

// SplitFunc finds the first token in data, which is all the rest of the input if atEOF. It returns how far to go on, and
// the token; nothing of both asks for more data.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// Scanner reads tokens: lines, words, or what a SplitFunc finds.
type Scanner struct {
	r     io.Reader
	split SplitFunc
	max   int    // size that buf may grow to
	token []byte // the last one found
	buf   []byte
	from  int // buf[from:to] is still to be split
	to    int
	empty int   // tokens of no bytes that did not go on, one after the other
	err   error // sticky; io.EOF at the end
	begun bool  // Scan has been called
	done  bool  // no more tokens
}

// NewScanner returns a Scanner of the lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, max: MaxScanTokenSize}
}

// Err returns the first error, which is nil at the end of the input.
func (s *Scanner) Err() error {
	if s.err != io.EOF {
		return s.err
	}
	return nil
}

// Bytes returns the token found last; it is valid until the next Scan.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the token found last.
func (s *Scanner) Text() string { return string(s.token) }

// Buffer sets the first buffer and the size that it may grow to. It panics after scanning has started.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.begun {
		panic("Buffer called after Scan")
	}
	s.buf, s.max = buf[:cap(buf)], max
}

// Split sets what finds the tokens. It panics after scanning has started.
func (s *Scanner) Split(split SplitFunc) {
	if s.begun {
		panic("Split called after Scan")
	}
	s.split = split
}

// stop keeps the first error.
func (s *Scanner) stop(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// Scan finds the next token and reports whether there is one. It panics when there are too many empty tokens that do
// not go on.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.begun = true
	for {
		if s.to > s.from || s.err != nil {
			found, more := s.next()
			if !more {
				return found
			}
		}
		if s.err != nil { // and nothing more to find
			s.from, s.to, s.token = 0, 0, nil
			return false
		}
		if !s.room() {
			return false
		}
		s.read()
	}
}

// next splits what there is. The second result says that more input is needed.
func (s *Scanner) next() (found, more bool) {
	advance, token, err := s.split(s.buf[s.from:s.to], s.err != nil)
	if err != nil {
		if err == ErrFinalToken {
			s.token, s.done = token, true
			return token != nil, false
		}
		s.stop(err)
		s.token = nil
		return false, false
	}
	switch {
	case advance < 0:
		s.stop(ErrNegativeAdvance)
		s.token = nil
		return false, false
	case advance > s.to-s.from:
		s.stop(ErrAdvanceTooFar)
		s.token = nil
		return false, false
	}
	s.from += advance
	s.token = token
	if token == nil {
		return false, true
	}
	if s.err == nil || advance > 0 {
		s.empty = 0
	} else if s.empty++; s.empty > maxEmpty {
		panic("bufio.Scan: too many empty tokens without progressing")
	}
	return true, false
}

// room makes room in the buffer; false when it may not grow any more.
func (s *Scanner) room() bool {
	if s.from > 0 && (s.to == len(s.buf) || s.from > len(s.buf)/2) {
		s.to = copy(s.buf, s.buf[s.from:s.to])
		s.from = 0
	}
	if s.to < len(s.buf) {
		return true
	}
	const most = int(^uint(0) >> 1)
	if len(s.buf) >= s.max || len(s.buf) > most/2 {
		s.stop(ErrTooLong)
		s.token = nil
		return false
	}
	size := len(s.buf) * 2
	if size == 0 {
		size = firstScanSize
	}
	bigger := make([]byte, min(size, s.max))
	s.to = copy(bigger, s.buf[s.from:s.to])
	s.buf, s.from = bigger, 0
	return true
}

// read reads into the room.
func (s *Scanner) read() {
	for range maxEmpty + 1 {
		n, err := s.r.Read(s.buf[s.to:])
		if n < 0 || n > len(s.buf)-s.to {
			s.stop(ErrBadReadCount)
			return
		}
		s.to += n
		if err != nil {
			s.stop(err)
			return
		}
		if n > 0 {
			s.empty = 0
			return
		}
	}
	s.stop(io.ErrNoProgress)
}

// ScanBytes makes each byte a token.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes makes each rune a token; what is not UTF-8 becomes U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if !atEOF && !utf8.FullRune(data) || len(data) == 0 {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte(string(utf8.RuneError)), nil
	}
	return size, data[:size], nil
}

// ScanLines makes each line a token, without its end: a newline, perhaps after a carriage return. The last line needs
// none.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	advance = bytes.IndexByte(data, '\n') + 1
	token = data[:max(advance-1, 0)]
	if advance == 0 {
		if !atEOF || len(data) == 0 {
			return 0, nil, nil
		}
		advance, token = len(data), data
	}
	if n := len(token); n > 0 && token[n-1] == '\r' {
		token = token[:n-1]
	}
	return advance, token, nil
}

// spaceAt returns the size of the rune at data[i:] and whether it is white space.
func spaceAt(data []byte, i int) (size int, space bool) {
	if c := data[i]; c < utf8.RuneSelf {
		return 1, c == ' ' || c-'\t' < 5
	}
	r, size := utf8.DecodeRune(data[i:])
	return size, unicode.IsSpace(r)
}

// ScanWords makes what stands between white space a token, never an empty one.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		size, space := spaceAt(data, start)
		if !space {
			break
		}
		start += size
	}
	for end := start; end < len(data); {
		if c := data[end]; ' ' < c && c < utf8.RuneSelf {
			end++
			continue
		}
		size, space := spaceAt(data, end)
		if space {
			return end + size, data[start:end], nil
		}
		end += size
	}
	if atEOF && start < len(data) {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
