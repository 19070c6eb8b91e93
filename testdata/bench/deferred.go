// Deferred calls, and panics that are recovered from.
package main

type lock struct{ held, times int }

func (l *lock) acquire() { l.held++; l.times++ }
func (l *lock) release() { l.held-- }

func guarded(l *lock, n int) (result int) {
	l.acquire()
	defer l.release()
	defer func() { result += l.held }()
	return n & 3
}

func looped(l *lock, n int) {
	for range n {
		l.acquire()
		defer l.release()
	}
}

func risky(n int) (err int) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(int)
		}
	}()
	if n%10 == 0 {
		panic(n)
	}
	return 0
}

func main() {
	l := &lock{}
	sum := 0
	for i := range 10000000 {
		sum += guarded(l, i)
	}
	for range 200000 {
		looped(l, 8)
	}
	for i := range 2000000 {
		sum += risky(i)
	}
	println(sum, l.held, l.times)
}
