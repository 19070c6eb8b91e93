package time

import "errors"

// The forms of encodings: RFC 3339 for text and JSON.

// appendStrict appends t by RFC 3339, which has no years beyond 9999 and no zones with seconds or beyond 23 hours.
func (t Time) appendStrict(b []byte, who string) ([]byte, error) {
	if y := t.Year(); y < 0 || y > 9999 {
		return nil, errors.New(who + "year outside of range [0,9999]")
	}
	if _, offset := t.zone(); offset <= -24*3600 || offset >= 24*3600 {
		return nil, errors.New(who + "timezone hour outside of range [0,23]")
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

// AppendText appends t in the form of RFC 3339.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendStrict(b, "Time.AppendText: ") }

// MarshalText returns t in the form of RFC 3339.
func (t Time) MarshalText() ([]byte, error) { return t.appendStrict(nil, "Time.MarshalText: ") }

// MarshalJSON returns t in the form of RFC 3339, in quotes.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.appendStrict([]byte{'"'}, "Time.MarshalJSON: ")
	if err != nil {
		return nil, err
	}
	return append(b, '"'), nil
}

// UnmarshalText reads the form of RFC 3339.
func (t *Time) UnmarshalText(data []byte) error {
	u, err := Parse(RFC3339, string(data))
	*t = u
	return err
}

// UnmarshalJSON reads the form of RFC 3339 in quotes; null changes nothing.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}
