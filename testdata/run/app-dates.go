// Dates without the time of day: leap years, weekdays, ISO weeks, Easter, calendars, ages, durations between zones.
package main

import (
	"fmt"
	"strings"
	"time"
)

func easter(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	e := (32 + 2*(b%4) + 2*(c/4) - d - c%4) % 7
	f := d + e - 7*((a+11*d+22*e)/451) + 114
	return time.Date(year, time.Month(f/31), f%31+1, 0, 0, 0, 0, time.UTC)
}

func calendar(year int, m time.Month) string {
	var b strings.Builder
	first := time.Date(year, m, 1, 0, 0, 0, 0, time.UTC)
	title := first.Format("January 2006")
	fmt.Fprintf(&b, "%*s\nMo Tu We Th Fr Sa Su\n", (20+len(title))/2, title)
	col := (int(first.Weekday()) + 6) % 7
	b.WriteString(strings.Repeat("   ", col))
	for d := first; d.Month() == m; d = d.AddDate(0, 0, 1) {
		fmt.Fprintf(&b, "%2d", d.Day())
		if col++; col%7 == 0 {
			b.WriteByte('\n')
		} else {
			b.WriteByte(' ')
		}
	}
	return strings.TrimRight(b.String(), " \n") + "\n"
}

func age(birth, now time.Time) int {
	years := now.Year() - birth.Year()
	if now.YearDay() < birth.AddDate(years, 0, 0).YearDay() {
		years--
	}
	return years
}

func main() {
	for _, y := range []int{1900, 2000, 2023, 2024, 2100} {
		last := time.Date(y, time.March, 0, 0, 0, 0, 0, time.UTC)
		fmt.Println(y, last.Day(), last.Weekday(), easter(y).Format("Mon Jan _2"))
	}
	fmt.Print(calendar(2024, time.February), calendar(2026, time.June))
	for _, s := range []string{"2021-01-03", "2024-12-30", "2026-12-31", "2026-02-30", "26-1-1"} {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		y, w := d.ISOWeek()
		fmt.Printf("%s %s is day %d, week %d of %d, unix %d\n", s, d.Weekday(), d.YearDay(), w, y, d.Unix())
	}
	birth := time.Date(2000, time.February, 29, 0, 0, 0, 0, time.UTC)
	fmt.Println(age(birth, time.Date(2026, 2, 28, 0, 0, 0, 0, time.UTC)), age(birth, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)))
	fmt.Println(birth.AddDate(1, 0, 0).Format(time.RFC1123), birth.AddDate(0, 13, -31).Format(time.RFC822))
	east := time.FixedZone("EAST", 5*3600+45*60)
	a := time.Date(2024, 1, 1, 3, 0, 0, 0, east)
	b := time.Date(2023, 12, 31, 21, 15, 0, 0, time.UTC)
	fmt.Println(a.Equal(b), a == b, a.Compare(b.Add(time.Nanosecond)), a.In(time.UTC), b.In(east))
	d := time.Date(2026, 11, 20, 12, 0, 0, 123456789, time.UTC).Sub(birth)
	fmt.Println(d, d.Round(time.Hour), d.Truncate(24*time.Hour).Hours()/24, d.Seconds())
	fmt.Println(a.Truncate(time.Hour).Format(time.RFC3339Nano), b.YearDay(), a.Month(), time.Duration(1<<63-1))
}
