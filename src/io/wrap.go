package io

// LimitReader returns a *LimitedReader: r, but at most n bytes of it.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// A LimitedReader reads from R, and ends when N bytes have been read; N counts down.
type LimitedReader struct {
	R Reader
	N int64
}

// Read reads.
func (l *LimitedReader) Read(p []byte) (int, error) {
	if l.N <= 0 {
		return 0, EOF
	}
	n, err := l.R.Read(p[:min(int64(len(p)), l.N)])
	l.N -= int64(n)
	return n, err
}

// TeeReader returns a Reader that writes to w what it reads from r.
func TeeReader(r Reader, w Writer) Reader { return &teeReader{r, w} }

type teeReader struct {
	r Reader // where it comes from,
	w Writer // and where it goes too
}

func (t *teeReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if m, werr := t.w.Write(p[:n]); werr != nil {
			return m, werr
		}
	}
	return n, err
}

// keepOpen is a Reader whose Close does nothing; keepOpenTo has a WriteTo as well, which Copy looks for.
type (
	keepOpen   struct{ Reader }
	keepOpenTo struct{ keepOpen }
)

func (keepOpen) Close() error { return nil }

func (k keepOpenTo) WriteTo(w Writer) (n int64, err error) { return k.Reader.(WriterTo).WriteTo(w) }

// NopCloser gives r a Close that does nothing.
func NopCloser(r Reader) ReadCloser {
	k := keepOpen{r}
	if _, ok := r.(WriterTo); !ok {
		return k
	}
	return keepOpenTo{k}
}

// MultiReader returns a Reader of all readers' bytes, one after the other.
func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

type multiReader struct {
	rest []Reader // those not at their end
}

// atEnd reads nothing.
type atEnd struct{}

func (atEnd) Read([]byte) (int, error) { return 0, EOF }

func (m *multiReader) Read(p []byte) (n int, err error) {
	for len(m.rest) > 0 {
		// A chain of chains is flattened, so that it costs no depth.
		if inner, ok := m.rest[0].(*multiReader); ok && len(m.rest) == 1 {
			m.rest = inner.rest
			continue
		}
		n, err = m.rest[0].Read(p)
		if err == EOF {
			m.rest[0] = atEnd{} // lets go of it, whoever else holds the slice
			m.rest = m.rest[1:]
		}
		if n > 0 || err != EOF {
			if err == EOF && len(m.rest) > 0 {
				err = nil
			}
			return n, err
		}
	}
	return 0, EOF
}

func (m *multiReader) WriteTo(w Writer) (total int64, err error) {
	buf := make([]byte, 32<<10)
	for i, r := range m.rest {
		var n int64
		if inner, ok := r.(*multiReader); ok {
			n, err = inner.WriteTo(w)
		} else {
			n, err = transfer(w, r, buf)
		}
		total += n
		if err != nil {
			m.rest = m.rest[i:]
			return total, err
		}
		m.rest[i] = nil
	}
	m.rest = nil
	return total, nil
}

// MultiWriter returns a Writer that writes to all of the writers in turn, and stops at the first error.
func MultiWriter(writers ...Writer) Writer {
	var all []Writer
	for _, w := range writers {
		if m, ok := w.(*multiWriter); ok {
			all = append(all, m.writers...)
		} else {
			all = append(all, w)
		}
	}
	return &multiWriter{all}
}

type multiWriter struct {
	writers []Writer
}

func (m *multiWriter) Write(p []byte) (n int, err error) {
	for _, w := range m.writers {
		if n, err = w.Write(p); err != nil {
			return n, err
		}
		if n != len(p) {
			return n, ErrShortWrite
		}
	}
	return len(p), nil
}

func (m *multiWriter) WriteString(s string) (n int, err error) {
	for _, w := range m.writers {
		if n, err = WriteString(w, s); err != nil {
			return n, err
		}
		if n != len(s) {
			return n, ErrShortWrite
		}
	}
	return len(s), nil
}
