package hex

import (
	"errors"
	"io"
)

const perLine = 16

// A dumper collects lines: where the bytes are, their digits, what they look like.
type dumper struct {
	w      io.Writer
	at     uint // how many bytes are written
	line   []byte
	text   [perLine]byte
	used   int // of text
	closed bool
}

// Dumper returns a Writer that writes a dump like that of the command hexdump -C to w. Close writes the last line.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

// put adds the digits of a byte, or blanks, to the line.
func (d *dumper) put(high, low byte) {
	d.line = append(d.line, high, low, ' ')
	switch d.used {
	case perLine/2 - 1:
		d.line = append(d.line, ' ')
	case perLine - 1:
		d.line = append(d.line, ' ', '|')
	}
}

// flush ends the line and writes it.
func (d *dumper) flush(text []byte) error {
	d.line = append(append(d.line, text...), '|', '\n')
	_, err := d.w.Write(d.line)
	d.line, d.used = d.line[:0], 0
	return err
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for i, c := range data {
		if d.used == 0 {
			at := [4]byte{byte(d.at >> 24), byte(d.at >> 16), byte(d.at >> 8), byte(d.at)}
			d.line = append(AppendEncode(d.line, at[:]), ' ', ' ')
		}
		d.put(digits[c>>4], digits[c&15])
		d.text[d.used] = c
		if c < ' ' || c > '~' {
			d.text[d.used] = '.'
		}
		d.used++
		d.at++
		if d.used == perLine {
			if err := d.flush(d.text[:]); err != nil {
				return i, err
			}
		}
	}
	return len(data), nil
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if d.used == 0 {
		return nil
	}
	text := d.text[:d.used]
	for ; d.used < perLine; d.used++ {
		d.put(' ', ' ')
	}
	return d.flush(text)
}
