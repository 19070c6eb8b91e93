package strings

import "io"

// A Replacer replaces several strings at once. It may be used by several goroutines.
type Replacer struct {
	pairs []pair
	first [256][]int // by first byte: the pairs whose old starts so, in order
	empty int        // the pair with an empty old, or len(pairs)
}

type pair struct{ old, new string }

// NewReplacer returns a Replacer of pairs: old, new, old, new, ... At each place of a string the first pair counts
// whose old stands there; replacements do not overlap. It panics when the last pair has no new.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 != 0 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{empty: len(oldnew) / 2}
	for i := 0; i < len(oldnew); i += 2 {
		p := pair{oldnew[i], oldnew[i+1]}
		n := len(r.pairs)
		r.pairs = append(r.pairs, p)
		if p.old != "" {
			r.first[p.old[0]] = append(r.first[p.old[0]], n)
		} else if n < r.empty {
			r.empty = n
		}
	}
	return r
}

// find returns the pair that counts at the start of s, or len(pairs). Whether the one with an empty old may is
// up to the caller.
func (r *Replacer) find(s string, allowEmpty bool) int {
	best := len(r.pairs)
	if allowEmpty {
		best = r.empty
	}
	if s == "" {
		return best
	}
	for _, n := range r.first[s[0]] {
		if n > best {
			break
		}
		if HasPrefix(s, r.pairs[n].old) {
			return n
		}
	}
	return best
}

// run hands out s piece by piece, replaced, until put says false.
func (r *Replacer) run(s string, put func(string) bool) {
	kept := 0      // s up to here has been handed out
	empty := false // the last replacement was of an empty string: no other may follow at once
	for i := 0; i <= len(s); {
		n := r.find(s[i:], !empty)
		if n == len(r.pairs) {
			empty = false
			i++
			continue
		}
		p := r.pairs[n]
		empty = p.old == ""
		if kept < i && !put(s[kept:i]) || p.new != "" && !put(p.new) {
			return
		}
		i += len(p.old)
		kept = i
	}
	if kept < len(s) {
		put(s[kept:])
	}
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	var b []byte
	whole := false // nothing was replaced
	r.run(s, func(piece string) bool {
		whole = b == nil && len(piece) == len(s) && piece == s
		b = append(b, piece...)
		return true
	})
	if whole {
		return s
	}
	return made(b)
}

// WriteString writes s to w with all replacements made.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	r.run(s, func(piece string) bool {
		var m int
		m, err = io.WriteString(w, piece)
		n += m
		return err == nil
	})
	return n, err
}
