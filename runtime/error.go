// The errors that the runtime panics with, and how panics print their values.

package runtime

import (
	"internal/abi"
	"unsafe"
)

// An Error is a run-time error (spec: "Run-time panics").
type Error interface {
	error

	// RuntimeError does nothing; it tells these errors from others.
	RuntimeError()
}

// A TypeAssertionError is a failed type assertion.
type TypeAssertionError struct {
	_interface    *_type
	concrete      *_type
	asserted      *_type
	missingMethod string // one that concrete lacks
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string {
	inter := "interface"
	if e._interface != nil {
		inter = typeString(e._interface)
	}
	want := typeString(e.asserted)
	if e.concrete == nil {
		return "interface conversion: " + inter + " is nil, not " + want
	}
	have := typeString(e.concrete)
	if e.missingMethod != "" {
		return "interface conversion: " + have + " is not " + want + ": missing method " + e.missingMethod
	}
	msg := "interface conversion: " + inter + " is " + have + ", not " + want
	if have != want {
		return msg
	}
	if typePkgPath(e.concrete) != typePkgPath(e.asserted) {
		return msg + " (types from different packages)"
	}
	return msg + " (types from different scopes)"
}

// An errorString is a run-time error that is described by a string.
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// An errorAddressString is one with the address of a fault.
type errorAddressString struct {
	msg  string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}
func (e errorAddressString) Error() string { return "runtime error: " + e.msg }

// Addr returns the address of the fault.
func (e errorAddressString) Addr() uintptr { return e.addr }

// A plainError is a run-time error without the words "runtime error: ".
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A PanicNilError is what panic(nil) panics with.
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) Error() string { return "panic called with nil argument" }
func (*PanicNilError) RuntimeError() {}

// A boundsError is an index or slice expression out of range.
type boundsError struct {
	x      int64
	y      int
	signed bool // x is signed
	code   uint8
}

// The texts of boundsError by code; x and y stand for the operands.
var boundsFormats = [...]string{
	0: "index out of range [x] with length y",
	1: "slice bounds out of range [:x] with length y",
	2: "slice bounds out of range [:x] with capacity y",
	3: "slice bounds out of range [x:y]",
	4: "slice bounds out of range [::x] with length y",
	5: "slice bounds out of range [::x] with capacity y",
	6: "slice bounds out of range [:x:y]",
	7: "slice bounds out of range [x:y:]",
	8: "cannot convert slice with length y to array or pointer to array with length x",
}

// The texts when x is negative: y does not matter then.
var boundsNegativeFormats = [...]string{
	0: "index out of range [x]",
	1: "slice bounds out of range [:x]",
	2: "slice bounds out of range [:x]",
	3: "slice bounds out of range [x:]",
	4: "slice bounds out of range [::x]",
	5: "slice bounds out of range [::x]",
	6: "slice bounds out of range [:x:]",
	7: "slice bounds out of range [x::]",
}

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	format := boundsFormats[e.code]
	if e.signed && e.x < 0 {
		format = boundsNegativeFormats[e.code]
	}
	b := make([]byte, 0, 112)
	b = append(b, "runtime error: "...)
	for i := 0; i < len(format); i++ {
		c := format[i]
		// Operands stand alone: the letters also occur in words.
		alone := (i == 0 || !isLetter(format[i-1])) && (i+1 == len(format) || !isLetter(format[i+1]))
		switch {
		case c == 'x' && alone:
			b = appendInt(b, e.x, e.signed)
		case c == 'y' && alone:
			b = appendInt(b, int64(e.y), true)
		default:
			b = append(b, c)
		}
	}
	return string(b)
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// appendInt appends a number in decimal.
func appendInt(b []byte, v int64, signed bool) []byte {
	u := uint64(v)
	if signed && v < 0 {
		b = append(b, '-')
		u = -u
	}
	var digits [20]byte
	i := len(digits)
	for {
		i--
		digits[i] = byte('0' + u%10)
		u /= 10
		if u == 0 {
			break
		}
	}
	return append(b, digits[i:]...)
}

