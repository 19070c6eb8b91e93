// Durations: units, text, rounding.
package main

import (
	"fmt"
	"math"
	"time"
)

func main() {
	for _, d := range []time.Duration{
		0, 1, -1, 999, 1000, 1001, 1100, 999999, 1e6, 1500000, 999999999, 1e9, 1e9 + 1, 59999 * time.Millisecond,
		time.Minute, time.Hour, 72*time.Hour + 3*time.Minute + 500*time.Millisecond, -90 * time.Minute,
		math.MaxInt64, math.MinInt64,
	} {
		fmt.Println(d, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds(), d.Abs())
		for _, m := range []time.Duration{-1, 0, 1, 7, time.Microsecond, time.Second, 45 * time.Second, time.Hour, math.MaxInt64} {
			fmt.Print(" ", d.Round(m), " ", d.Truncate(m))
		}
		fmt.Println()
	}
	fmt.Printf("%v %d %s %T %q\n", time.Second, time.Second, time.Second, time.Second, 5*time.Millisecond)

	for _, s := range []string{
		"0", "5s", "30s", "1478s", "-5s", "+5s", "-0", "+0", "5.0s", "5.6s", "5.", "5.s", ".5s", "1.0s", "1.00s", "1.004s", "1.0040s",
		"10ns", "11us", "12µs", "12μs", "13ms", "14s", "15m", "16h", "3h30m", "10.5s4m", "-2m3.4s", "1h2m3s4ms5us6ns",
		"39h9m14.425s", "52763797000ns", "0.3333333333333333333h", "9007199254740993ns", "9223372036854775807ns",
		"9223372036854775.807us", "9223372036s854ms775us807ns", "-9223372036854775808ns", "9223372036854775808ns",
		"0.100000000000000000000h", "0.830103483285477580700h", "0.9223372036854775807h",
		"", "3", "-", "s", ".", "-.", ".s", "+.s", "1d", "1 s", "\x85\x85", "\xffff", "hello \"w\" \\ \n", "世s", "3000000h",
		"9223372036854775809ns", "-9223372036854775809ns", "9223372036854ms775us808ns",
	} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
}
