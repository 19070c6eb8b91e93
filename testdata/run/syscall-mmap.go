// Memory from the system: mapped, protected, given back.
package main

import (
	"fmt"
	"os"
	"syscall"
)

func main() {
	const rw = syscall.PROT_READ | syscall.PROT_WRITE
	b, err := syscall.Mmap(-1, 0, 8192, rw, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	fmt.Println(len(b), cap(b), err)
	b[0], b[8191] = 1, 2
	fmt.Println(syscall.Mprotect(b, syscall.PROT_READ), b[0]+b[8191])
	fmt.Println(syscall.Madvise(b, syscall.MADV_NORMAL))
	fmt.Println(syscall.Munmap(b[1:]), syscall.Munmap(b), syscall.Munmap(b))
	_, err = syscall.Mmap(-1, 0, 0, rw, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	fmt.Println(err)
	_, err = syscall.Mmap(-1, 0, 4096, rw, syscall.MAP_PRIVATE)
	fmt.Println(err)

	name := os.TempDir() + "/mmap-" + fmt.Sprint(os.Getpid())
	os.WriteFile(name, []byte("hello, file"), 0o600)
	defer os.Remove(name)
	f, _ := os.Open(name)
	text, err := syscall.Mmap(int(f.Fd()), 0, 11, syscall.PROT_READ, syscall.MAP_SHARED)
	fmt.Printf("%s %v\n", text, err)
	fmt.Println(syscall.Munmap(text))
}