// ---- type names ----

// resolveName returns the name at an offset of the module's types; none for 0.
func resolveName(off abi.NameOff) abi.Name {
	if off == 0 {
		return abi.Name{}
	}
	return nameAt(off)
}

// nameAt is resolveName where there is a name for certain.
func nameAt(off abi.NameOff) abi.Name {
	return abi.Name{Bytes: (*byte)(resolveOff(firstmoduledata.types, int32(off)))}
}

// resolveType returns the type at an offset; offsets of dropped methods give nil.
func resolveType(off abi.TypeOff) *_type {
	if off == 0 || off == -1 {
		return nil
	}
	return (*_type)(resolveOff(firstmoduledata.types, int32(off)))
}

// typeString returns the type as reflection spells it.
func typeString(t *_type) string {
	s := resolveName(t.Str).Name()
	if t.TFlag&abi.TFlagExtraStar != 0 {
		return s[1:]
	}
	return s
}

// typePkgPath returns the path of the package that a type belongs to, "" for types that are the same everywhere.
func typePkgPath(t *_type) string {
	if u := t.Uncommon(); u != nil {
		return resolveName(u.PkgPath).Name()
	}
	switch t.Kind() { // unexported fields and methods make a type its package's own
	case abi.Struct:
		return (*abi.StructType)(unsafe.Pointer(t)).PkgPath.Name()
	case abi.Interface:
		return (*abi.InterfaceType)(unsafe.Pointer(t)).PkgPath.Name()
	}
	return ""
}

// ---- printing panic values ----

type stringer interface {
	String() string
}

// printpanicval prints the value of a panic: predeclared types as print does, types made
// from them with their name, others by type and address.
func printpanicval(v any) {
	e := efaceOf(&v)
	t := e._type
	if t == nil {
		print("nil")
		return
	}
	named := t.TFlag&abi.TFlagNamed != 0 && typePkgPath(t) != ""
	switch t.Kind_ {
	case abi.Bool, abi.Int, abi.Int8, abi.Int16, abi.Int32, abi.Int64,
		abi.Uint, abi.Uint8, abi.Uint16, abi.Uint32, abi.Uint64, abi.Uintptr,
		abi.Float32, abi.Float64, abi.Complex64, abi.Complex128, abi.String:
	default:
		print("(", typeString(t), ") ", e.data)
		return
	}
	if named {
		print(typeString(t))
	}
	complex := t.Kind_ == abi.Complex64 || t.Kind_ == abi.Complex128 // has parentheses of its own
	if named && !complex {
		print("(")
	}
	printbasic(t.Kind_, e.data, named)
	if named && !complex {
		print(")")
	}
}

// printbasic prints the value of a basic kind at p.
func printbasic(kind abi.Kind, p unsafe.Pointer, quote bool) {
	switch kind {
	case abi.Bool:
		print(*(*bool)(p))
	case abi.Int, abi.Int64:
		print(*(*int64)(p))
	case abi.Int8:
		print(*(*int8)(p))
	case abi.Int16:
		print(*(*int16)(p))
	case abi.Int32:
		print(*(*int32)(p))
	case abi.Uint, abi.Uint64, abi.Uintptr:
		print(*(*uint64)(p))
	case abi.Uint8:
		print(*(*uint8)(p))
	case abi.Uint16:
		print(*(*uint16)(p))
	case abi.Uint32:
		print(*(*uint32)(p))
	case abi.Float32:
		printfloat32(*(*float32)(p))
	case abi.Float64:
		printfloat64(*(*float64)(p))
	case abi.Complex64:
		printcomplex64(*(*complex64)(p))
	case abi.Complex128:
		printcomplex128(*(*complex128)(p))
	case abi.String:
		if quote {
			print(`"`)
		}
		printindented(*(*string)(p))
		if quote {
			print(`"`)
		}
	}
}
