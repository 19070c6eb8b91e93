package io

import (
	"errors"
	"sync"
)

// ErrClosedPipe is returned for what is done with a closed pipe.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// A pipe passes each Write's bytes to Reads, without a buffer: the Write waits until they are taken.
type pipe struct {
	writing sync.Mutex // one Write at a time

	mu         sync.Mutex // guards the rest
	change     sync.Cond
	data       []byte // of the Write under way; nil if there is none
	rerr, werr error  // of who closed the reading and the writing end
}

// Pipe returns the two ends of a pipe in memory. Any number of goroutines may use them.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{}
	w.r.pipe.change.L = &w.r.pipe.mu
	return &w.r, w
}

func (p *pipe) read(b []byte) (n int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		switch {
		case p.rerr != nil:
			return 0, ErrClosedPipe
		case p.data != nil:
			n = copy(b, p.data)
			p.data = p.data[n:]
			if len(p.data) == 0 {
				p.data = nil
				p.change.Broadcast()
			}
			return n, nil
		case p.werr != nil:
			return 0, p.werr
		}
		p.change.Wait()
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	p.writing.Lock()
	defer p.writing.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.werr != nil {
		return 0, ErrClosedPipe
	}
	if p.rerr != nil {
		return 0, p.rerr
	}
	if b == nil {
		b = []byte{} // even an empty Write meets a Read
	}
	p.data = b
	p.change.Broadcast()
	for p.data != nil && p.rerr == nil && p.werr == nil {
		p.change.Wait()
	}
	n = len(b) - len(p.data)
	done := p.data == nil
	p.data = nil
	switch {
	case done:
		return n, nil
	case p.werr != nil:
		return n, ErrClosedPipe
	}
	return n, p.rerr
}

// close notes why an end is closed; the first reason stays.
func (p *pipe) close(end *error, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if *end == nil {
		*end = err
	}
	p.change.Broadcast()
}

// A PipeReader is the reading end of a pipe.
type PipeReader struct{ pipe }

// Read waits for a Write, or for the other end to be closed.
func (r *PipeReader) Read(data []byte) (n int, err error) { return r.read(data) }

// Close makes writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writes fail with err. It returns nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.close(&r.rerr, err)
	return nil
}

// A PipeWriter is the writing end of a pipe.
type PipeWriter struct{ r PipeReader }

// Write waits until its bytes have been read, or the other end is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.r.write(data) }

// Close makes reads return EOF when everything has been read.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes reads fail with err when everything has been read. It returns nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.r.close(&w.r.werr, err)
	return nil
}
