// Package io/ioutil still does what it did.
package main

import (
	"fmt"
	"io/ioutil"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	dir, err := ioutil.TempDir("", "old")
	fmt.Println(err)
	defer os.RemoveAll(dir)
	name := filepath.Join(dir, "f")
	fmt.Println(ioutil.WriteFile(name, []byte("text"), 0o600))
	b, err := ioutil.ReadFile(name)
	fmt.Println(string(b), err)
	f, err := ioutil.TempFile(dir, "a*b")
	fmt.Println(strings.HasSuffix(f.Name(), "b"), err)
	b, err = ioutil.ReadAll(ioutil.NopCloser(strings.NewReader("all")))
	fmt.Println(string(b), err)
	infos, err := ioutil.ReadDir(dir)
	fmt.Println(len(infos), infos[1].Name(), err)
	fmt.Fprint(ioutil.Discard, "nothing")
	_, err = ioutil.ReadDir("/nowhere")
	fmt.Println(err)
}
