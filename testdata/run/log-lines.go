// Package log: prefixes, files and lines, panics, and the end by Fatal.
package main

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

func inner(l *log.Logger) { l.Output(2, "from the caller") }

func main() {
	l := log.New(os.Stdout, "pre: ", log.Lshortfile)
	l.Print("a", 1, 2, "b")
	l.Printf("%d\n", 5)
	l.Println("x", nil)
	inner(l)
	l.SetFlags(log.Lmsgprefix | log.Lshortfile)
	l.Print("message")
	l.SetPrefix("other ")
	fmt.Println(l.Prefix(), l.Flags())
	l.Print("")

	var b bytes.Buffer
	log.SetOutput(&b)
	log.Print("with a date")
	fmt.Println(len(b.String()), strings.Count(b.String(), "/"), strings.Count(b.String(), ":"))
	b.Reset()
	log.SetFlags(log.LstdFlags | log.Lmicroseconds | log.LUTC)
	log.Println("with microseconds")
	fmt.Println(len(b.String()), strings.Count(b.String(), "."))
	log.SetFlags(log.Lshortfile)
	log.SetOutput(os.Stdout)
	log.Print("standard")
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		log.Panicf("value %d", 3)
	}()
	func() {
		defer func() { fmt.Printf("%q\n", recover()) }()
		l.Panicln("a", "b")
	}()
	log.SetOutput(io.Discard)
	log.Print("nobody sees")
	fmt.Println(log.Writer() == io.Discard, log.Default().Writer() == io.Discard)
	log.SetOutput(os.Stderr)
	log.SetFlags(0)
	log.Fatalln("the", "end")
}
