// Package encoding describes values that turn themselves into bytes or text, and back.
package encoding

// A BinaryMarshaler turns itself into bytes.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// A BinaryAppender appends its bytes to others; b itself is not changed.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// A BinaryUnmarshaler sets itself to what MarshalBinary returned. It must copy data that it keeps.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// A TextMarshaler turns itself into text in UTF-8.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// A TextAppender appends its text to others; b itself is not changed.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}

// A TextUnmarshaler sets itself to what MarshalText returned. It must copy text that it keeps.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}
