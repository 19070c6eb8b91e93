package io

import "sync"

// WriteString writes s to w, with w's own WriteString if it has one.
func WriteString(w Writer, s string) (n int, err error) {
	if sw, ok := w.(StringWriter); ok {
		return sw.WriteString(s)
	}
	return w.Write([]byte(s))
}

// ReadAtLeast reads until it has min bytes or an error comes. An end before the first byte is EOF, after it
// ErrUnexpectedEOF.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if min > len(buf) {
		return 0, ErrShortBuffer
	}
	for n < min && err == nil {
		var got int
		got, err = r.Read(buf[n:])
		n += got
	}
	switch {
	case n >= min:
		return n, nil
	case n > 0 && err == EOF:
		return n, ErrUnexpectedEOF
	}
	return n, err
}

// ReadFull fills buf, as ReadAtLeast does.
func ReadFull(r Reader, buf []byte) (n int, err error) {
	return ReadAtLeast(r, buf, len(buf))
}

// CopyN copies n bytes; if there are fewer, err is EOF or what else went wrong.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	if written < n && err == nil {
		err = EOF
	}
	if written == n {
		err = nil
	}
	return written, err
}

// Copy copies all of src to dst. The end of src is no error. src's WriteTo or dst's ReadFrom does it, if there is one.
func Copy(dst Writer, src Reader) (int64, error) { return transfer(dst, src, nil) }

// CopyBuffer is Copy with a buffer of the caller's, which must not be empty.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	return transfer(dst, src, buf)
}

func transfer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if from, ok := src.(WriterTo); ok {
		return from.WriteTo(dst)
	}
	if to, ok := dst.(ReaderFrom); ok {
		return to.ReadFrom(src)
	}
	if buf == nil {
		buf = make([]byte, copySize(src))
	}
	for {
		n, rerr := src.Read(buf)
		if n > 0 {
			took, werr := dst.Write(buf[:n])
			if took < 0 || took > n {
				took = 0
				if werr == nil {
					werr = errInvalidWrite
				}
			}
			written += int64(took)
			if werr == nil && took < n {
				werr = ErrShortWrite
			}
			if werr != nil {
				return written, werr
			}
		}
		if rerr == EOF {
			return written, nil
		}
		if rerr != nil {
			return written, rerr
		}
	}
}

// copySize returns how large a buffer is worth while.
func copySize(src Reader) int {
	const usual = 32 << 10
	if l, ok := src.(*LimitedReader); ok && l.N < usual {
		return int(max(l.N, 1))
	}
	return usual
}

// ReadAll reads to the end and returns all there was. The end is no error.
func ReadAll(r Reader) ([]byte, error) {
	b := make([]byte, 0, 512)
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err == EOF {
			return b, nil
		}
		if err != nil {
			return b, err
		}
	}
}

// discard is a Writer that forgets.
type discard struct{}

// Discard takes everything and does nothing with it.
var Discard Writer = discard{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

// blackHole has the buffers of ReadFrom: what is in them does not matter.
var blackHole = sync.Pool{New: func() any { return new([8192]byte) }}

func (discard) ReadFrom(r Reader) (n int64, err error) {
	buf := blackHole.Get().(*[8192]byte)
	defer blackHole.Put(buf)
	for {
		got, err := r.Read(buf[:])
		n += int64(got)
		if err == EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}
