package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.January, 31, 23, 59, 59, 999_999_999, time.UTC)
	for _, d := range []time.Duration{1, time.Microsecond, -time.Hour, 36*time.Hour + 30*time.Minute, 1500 * time.Millisecond, -1, 0, time.Duration(1<<63 - 1)} {
		fmt.Println(d, d.Hours(), d.Milliseconds(), d.Round(time.Second), d.Truncate(time.Minute), d.Abs(), t.Add(d).Format(time.RFC3339Nano))
	}
	for m := 1; m <= 14; m += 3 {
		fmt.Print(t.AddDate(0, m, 0).Format("2006-01-02 Mon "), t.AddDate(-m, 0, m).YearDay(), "; ")
	}
	fmt.Println()
	for _, s := range []string{"1h15m30.918s", "-1.5h", "100us", "1d", "", "3", "1h-2m", ".5s"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	u := t.Add(time.Nanosecond)
	fmt.Println(u.Equal(time.Date(2024, 2, 1, 0, 0, 0, 0, time.UTC)), u.After(t), t.Before(u), u.Sub(t), t.Compare(u), u.IsZero(), time.Time{}.IsZero())
	y, m, d := u.Date()
	hh, mm, ss := t.Clock()
	fmt.Println(y, m, d, hh, mm, ss, t.Nanosecond(), t.Unix(), t.UnixMilli(), time.Unix(0, t.UnixNano()).UTC() == t)
	for _, layout := range []string{time.ANSIC, time.UnixDate, time.RFC822Z, time.RFC850, time.RFC1123Z, time.RFC3339, time.Kitchen, time.StampMicro, "Jan _2 06 3:4:5pm .000 ,999999", "02/01/2006 15h04 Monday January Z07:00 -0700 MST", "2006-002 002"} {
		fmt.Println(t.In(time.FixedZone("XYZ", -5*3600-1800)).Format(layout))
	}
	for _, p := range [][2]string{{time.RFC3339, "2024-02-30T00:00:00Z"}, {time.RFC3339, "2024-02-29T12:00:00.5+02:00"}, {"Jan 2 2006", "Mar 15 1985"}, {time.Kitchen, "3:04XM"}, {"2006-01-02", "2024-1-2"}, {time.RFC1123, "Mon, 02 Jan 2006 15:04:05 MST"}} {
		v, err := time.Parse(p[0], p[1])
		fmt.Println(v, err)
	}
	fmt.Println(time.March, time.Saturday, time.Month(13), time.Weekday(8), u.Weekday(), u.Month()+11)
	fmt.Println(t.Round(time.Hour), t.Truncate(24*time.Hour), time.UnixMilli(-1).UTC(), time.Date(2023, 14, -3, 25, 61, 61, 0, time.UTC))
	start := time.Now()
	time.Sleep(3 * time.Millisecond)
	el := time.Since(start)
	fmt.Println(el >= 3*time.Millisecond, el < time.Minute, time.Until(start) < 0, start.Sub(time.Now()) < 0)
}
