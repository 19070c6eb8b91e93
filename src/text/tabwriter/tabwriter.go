// Package tabwriter aligns text in columns.
//
// A cell is text that a tab ends. A column is a block of cells that stand at the same place of successive lines, and is as wide as
// the widest of them. (After Nick Gravgaard's "elastic tabstops".) What follows the last tab of a line belongs to no column.
package tabwriter

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// Flags of a Writer.
const (
	FilterHTML          uint = 1 << iota // tags have no width, entities that of one character
	StripEscape                          // leave out the Escape characters
	AlignRight                           // fill up cells on the left
	DiscardEmptyColumns                  // columns of nothing but cells that vertical tabs end have no width
	TabIndent                            // fill up empty cells at the beginning of a line with tabs
	Debug                                // show a bar between columns, and a line where a form feed was
)

// Escape stands around text in which tabs, newlines and other characters mean nothing.
const Escape = '\xff'

// A cell is text without its tab.
type cell struct {
	text  []byte
	width int  // in characters
	hard  bool // a '\t' ended it, not a '\v'
}

// A Writer writes aligned text. All of it is held back until no line that follows can change the widths; Flush ends that.
type Writer struct {
	out                         io.Writer
	minwidth, tabwidth, padding int
	padchar                     byte
	flags                       uint

	lines   [][]cell // the last of them is not complete
	text    []byte   // of the current cell
	width   int      // of text[:counted]
	counted int
	until   byte // what ends the escape, tag or entity that text ends with; 0 if there is none
}

// NewWriter returns a Writer; Init describes the arguments.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets up a Writer that writes to output. Columns are at least minwidth wide, padding included; tabwidth is the width of tabs
// in the output; padchar fills up cells. If that is a tab, widths are multiples of tabwidth, and cells aligned left.
func (b *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if min(minwidth, tabwidth, padding) < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	*b = Writer{out: output, minwidth: minwidth, tabwidth: tabwidth, padding: padding, padchar: padchar, flags: flags}
	b.reset()
	return b
}

func (b *Writer) has(flag uint) bool { return b.flags&flag != 0 }

// reset forgets all text.
func (b *Writer) reset() {
	b.lines = append(b.lines[:0], nil)
	b.startCell()
	b.until = 0
}

func (b *Writer) startCell() { b.text, b.width, b.counted = nil, 0, 0 }

// count adds what is new in the text to the width.
func (b *Writer) count() {
	b.width += utf8.RuneCount(b.text[b.counted:])
	b.counted = len(b.text)
}

// endCell puts the current cell into the line, and returns how many it has.
func (b *Writer) endCell(hard bool) int {
	last := len(b.lines) - 1
	b.lines[last] = append(b.lines[last], cell{b.text, b.width, hard})
	b.startCell()
	return len(b.lines[last])
}

// endEscape adds the width of an escape, tag or entity.
func (b *Writer) endEscape() {
	switch b.until {
	case Escape:
		b.count()
		if !b.has(StripEscape) {
			b.width -= 2 // of the Escapes
		}
	case ';':
		b.width++
	}
	b.counted = len(b.text)
	b.until = 0
}

// Write adds text.
func (b *Writer) Write(buf []byte) (n int, err error) {
	defer b.explain("Write", &err)
	for i, c := range buf {
		if b.until != 0 {
			if c != b.until {
				continue
			}
			stop := i + 1
			if c == Escape && b.has(StripEscape) {
				stop = i
			}
			b.text = append(b.text, buf[n:stop]...)
			n = i + 1
			b.endEscape()
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			b.text = append(b.text, buf[n:i]...)
			b.count()
			n = i + 1
			cells := b.endCell(c == '\t')
			if c == '\n' || c == '\f' {
				if err := b.endLine(c == '\f', cells); err != nil {
					return n, err
				}
			}
		case Escape:
			b.escape(buf[n:i], Escape)
			n = i
			if b.has(StripEscape) {
				n++
			}
		case '<', '&':
			if b.has(FilterHTML) {
				b.escape(buf[n:i], map[byte]byte{'<': '>', '&': ';'}[c])
				n = i
			}
		}
	}
	b.text = append(b.text, buf[n:]...)
	return len(buf), nil
}

