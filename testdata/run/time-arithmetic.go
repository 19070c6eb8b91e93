// Package time: rounding, arithmetic, comparisons, serialization, timers that are reset.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, 2, 29, 23, 59, 58, 987654321, time.UTC)
	for _, d := range []time.Duration{1, time.Microsecond, time.Second, 7 * time.Minute, 24 * time.Hour, 0, -1} {
		fmt.Println(t.Round(d), t.Truncate(d), (90 * time.Minute).Round(d), (-90*time.Minute - 1).Truncate(d))
	}
	fmt.Println(t.AddDate(1, 0, 0), t.AddDate(0, -1, 1), t.AddDate(0, 12, -366), t.Add(2*time.Second))
	u := t.In(time.FixedZone("East", 5*3600+1800))
	fmt.Println(u, t.Equal(u), t == u, t.Compare(u), t.Before(u), u.Sub(t), u.Weekday(), u.YearDay())
	fmt.Println(t.ISOWeek())
	fmt.Println(time.Date(2021, 1, 3, 0, 0, 0, 0, time.UTC).ISOWeek())
	fmt.Println(t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano(), time.UnixMilli(-1).UTC(), time.UnixMicro(1e15+1).UTC())
	fmt.Println(time.Time{}.IsZero(), time.Time{}, time.Date(2000, 14, -3, 25, 61, -1, 1e9, time.UTC))
	fmt.Println(time.Time{}.Sub(t), t.Sub(time.Time{}), time.Until(t) < 0, time.Since(t) > 0)
	for _, v := range []time.Time{t, u, {}, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(-1, 1, 1, 0, 0, 0, 0, time.UTC)} {
		text, err := v.MarshalText()
		j, jerr := v.MarshalJSON()
		b, berr := v.MarshalBinary()
		fmt.Printf("%s %v %s %v %x %v\n", text, err, j, jerr, b, berr)
		var back time.Time
		fmt.Println(back.UnmarshalBinary(b), back.Equal(v), back.UnmarshalText(text), back.UnmarshalJSON(j))
	}
	var bad time.Time
	fmt.Println(bad.UnmarshalJSON([]byte(`"2024"`)), bad.UnmarshalJSON([]byte("null")), bad.UnmarshalJSON([]byte("5")), bad.UnmarshalBinary(nil), bad.UnmarshalText([]byte("2024-13-01T00:00:00Z")))
	fmt.Printf("%#v %v %s\n", t, time.March, time.Saturday)
	fmt.Println(time.Duration(1<<63-1), time.Duration(-1<<63), time.Duration(1500), (2*time.Hour + 3*time.Second).String(), time.Duration(999).Microseconds(), (90 * time.Second).Minutes())
	for _, s := range []string{"1h15m30.918s", "-1.5h", "1us", "1µs", ".5s", "", "3", "1x", "9223372036854775808ns", "-9223372036854775808ns", "1h-1m", "."} {
		fmt.Println(time.ParseDuration(s))
	}

	timer := time.NewTimer(time.Hour)
	fmt.Println(timer.Reset(time.Millisecond), len(timer.C), cap(timer.C))
	<-timer.C
	fmt.Println(timer.Stop(), timer.Reset(0))
	time.Sleep(2 * time.Millisecond)
	fmt.Println(timer.Stop(), timer.Reset(time.Hour), timer.Stop())
	select {
	case <-timer.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing in the channel")
	}
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { close(done) })
	<-done
	tick := time.NewTicker(time.Millisecond)
	<-tick.C
	tick.Reset(2 * time.Millisecond)
	<-tick.C
	tick.Stop()
	defer func() { fmt.Println(recover()) }()
	time.NewTicker(0)
}
