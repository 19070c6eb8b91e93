package io

// A SectionReader reads a part of a ReaderAt as if that were all there is.
type SectionReader struct {
	r     ReaderAt
	base  int64 // where the section begins in r
	off   int64 // position, in r
	limit int64 // where it ends in r
	n     int64 // as given
}

const maxInt64 = 1<<63 - 1

// NewSectionReader returns a SectionReader of the n bytes of r from off.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	limit := int64(maxInt64)
	if off <= maxInt64-n {
		limit = off + n
	}
	return &SectionReader{r, off, off, limit, n}
}

// Read reads at the position and moves it.
func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.off >= s.limit {
		return 0, EOF
	}
	if rest := s.limit - s.off; int64(len(p)) > rest {
		p = p[:rest]
	}
	n, err = s.r.ReadAt(p, s.off)
	s.off += int64(n)
	return n, err
}

// target returns the place in r that Seek's arguments mean.
func target(offset int64, whence int, base, current, end int64) (int64, error) {
	switch whence {
	case SeekStart:
		offset += base
	case SeekCurrent:
		offset += current
	case SeekEnd:
		offset += end
	default:
		return 0, errWhence
	}
	if offset < base {
		return 0, errOffset
	}
	return offset, nil
}

// Seek moves the position.
func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	to, err := target(offset, whence, s.base, s.off, s.limit)
	if err != nil {
		return 0, err
	}
	s.off = to
	return to - s.base, nil
}

// ReadAt reads at off, counted from the start of the section.
func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.base
	rest := s.limit - off
	if int64(len(p)) <= rest {
		return s.r.ReadAt(p, off)
	}
	n, err = s.r.ReadAt(p[:rest], off)
	if err == nil {
		err = EOF
	}
	return n, err
}

// Size returns the size of the section.
func (s *SectionReader) Size() int64 { return s.limit - s.base }

// Outer returns what NewSectionReader was given.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.base, s.n }

// An OffsetWriter writes to a WriterAt from some place on.
type OffsetWriter struct {
	w    WriterAt
	base int64 // where it begins in w
	off  int64 // position, in w
}

// NewOffsetWriter returns an OffsetWriter that begins at off.
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

// Write writes at the position and moves it.
func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.off)
	o.off += int64(n)
	return n, err
}

// WriteAt writes at off, counted from where o begins.
func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, o.base+off)
}

// Seek moves the position. An OffsetWriter has no end to seek from.
func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	if whence == SeekEnd {
		return 0, errWhence
	}
	to, err := target(offset, whence, o.base, o.off, 0)
	if err != nil {
		return 0, err
	}
	o.off = to
	return to - o.base, nil
}
