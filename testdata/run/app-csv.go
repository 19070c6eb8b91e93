// A parser for comma-separated values with quotes, generic columns, grouping and sums.
package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

var ErrQuote = errors.New("bare quote")

type ParseError struct {
	Line, Column int
	Err          error
}

func (e *ParseError) Error() string {
	return fmt.Sprintf("line %d, column %d: %v", e.Line, e.Column, e.Err)
}
func (e *ParseError) Unwrap() error { return e.Err }

type Reader struct {
	r    *bufio.Reader
	line int
}

func (r *Reader) Read() (fields []string, err error) {
	var b strings.Builder
	r.line++
	quoted, column, start := false, 0, r.line
	for {
		c, _, err := r.r.ReadRune()
		column++
		switch {
		case err == io.EOF && quoted:
			return nil, &ParseError{start, column, io.ErrUnexpectedEOF}
		case err == io.EOF && column == 1:
			return nil, io.EOF
		case err == io.EOF || c == '\n' && !quoted:
			return append(fields, b.String()), nil
		case err != nil:
			return nil, err
		case c == '\n':
			r.line++
			b.WriteRune(c)
		case c == ',' && !quoted:
			fields = append(fields, b.String())
			b.Reset()
		case c == '"' && quoted:
			if next, _, _ := r.r.ReadRune(); next == '"' {
				b.WriteRune('"')
			} else {
				quoted = false
				if next != 0 {
					r.r.UnreadRune()
				}
			}
		case c == '"':
			if b.Len() > 0 {
				r.r.ReadString('\n')
				return nil, &ParseError{r.line, column, ErrQuote}
			}
			quoted = true
		default:
			b.WriteRune(c)
		}
	}
}

func column[T any](rows [][]string, i int, parse func(string) (T, error)) ([]T, error) {
	var out []T
	var errs []error
	for n, row := range rows {
		v, err := parse(row[i])
		if err != nil {
			errs = append(errs, fmt.Errorf("row %d: %w", n+1, err))
			continue
		}
		out = append(out, v)
	}
	return out, errors.Join(errs...)
}

func main() {
	r := &Reader{r: bufio.NewReader(os.Stdin)}
	var rows [][]string
	for {
		row, err := r.Read()
		if err == io.EOF {
			break
		}
		var pe *ParseError
		if errors.As(err, &pe) {
			fmt.Println("error:", pe, errors.Is(err, ErrQuote), errors.Is(err, io.ErrUnexpectedEOF))
			continue
		}
		fmt.Printf("%d %q\n", len(row), row)
		if len(row) == 4 {
			rows = append(rows, row)
		}
	}
	rows = rows[1:]
	amounts, err := column(rows, 2, func(s string) (float64, error) { return strconv.ParseFloat(s, 64) })
	fmt.Println(amounts, err)
	ok, err := column(rows, 3, strconv.ParseBool)
	fmt.Println(ok, err)
	sums := map[string]float64{}
	for _, row := range rows {
		if v, err := strconv.ParseFloat(row[2], 64); err == nil {
			sums[row[1]] += v
		}
	}
	keys := slices.SortedFunc(maps.Keys(sums), func(a, b string) int { return cmp.Compare(sums[b], sums[a]) })
	for _, k := range keys {
		fmt.Printf("%-8s%10.2f\n", k, sums[k])
	}
}
