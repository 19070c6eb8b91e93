package base64

import "io"

type encoder struct {
	enc  *Encoding
	w    io.Writer
	err  error
	rest []byte // less than three bytes that are not yet written
	out  [1024]byte
}

// NewEncoder returns a Writer that writes text to w. Close writes the last, incomplete group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

// put writes the text of p.
func (e *encoder) put(p []byte) error {
	n := e.enc.EncodedLen(len(p))
	e.enc.Encode(e.out[:], p)
	_, e.err = e.w.Write(e.out[:n])
	return e.err
}

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	if len(e.rest) > 0 {
		n = min(len(p), 3-len(e.rest))
		e.rest = append(e.rest, p[:n]...)
		if len(e.rest) < 3 {
			return n, nil
		}
		if err := e.put(e.rest); err != nil {
			return n, err
		}
		e.rest = e.rest[:0]
	}
	const most = len(e.out) / 4 * 3
	for len(p)-n >= 3 {
		size := min(most, (len(p)-n)/3*3)
		if err := e.put(p[n : n+size]); err != nil {
			return n, err
		}
		n += size
	}
	e.rest = append(e.rest, p[n:]...)
	return len(p), nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.rest) > 0 {
		e.put(e.rest)
		e.rest = nil
	}
	return e.err
}

type decoder struct {
	enc *Encoding
	r   io.Reader
	err error  // of r, or of the text
	in  []byte // characters not yet decoded, in buf
	out []byte // bytes not yet returned, in bytes
	buf [1024]byte

	bytes [1024 / 4 * 3]byte
}

// NewDecoder returns a Reader that reads text from r.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

// fill reads characters until there is a group, or an error.
func (d *decoder) fill() {
	d.in = d.buf[:copy(d.buf[:], d.in)]
	for len(d.in) < 4 && d.err == nil {
		var n int
		n, d.err = d.r.Read(d.buf[len(d.in):])
		for _, c := range d.buf[len(d.in) : len(d.in)+n] {
			if !newline(c) {
				d.in = append(d.in, c)
			}
		}
	}
}

func (d *decoder) Read(p []byte) (n int, err error) {
	for len(d.out) == 0 {
		d.fill()
		part := d.in[:len(d.in)/4*4]
		if len(part) == 0 {
			if len(d.in) == 0 || d.err != io.EOF {
				return 0, d.err
			}
			if d.enc.pad != NoPadding {
				d.err = io.ErrUnexpectedEOF
				return 0, d.err
			}
			part = d.in
		}
		d.in = d.in[len(part):]
		n, err := d.enc.Decode(d.bytes[:], part)
		d.out = d.bytes[:n]
		if err != nil {
			d.in, d.err = nil, err
			if n == 0 {
				return 0, err
			}
		}
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	if len(d.out) == 0 && len(d.in) == 0 && d.err != io.EOF {
		return n, d.err
	}
	return n, nil
}
