package flag

import (
	"fmt"
	"reflect"
	"strings"
)

// printUsage prints all flags.
func (f *FlagSet) printUsage() {
	of := ""
	if f.name != "" {
		of = " of " + f.name
	}
	fmt.Fprintf(f.Output(), "Usage%s:\n", of)
	f.PrintDefaults()
}

const indent = "\n    \t"

// PrintDefaults prints all flags: what they are for, and their defaults unless these are zero.
func (f *FlagSet) PrintDefaults() {
	var failed []error
	f.VisitAll(func(flag *Flag) {
		line := "  -" + flag.Name
		kind, usage := UnquoteUsage(flag)
		if kind != "" {
			line += " " + kind
		}
		if len(line) <= len("  -x") {
			line += "\t" // the usage fits behind
		} else {
			line += indent
		}
		line += strings.ReplaceAll(usage, "\n", indent)
		zero, err := isZero(flag)
		switch {
		case err != nil:
			failed = append(failed, err)
		case zero:
		default:
			format := " (default %v)"
			if _, ok := flag.Value.(*stringValue); ok {
				format = " (default %q)"
			}
			line += fmt.Sprintf(format, flag.DefValue)
		}
		fmt.Fprintln(f.Output(), line)
	})
	if len(failed) > 0 {
		fmt.Fprintln(f.Output())
	}
	for _, err := range failed {
		fmt.Fprintln(f.Output(), err)
	}
}

// isZero reports whether a flag's default is what the zero Value of its type is.
func isZero(flag *Flag) (zero bool, err error) {
	t := reflect.TypeOf(flag.Value)
	v := reflect.Zero(t)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
		v = reflect.New(t)
	}
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("panic calling String method on zero %v for flag %s: %v", t, flag.Name, e)
		}
	}()
	return flag.DefValue == v.Interface().(Value).String(), nil
}

// UnquoteUsage returns how a flag's value is called, and what the flag is for. The name stands in back quotes in its Usage; or
// else it is that of the type.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	if before, rest, ok := strings.Cut(flag.Usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	return kindOf(flag.Value), flag.Usage
}

// kindOf returns how values of a type are called.
func kindOf(v Value) string {
	if b, ok := v.(boolFlag); ok {
		if b.IsBoolFlag() {
			return ""
		}
		return "value"
	}
	switch v.(type) {
	case *intValue, *int64Value:
		return "int"
	case *uintValue, *uint64Value:
		return "uint"
	case *float64Value:
		return "float"
	case *durationValue:
		return "duration"
	case *stringValue:
		return "string"
	}
	return "value"
}
