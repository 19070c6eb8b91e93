// Places whose clocks move: a zone file made here, its moves and its rule for the future.
package main

import (
	"fmt"
	"time"
)

func number(b []byte, v int64, size int) []byte {
	for i := size - 1; i >= 0; i-- {
		b = append(b, byte(v>>(8*i)))
	}
	return b
}

// file returns a zone file of version 2 with three zones and two moves.
func file(rule string) []byte {
	var b []byte
	for _, size := range []int{4, 8} {
		b = append(b, "TZif2"...)
		b = append(b, make([]byte, 15)...)
		for _, n := range []int64{0, 0, 0, 2, 3, 12} {
			b = number(b, n, 4)
		}
		b = number(b, 0, size)
		b = number(b, 1e9, size)
		b = append(b, 1, 2)
		for i, offset := range []int64{1234, 3600, 7200} {
			b = number(b, offset, 4)
			b = append(b, byte(i/2), byte(4*i))
		}
		b = append(b, "LMT\x00STD\x00DST\x00"...)
	}
	return append(b, "\n"+rule+"\n"...)
}

func main() {
	for _, rule := range []string{"", "STD-1", "STD-1DST,M3.5.0,M10.5.0/3", "STD-1DST,J60,300/-1", "<-03>3<-02>,M10.1.6/24,M2.3.0/-2:30:15", "X", "STD-1DST,M13.1.1,0"} {
		l, err := time.LoadLocationFromTZData("Here", file(rule))
		fmt.Printf("%q %v %v\n", rule, l, err)
		for sec := int64(-2e9); sec < 4e9; sec += 12345678 * 9 {
			t := time.Unix(sec, 0).In(l)
			start, end := t.ZoneBounds()
			back := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, l)
			fmt.Println(t, t.IsDST(), start, end, t.Equal(back))
		}
		for h := range 5 {
			fmt.Println(time.Date(2024, 3, 31, h, 30, 0, 0, l), time.Date(2024, 10, 27, h, 30, 0, 0, l))
		}
		t, err := time.ParseInLocation(time.UnixDate, "Sun Jul  7 12:00:00 DST 2024", l)
		fmt.Println(t, err)
		t, err = time.ParseInLocation(time.DateTime, "2024-07-07 12:00:00", l)
		fmt.Println(t, err)
	}
	data := file("STD-1")
	for _, bad := range [][]byte{nil, []byte("TZif"), []byte("no zone file"), data[:60], data[:100]} {
		_, err := time.LoadLocationFromTZData("Bad", bad)
		fmt.Println(err)
	}
	for _, name := range []string{"", "UTC", "Local", "../here", "/etc/passwd", "No/Such_Place"} {
		l, err := time.LoadLocation(name)
		fmt.Println(l == time.UTC, l == time.Local, err)
	}
}
