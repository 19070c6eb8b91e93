// A goroutine sleeps for a shorter time than main does.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	fmt.Println("Hello, world!")

	go func() {
		fmt.Println("Hello, goroutine world!")
		time.Sleep(5 * time.Millisecond)
		fmt.Println("The goroutine has slept.")
	}()

	time.Sleep(250 * time.Millisecond)
	d := time.Since(start)
	fmt.Println("slept long enough:", d >= 250*time.Millisecond, "and not too long:", d < 10*time.Second)
}
