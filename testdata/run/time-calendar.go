// Dates: from the calendar to instants and back, arithmetic, order.
package main

import (
	"fmt"
	"time"
)

var zones = []*time.Location{time.UTC, time.FixedZone("CET", 3600), time.FixedZone("", -(3*3600 + 30*60)), time.FixedZone("X", 45296)}

func show(t time.Time) {
	y, m, d := t.Date()
	h, min, s := t.Clock()
	isoYear, week := t.ISOWeek()
	name, offset := t.Zone()
	fmt.Println(y, m, d, h, min, s, t.Nanosecond(), t.Weekday(), t.YearDay(), isoYear, week, name, offset, t.Location(), t.IsDST())
	fmt.Println(" ", t.Unix(), t.UnixMilli(), t.UnixMicro(), t.Year(), int(t.Month()), t.Day(), t.Hour(), t.Minute(), t.Second(), t.IsZero())
}

func main() {
	show(time.Time{})
	for _, loc := range zones {
		for _, y := range []int{-400, -1, 0, 1, 4, 100, 400, 1582, 1885, 1900, 1969, 1970, 2000, 2023, 2024, 2100, 9999, 30000} {
			show(time.Date(y, 2, 29, 23, 59, 59, 999999999, loc))
			show(time.Date(y, 14, -5, 30, -70, 100, -1, loc))
		}
	}
	for y := 2004; y < 2032; y++ {
		for d := 29; d < 36; d++ {
			yy, w := time.Date(y, 12, d, 0, 0, 0, 0, time.UTC).ISOWeek()
			fmt.Print(yy, " ", w, " ")
		}
	}
	fmt.Println()

	// Every day of eight years, there and back.
	t := time.Date(1996, 1, 1, 12, 0, 0, 0, time.UTC)
	for i := range 3000 {
		u := time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC)
		if u != t || t.Unix() != 820497600+int64(i)*86400 || t.Weekday() != time.Weekday((i+1)%7) {
			fmt.Println("wrong", i)
		}
		t = t.Add(24 * time.Hour)
	}

	a := time.Unix(1700000000, 123456789).UTC()
	show(a)
	show(time.Unix(0, -1).UTC())
	show(time.Unix(-62135596800, 0).UTC())
	show(time.UnixMilli(-1).UTC())
	show(time.UnixMicro(1234567890123456).UTC())
	b := a.AddDate(1, -13, 40)
	show(b)
	fmt.Println(a.Sub(b), b.Sub(a), a.Before(b), a.After(b), a.Equal(b), a.Compare(b), b.Compare(a), a.Compare(a))
	far := time.Date(5000, 1, 1, 0, 0, 0, 0, time.UTC)
	fmt.Println(far.Sub(a), a.Sub(far), far.Add(-1<<63).Year(), far.Add(1<<63-1).Year())
	fmt.Println(a == a.In(zones[1]), a.Equal(a.In(zones[1])), a.In(zones[1]).UTC() == a)
	for _, d := range []time.Duration{-1, 1, 7, time.Microsecond, time.Second, 13 * time.Second, time.Hour, 24 * time.Hour, 7 * 24 * time.Hour, 1<<63 - 1} {
		show(a.Truncate(d))
		show(a.Round(d))
		show(time.Date(-5, 6, 7, 8, 9, 10, 11, time.UTC).Truncate(d))
	}
	fmt.Println(time.Month(0), time.Month(13), time.Month(-1), time.Weekday(7), time.Weekday(-1), time.March, time.Saturday)
	start, end := a.ZoneBounds()
	fmt.Println(start.IsZero(), end.IsZero())

	n := time.Now()
	fmt.Println(n.Sub(n), n.Add(time.Hour).Sub(n), n.Round(0).Equal(n), time.Since(n) >= 0, time.Until(n) <= 0, n.Equal(n.UTC()))
}
