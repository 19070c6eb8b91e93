package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime/debug"
)

type node struct {
	next *node
	name string
}

func main() {
	list := &node{&node{nil, "second in the dump"}, "first in the dump"}
	f, err := os.CreateTemp("", "dump")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.Remove(f.Name())
	debug.WriteHeapDump(f.Fd())
	f.Close()
	b, err := os.ReadFile(f.Name())
	fmt.Println(err, bytes.HasPrefix(b, []byte("go1.7 heap dump\n")), b[len(b)-1], bytes.Contains(b, []byte("amd64")))
	fmt.Println(list.name, list.next.name)
}
