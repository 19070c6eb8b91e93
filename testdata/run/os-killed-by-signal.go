// A signal that nobody asked for any more ends the program.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	syscall.Kill(os.Getpid(), syscall.SIGTERM)
	fmt.Println(<-c)
	signal.Stop(c)
	syscall.Kill(os.Getpid(), syscall.SIGTERM)
	time.Sleep(time.Second)
	fmt.Println("still here")
}
