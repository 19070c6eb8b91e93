// flags -e
package p

func f(c chan int, r <-chan int, s chan<- int, n int) {
	c <- "a" // ERROR `cannot use "a" \(untyped string constant\) as int value in send`
	r <- 1 // ERROR "invalid operation: cannot send to receive-only channel <-chan int r \(variable of type <-chan int\)"
	<-s // ERROR "invalid operation: cannot receive from send-only channel chan<- int s \(variable of type chan<- int\)"
	n <- 1 // ERROR "invalid operation: cannot send to non-channel int n \(variable of type int\)"
	_ = <-n // ERROR "invalid operation: cannot receive from non-channel int n \(variable of type int\)"
	var _ chan string = c // ERROR "cannot use c \(variable of type chan int\) as chan string value in variable declaration"
	var _ chan int = r // ERROR "cannot use r \(variable of type <-chan int\) as chan int value in variable declaration"
	var _ <-chan int = c
	x, y, z := <-c // ERROR "declared and not used: x" "declared and not used: y" "declared and not used: z" "assignment mismatch: 3 variables but 1 value"
	close(r) // ERROR "invalid operation: cannot close receive-only channel r \(variable of type <-chan int\)"
	_ = len(c) + cap(n) // ERROR "invalid argument: n \(variable of type int\) for built-in cap"
	c <- nil // ERROR "cannot use nil as int value in send"
	go c // ERROR "expression in go must be function call"
}