// escape starts an escape, tag or entity after text.
func (b *Writer) escape(text []byte, until byte) {
	b.text = append(b.text, text...)
	b.count()
	b.until = until
}

// endLine ends a line of some cells. A form feed ends all columns; so does a line that is in none.
func (b *Writer) endLine(formFeed bool, cells int) error {
	b.lines = append(b.lines, nil)
	if !formFeed && cells > 1 {
		return nil
	}
	rule := ""
	if formFeed && b.has(Debug) {
		rule = "---\n"
	}
	return b.flush(rule)
}

// Flush writes what is held back. An escape, tag or entity that is not ended counts as if it was.
func (b *Writer) Flush() (err error) {
	defer b.explain("Flush", &err)
	err = b.flush("")
	b.reset() // even what could not be written
	return err
}

// flush writes all text, then more.
func (b *Writer) flush(more string) error {
	if len(b.text) > 0 {
		if b.until != 0 {
			b.endEscape()
		}
		b.endCell(false)
	}
	if text := append(b.format(), more...); len(text) > 0 {
		n, err := b.out.Write(text)
		if n != len(text) && err == nil {
			err = io.ErrShortWrite
		}
		if err != nil {
			return err
		}
	}
	b.reset()
	return nil
}

// explain says in which call the output panicked.
func (b *Writer) explain(op string, err *error) {
	if e := recover(); e != nil {
		b.reset()
		panic(fmt.Sprintf("tabwriter: panic during %s (%v)", op, e))
	}
}

// format returns the lines with their cells filled up.
func (b *Writer) format() (out []byte) {
	widths := b.columns()
	for i, line := range b.lines {
		tabs := b.has(TabIndent)
		for j, c := range line {
			if j > 0 && b.has(Debug) {
				out = append(out, '|')
			}
			if len(c.text) > 0 {
				tabs = false
			}
			inColumn := j < len(line)-1
			if inColumn && b.has(AlignRight) && !tabs {
				out = b.fill(out, widths[i][j]-c.width, widths[i][j], false)
			}
			out = append(out, c.text...)
			if inColumn && (!b.has(AlignRight) || tabs) {
				out = b.fill(out, widths[i][j]-c.width, widths[i][j], tabs)
			}
		}
		if i < len(b.lines)-1 {
			out = append(out, '\n')
		}
	}
	return out
}

// fill appends padding of n characters, up to a width.
func (b *Writer) fill(out []byte, n, width int, tabs bool) []byte {
	c := b.padchar
	if c == '\t' || tabs {
		if b.tabwidth == 0 {
			return out
		}
		up := func(x int) int { return (x + b.tabwidth - 1) / b.tabwidth }
		n += up(width)*b.tabwidth - width
		n, c = up(n), '\t'
	}
	for range n {
		out = append(out, c)
	}
	return out
}

// columns returns the width of each cell that a tab ends.
func (b *Writer) columns() [][]int {
	widths := make([][]int, len(b.lines))
	for i, line := range b.lines {
		widths[i] = make([]int, max(len(line)-1, 0))
	}
	for start := range b.lines {
		for j := range widths[start] {
			if start > 0 && j < len(widths[start-1]) {
				continue // not the first line of the column
			}
			end := start + 1
			for end < len(b.lines) && j < len(widths[end]) {
				end++
			}
			w := b.columnWidth(b.lines[start:end], j)
			for i := start; i < end; i++ {
				widths[i][j] = w
			}
		}
	}
	return widths
}

// columnWidth returns the width of column j, which is in all lines.
func (b *Writer) columnWidth(lines [][]cell, j int) int {
	width, empty := b.minwidth, true
	for _, line := range lines {
		c := line[j]
		width = max(width, c.width+b.padding)
		empty = empty && c.width == 0 && !c.hard
	}
	if empty && b.has(DiscardEmptyColumns) {
		return 0
	}
	return width
}
