package fnv

import (
	"hash"
	"internal/byteorder"
)

// What is the same for all: sum32.

func (s *sum32) Sum(b []byte) []byte                   { return byteorder.BEAppendUint32(b, uint32(*s)) }
func (s *sum32) Size() int                             { return 4 }
func (s *sum32) BlockSize() int                        { return 1 }
func (s *sum32) Reset()                                { *s = start32 }
func (s *sum32) Clone() (hash.Cloner, error)           { c := *s; return &c, nil }
func (s *sum32) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum32) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, tag+"\x01"...)), nil }
func (s *sum32) UnmarshalBinary(data []byte) error     { return load32(s, 1, data) }

// What is the same for all: sum32a.

func (s *sum32a) Sum(b []byte) []byte                   { return byteorder.BEAppendUint32(b, uint32(*s)) }
func (s *sum32a) Size() int                             { return 4 }
func (s *sum32a) BlockSize() int                        { return 1 }
func (s *sum32a) Reset()                                { *s = start32 }
func (s *sum32a) Clone() (hash.Cloner, error)           { c := *s; return &c, nil }
func (s *sum32a) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum32a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, tag+"\x02"...)), nil }
func (s *sum32a) UnmarshalBinary(data []byte) error     { return load32(s, 2, data) }

// What is the same for all: sum64.

func (s *sum64) Sum(b []byte) []byte                   { return byteorder.BEAppendUint64(b, uint64(*s)) }
func (s *sum64) Size() int                             { return 8 }
func (s *sum64) BlockSize() int                        { return 1 }
func (s *sum64) Reset()                                { *s = start64 }
func (s *sum64) Clone() (hash.Cloner, error)           { c := *s; return &c, nil }
func (s *sum64) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum64) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, tag+"\x03"...)), nil }
func (s *sum64) UnmarshalBinary(data []byte) error     { return load64(s, 3, data) }

// What is the same for all: sum64a.

func (s *sum64a) Sum(b []byte) []byte                   { return byteorder.BEAppendUint64(b, uint64(*s)) }
func (s *sum64a) Size() int                             { return 8 }
func (s *sum64a) BlockSize() int                        { return 1 }
func (s *sum64a) Reset()                                { *s = start64 }
func (s *sum64a) Clone() (hash.Cloner, error)           { c := *s; return &c, nil }
func (s *sum64a) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum64a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, tag+"\x04"...)), nil }
func (s *sum64a) UnmarshalBinary(data []byte) error     { return load64(s, 4, data) }

// What is the same for all: sum128.

func (s *sum128) Sum(b []byte) []byte                   { return s.append(b) }
func (s *sum128) Size() int                             { return 16 }
func (s *sum128) BlockSize() int                        { return 1 }
func (s *sum128) Reset()                                { s.wide = start128 }
func (s *sum128) Clone() (hash.Cloner, error)           { c := *s; return &c, nil }
func (s *sum128) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum128) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, tag+"\x05"...)), nil }
func (s *sum128) UnmarshalBinary(data []byte) error     { return s.load(5, data) }

// What is the same for all: sum128a.

func (s *sum128a) Sum(b []byte) []byte                   { return s.append(b) }
func (s *sum128a) Size() int                             { return 16 }
func (s *sum128a) BlockSize() int                        { return 1 }
func (s *sum128a) Reset()                                { s.wide = start128 }
func (s *sum128a) Clone() (hash.Cloner, error)           { c := *s; return &c, nil }
func (s *sum128a) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }
func (s *sum128a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, tag+"\x06"...)), nil }
func (s *sum128a) UnmarshalBinary(data []byte) error     { return s.load(6, data) }
