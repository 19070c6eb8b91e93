// Roman numerals, there and back, with a type that formats itself.
package main

import (
	"fmt"
	"strings"
)

type Roman int

var steps = []struct {
	value  int
	letter string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
	{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}

func (r Roman) String() string {
	if r <= 0 || r >= 4000 {
		return fmt.Sprintf("Roman(%d)", int(r))
	}
	var b strings.Builder
	for _, s := range steps {
		for ; int(r) >= s.value; r -= Roman(s.value) {
			b.WriteString(s.letter)
		}
	}
	return b.String()
}

func (r Roman) Format(f fmt.State, verb rune) {
	w, ok := f.Width()
	switch verb {
	case 'd':
		fmt.Fprintf(f, "%d", int(r))
	case 's', 'v':
		s := r.String()
		if f.Flag('#') {
			s = fmt.Sprintf("%s=%d", s, int(r))
		}
		if pad := w - len(s); ok && pad > 0 {
			if f.Flag('-') {
				s += strings.Repeat(".", pad)
			} else {
				s = strings.Repeat(".", pad) + s
			}
		}
		fmt.Fprint(f, s)
	default:
		fmt.Fprintf(f, "%%!%c(Roman)", verb)
	}
}

func Parse(s string) (Roman, error) {
	total, rest := 0, strings.ToUpper(s)
	for _, st := range steps {
		for strings.HasPrefix(rest, st.letter) {
			total += st.value
			rest = rest[len(st.letter):]
		}
	}
	if rest != "" || Roman(total).String() != strings.ToUpper(s) {
		return 0, fmt.Errorf("not a numeral: %q", s)
	}
	return Roman(total), nil
}

func main() {
	for _, n := range []Roman{1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999, 0, 4000} {
		fmt.Printf("%d %v [%12s] [%-12s] %#v %x\n", n, n, n, n, n, n)
	}
	for _, s := range []string{"MCMXCIV", "iv", "IIII", "VX", "hello", "MMMM", ""} {
		fmt.Println(Parse(s))
	}
	bad := 0
	for n := Roman(1); n < 4000; n++ {
		if back, err := Parse(n.String()); err != nil || back != n {
			bad++
		}
	}
	fmt.Println("bad:", bad)
}
