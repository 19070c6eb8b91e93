// Writing to a pipe that nobody reads: an error in general, death by SIGPIPE for standard output.
package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

func main() {
	r, w, err := os.Pipe()
	fmt.Println(err)
	r.Close()
	_, err = w.WriteString("x")
	fmt.Println(err, errors.Is(err, syscall.EPIPE))
	w.Close()
	_, err = w.WriteString("x")
	fmt.Println(err, w.Close())
	r, w, _ = os.Pipe()
	r.Close()
	syscall.Dup2(int(w.Fd()), 1)
	fmt.Println("nobody sees this")
	fmt.Fprintln(os.Stderr, "nor that we are here")
}
