package flag

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"time"
)

// A Value is what a flag sets. The zero Value's String must work: it tells whether a default is worth mentioning. A Value that is
// set without "=value" has a method IsBoolFlag that returns true.
type Value interface {
	String() string
	Set(string) error
}

// A Getter is a Value that can be asked for; all of this package can, but those of Func and BoolFunc.
type Getter interface {
	Value
	Get() any
}

type boolFlag interface {
	Value
	IsBoolFlag() bool
}

// isBool reports whether a Value is set without "=value".
func isBool(v Value) bool {
	b, ok := v.(boolFlag)
	return ok && b.IsBoolFlag()
}

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

// assign sets *p to a parsed value, and returns the error in this package's words.
func assign[T, P any](p *T, convert func(P) T, value P, err error) error {
	*p = convert(value)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return errRange
	case err != nil:
		return errParse
	}
	return nil
}

// The Values for the language's types.
type (
	boolValue     bool
	intValue      int
	int64Value    int64
	uintValue     uint
	uint64Value   uint64
	stringValue   string
	float64Value  float64
	durationValue time.Duration
)

func (v *boolValue) Set(s string) error {
	b, err := strconv.ParseBool(s)
	return assign(v, func(b bool) boolValue { return boolValue(b) }, b, err)
}

func (v *intValue) Set(s string) error {
	i, err := strconv.ParseInt(s, 0, strconv.IntSize)
	return assign(v, func(i int64) intValue { return intValue(i) }, i, err)
}

func (v *int64Value) Set(s string) error {
	i, err := strconv.ParseInt(s, 0, 64)
	return assign(v, func(i int64) int64Value { return int64Value(i) }, i, err)
}

func (v *uintValue) Set(s string) error {
	u, err := strconv.ParseUint(s, 0, strconv.IntSize)
	return assign(v, func(u uint64) uintValue { return uintValue(u) }, u, err)
}

func (v *uint64Value) Set(s string) error {
	u, err := strconv.ParseUint(s, 0, 64)
	return assign(v, func(u uint64) uint64Value { return uint64Value(u) }, u, err)
}

func (v *float64Value) Set(s string) error {
	f, err := strconv.ParseFloat(s, 64)
	return assign(v, func(f float64) float64Value { return float64Value(f) }, f, err)
}

func (v *durationValue) Set(s string) error {
	d, err := time.ParseDuration(s)
	return assign(v, func(d time.Duration) durationValue { return durationValue(d) }, d, err)
}

func (v *stringValue) Set(s string) error {
	*v = stringValue(s)
	return nil
}

func (v *boolValue) IsBoolFlag() bool { return true }

func (v *boolValue) String() string     { return strconv.FormatBool(bool(*v)) }
func (v *intValue) String() string      { return strconv.Itoa(int(*v)) }
func (v *int64Value) String() string    { return strconv.FormatInt(int64(*v), 10) }
func (v *uintValue) String() string     { return strconv.FormatUint(uint64(*v), 10) }
func (v *uint64Value) String() string   { return strconv.FormatUint(uint64(*v), 10) }
func (v *stringValue) String() string   { return string(*v) }
func (v *float64Value) String() string  { return strconv.FormatFloat(float64(*v), 'g', -1, 64) }
func (v *durationValue) String() string { return time.Duration(*v).String() }

func (v *boolValue) Get() any     { return bool(*v) }
func (v *intValue) Get() any      { return int(*v) }
func (v *int64Value) Get() any    { return int64(*v) }
func (v *uintValue) Get() any     { return uint(*v) }
func (v *uint64Value) Get() any   { return uint64(*v) }
func (v *stringValue) Get() any   { return string(*v) }
func (v *float64Value) Get() any  { return float64(*v) }
func (v *durationValue) Get() any { return time.Duration(*v) }

// A textValue is something that reads itself.
type textValue struct{ p encoding.TextUnmarshaler }

// newTextValue sets *p to a default of the same type.
func newTextValue(val encoding.TextMarshaler, p encoding.TextUnmarshaler) textValue {
	variable := reflect.ValueOf(p)
	if variable.Kind() != reflect.Pointer {
		panic("variable value type must be a pointer")
	}
	variable = variable.Elem()
	initial := reflect.Indirect(reflect.ValueOf(val))
	if initial.Type() != variable.Type() {
		panic(fmt.Sprintf("default type does not match variable type: %v != %v", initial.Type(), variable.Type()))
	}
	variable.Set(initial)
	return textValue{p}
}

func (v textValue) Set(s string) error { return v.p.UnmarshalText([]byte(s)) }
func (v textValue) Get() any           { return v.p }

func (v textValue) String() string {
	m, ok := v.p.(encoding.TextMarshaler)
	if !ok {
		return ""
	}
	text, err := m.MarshalText()
	if err != nil {
		return ""
	}
	return string(text)
}

// funcValue and boolFuncValue call a function.
type (
	funcValue     func(string) error
	boolFuncValue func(string) error
)

func (f funcValue) Set(s string) error     { return f(s) }
func (f funcValue) String() string         { return "" }
func (f boolFuncValue) Set(s string) error { return f(s) }
func (f boolFuncValue) String() string     { return "" }
func (f boolFuncValue) IsBoolFlag() bool   { return true }
