// Package flag reads options from the command line.
//
//	-name         of a boolean flag
//	-name=value   of any
//	-name value   of any but boolean ones
//
// Two dashes mean the same as one. Flags end before the first word that does not begin with a dash, and after "--".
//
// flag.go has sets of flags; define.go what defines them; value.go their values; usage.go what users read; command.go the set of the
// command line.
package flag

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
)

// ErrHelp says that -help or -h was given but is not defined.
var ErrHelp = errors.New("flag: help requested")

// ErrorHandling says what Parse does about errors.
type ErrorHandling int

// The ways of it.
const (
	ContinueOnError ErrorHandling = iota // return it
	ExitOnError                          // end the program with status 2; 0 for -help
	PanicOnError
)

// A Flag is one flag.
type Flag struct {
	Name     string
	Usage    string // what it is for
	Value    Value
	DefValue string // the default, as text
}

// A FlagSet is a set of flags. The zero FlagSet has no name and continues on errors.
type FlagSet struct {
	Usage func() // called for errors and -help; if nil, the default prints all flags

	name    string
	parsed  bool
	args    []string // not yet parsed
	handle  ErrorHandling
	out     io.Writer // nil is standard error
	defined map[string]*Flag
	given   map[string]*Flag  // defined ones that were set
	early   map[string]string // where flags were set that were not defined then
}

// NewFlagSet returns an empty set.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := new(FlagSet)
	f.Init(name, errorHandling)
	f.Usage = f.printUsage
	return f
}

// Init sets the name and what to do about errors.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.handle = name, errorHandling
}

// Name returns the name of the set.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling returns what is done about errors.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handle }

// Output returns where messages go.
func (f *FlagSet) Output() io.Writer {
	if f.out != nil {
		return f.out
	}
	return os.Stderr
}

// SetOutput sets where messages go.
func (f *FlagSet) SetOutput(output io.Writer) { f.out = output }

// each calls fn for flags, sorted by name.
func each(flags map[string]*Flag, fn func(*Flag)) {
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		fn(flags[name])
	}
}

// VisitAll calls fn for all flags, sorted by name.
func (f *FlagSet) VisitAll(fn func(*Flag)) { each(f.defined, fn) }

// Visit calls fn for the flags that were set, sorted by name.
func (f *FlagSet) Visit(fn func(*Flag)) { each(f.given, fn) }

// Lookup returns the flag of a name, or nil.
func (f *FlagSet) Lookup(name string) *Flag { return f.defined[name] }

// Set sets a flag.
func (f *FlagSet) Set(name, value string) error { return f.set(name, value, 2) }

// set sets a flag for a caller so many calls up.
func (f *FlagSet) set(name, value string, up int) error {
	flag := f.defined[name]
	if flag == nil {
		_, file, line, ok := runtime.Caller(up)
		if !ok {
			file = "?"
		}
		if f.early == nil {
			f.early = map[string]string{}
		}
		f.early[name] = fmt.Sprintf("%s:%d", file, line)
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	f.note(flag)
	return nil
}

// note notes that a flag was set.
func (f *FlagSet) note(flag *Flag) {
	if f.given == nil {
		f.given = map[string]*Flag{}
	}
	f.given[flag.Name] = flag
}

// NFlag returns how many flags were set.
func (f *FlagSet) NFlag() int { return len(f.given) }

// NArg returns how many arguments follow the flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// Args returns the arguments that follow the flags.
func (f *FlagSet) Args() []string { return f.args }

// Arg returns the i-th of them; "" if there is none.
func (f *FlagSet) Arg(i int) string {
	if uint(i) < uint(len(f.args)) {
		return f.args[i]
	}
	return ""
}

// Parsed reports whether Parse was called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// Parse sets flags by arguments.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	more, err := true, error(nil)
	for more && err == nil {
		more, err = f.parseOne()
	}
	if err == nil || f.handle == ContinueOnError {
		return err
	}
	if f.handle == PanicOnError {
		panic(err)
	}
	if f.handle == ExitOnError && err == ErrHelp {
		os.Exit(0)
	}
	if f.handle == ExitOnError {
		os.Exit(2)
	}
	return nil
}

// parseOne sets a flag by the first argument; more says that it was one.
func (f *FlagSet) parseOne() (more bool, err error) {
	if len(f.args) == 0 || len(f.args[0]) < 2 || f.args[0][0] != '-' {
		return false, nil
	}
	word := f.args[0]
	if word == "--" {
		f.args = f.args[1:]
		return false, nil
	}
	text := strings.TrimPrefix(word[1:], "-")
	if text == "" || text[0] == '-' || text[0] == '=' {
		return false, f.complain("bad flag syntax: %s", word)
	}
	f.args = f.args[1:]
	name, value, hasValue := strings.Cut(text, "=")
	flag := f.defined[name]
	switch {
	case flag == nil && (name == "help" || name == "h"):
		f.usage()
		return false, ErrHelp
	case flag == nil:
		return false, f.complain("flag provided but not defined: -%s", name)
	case isBool(flag.Value) && !hasValue:
		if err := flag.Value.Set("true"); err != nil {
			return false, f.complain("invalid boolean flag %s: %v", name, err)
		}
	case isBool(flag.Value):
		if err := flag.Value.Set(value); err != nil {
			return false, f.complain("invalid boolean value %q for -%s: %v", value, name, err)
		}
	default:
		if !hasValue {
			if len(f.args) == 0 {
				return false, f.complain("flag needs an argument: -%s", name)
			}
			value, f.args = f.args[0], f.args[1:]
		}
		if err := flag.Value.Set(value); err != nil {
			return false, f.complain("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	f.note(flag)
	return true, nil
}

// say prints a line and returns it.
func (f *FlagSet) say(format string, a ...any) string {
	text := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), text)
	return text
}

// complain prints an error and how to do better.
func (f *FlagSet) complain(format string, a ...any) error {
	err := errors.New(f.say(format, a...))
	f.usage()
	return err
}

func (f *FlagSet) usage() {
	if f.Usage != nil {
		f.Usage()
	} else {
		f.printUsage()
	}
}
