package time

import "errors"

// appendRFC3339 appends t as RFC 3339 has it: only years of four digits, only offsets below a day.
func (t Time) appendRFC3339(b []byte, who string) ([]byte, error) {
	if y := t.Year(); y < 0 || y > 9999 {
		return nil, errors.New(who + "year outside of range [0,9999]")
	}
	if _, offset := t.zone(); offset <= -24*3600 || offset >= 24*3600 {
		return nil, errors.New(who + "timezone hour outside of range [0,23]")
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

// AppendText appends t in RFC 3339 format.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendRFC3339(b, "Time.AppendText: ") }

// MarshalText returns t in RFC 3339 format.
func (t Time) MarshalText() ([]byte, error) { return t.appendRFC3339(nil, "Time.MarshalText: ") }

// MarshalJSON returns t in RFC 3339 format, quoted.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.appendRFC3339([]byte{'"'}, "Time.MarshalJSON: ")
	if err != nil {
		return nil, err
	}
	return append(b, '"'), nil
}

// UnmarshalText sets t to a time in RFC 3339 format.
func (t *Time) UnmarshalText(data []byte) error {
	var err error
	*t, err = Parse(RFC3339, string(data))
	return err
}

// UnmarshalJSON sets t to a quoted time in RFC 3339 format. It leaves t alone if there is null.
func (t *Time) UnmarshalJSON(data []byte) error {
	n := len(data)
	if string(data) == "null" {
		return nil
	}
	if n < 2 || data[0] != '"' || data[n-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : n-1])
}

// The binary form, its numbers with the high byte first: a version, 8 bytes of seconds since year 1, 4 of nanoseconds, 2 of
// minutes east of UTC, -1 for UTC itself. Version 2 has another byte, the seconds of the offset.
const (
	binaryMinutes = 1
	binarySeconds = 2
)

// AppendBinary appends the binary form. The name of the place is lost.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	version, minutes, seconds := byte(binaryMinutes), -1, 0
	if t.Location() != UTC {
		_, offset := t.zone()
		if seconds = offset % 60; seconds != 0 {
			version = binarySeconds
		}
		minutes = offset / 60
		if minutes < -1<<15 || minutes == -1 || minutes >= 1<<15 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
	}
	b = append(b, version)
	b = appendHighFirst(b, uint64(t.sec()), 8)
	b = appendHighFirst(b, uint64(t.nsec()), 4)
	b = appendHighFirst(b, uint64(minutes), 2)
	if version == binarySeconds {
		b = append(b, byte(seconds))
	}
	return b, nil
}

func appendHighFirst(b []byte, u uint64, n int) []byte {
	for n--; n >= 0; n-- {
		b = append(b, byte(u>>(8*n)))
	}
	return b
}

func highFirst(b []byte) (u uint64) {
	for _, c := range b {
		u = u<<8 | uint64(c)
	}
	return u
}

// MarshalBinary returns the binary form.
func (t Time) MarshalBinary() ([]byte, error) {
	b, err := t.AppendBinary(make([]byte, 0, 16))
	if err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalBinary sets t from its binary form.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := data[0]
	size := 15
	switch version {
	case binaryMinutes:
	case binarySeconds:
		size++
	default:
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != size {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	sec, nsec := int64(highFirst(data[1:9])), int64(int32(highFirst(data[9:13])))
	offset := int(int16(highFirst(data[13:15]))) * 60
	if version == binarySeconds {
		offset += int(data[15])
	}
	switch {
	case offset == -1*60:
		*t = at(sec, nsec, UTC)
	case Local.offsetAt(sec-unixToYear1) == offset:
		*t = at(sec, nsec, Local)
	default:
		*t = at(sec, nsec, FixedZone("", offset))
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
