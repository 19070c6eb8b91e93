// Package flag: definitions, parsing, messages and defaults.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, "+") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type fussy struct{ n *int }

func (f fussy) String() string     { return fmt.Sprint(*f.n) }
func (f fussy) Set(s string) error { return errors.New("never") }

func main() {
	n := 7
	for _, args := range [][]string{
		{"-b", "-n=5", "--s", "text", "rest", "-x"}, {"-n", "0x1F", "--", "-b"}, {"-n", "five"}, {"-n", "99999999999999999999"},
		{"-b=maybe"}, {"-u", "-1"}, {"-nothing"}, {"-n"}, {"---b"}, {"-=b"}, {"-d", "1m30s", "-f", "2.5", "-l", "a", "-l", "b"},
		{"-d", "soon"}, {"-h"}, {"-fn", "bad"}, {"-q"}, {"-t", "2006-01-02T15:04:05Z"}, {"-"}, {"-i64", "0b101", "-u64=0o17"},
	} {
		fs := flag.NewFlagSet("test", flag.ContinueOnError)
		fs.SetOutput(os.Stdout)
		b := fs.Bool("b", false, "a boolean")
		i := fs.Int("n", 3, "a `number` of things")
		s := fs.String("s", "some", "text\non two lines")
		u := fs.Uint("u", 0, "unsigned")
		i64 := fs.Int64("i64", 0, "")
		u64 := fs.Uint64("u64", 0, "")
		f := fs.Float64("f", 0, "float")
		d := fs.Duration("d", time.Second, "duration")
		var l list
		fs.Var(&l, "l", "list")
		fs.Func("fn", "function", func(s string) error { return fmt.Errorf("no %s", s) })
		fs.BoolFunc("q", "quiet", func(s string) error { fmt.Println("called with", s); return nil })
		var t time.Time
		fs.TextVar(&t, "t", time.Unix(0, 0).UTC(), "time")
		if len(args) == 1 && args[0] == "-h" {
			fs.Var(fussy{&n}, "fussy", "cannot be zero")
		}
		err := fs.Parse(args)
		fmt.Println(args, "->", err, *b, *i, *s, *u, *i64, *u64, *f, *d, l, t, fs.Args(), fs.NFlag(), fs.NArg(), fs.Arg(0), fs.Parsed())
		fs.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
		fmt.Println()
	}
	fs := flag.NewFlagSet("", flag.PanicOnError)
	fs.SetOutput(os.Stdout)
	for _, f := range []func(){
		func() { fs.Int("-x", 0, "") }, func() { fs.Int("x=", 0, "") }, func() { fs.Int("x", 0, ""); fs.Int("x", 0, "") },
		func() { fs.Parse([]string{"-y"}) },
	} {
		func() {
			defer func() { fmt.Println("panic:", recover()) }()
			f()
		}()
	}
	fmt.Println(fs.Set("z", "1"), fs.Set("x", "12"), fs.Lookup("x").Value, fs.Lookup("y"))
	fmt.Println(fs.Lookup("x").Value.(flag.Getter).Get())
	name, usage := flag.UnquoteUsage(&flag.Flag{Usage: "open `file"})
	fmt.Println(name, usage)
}
