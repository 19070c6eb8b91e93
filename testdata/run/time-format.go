// Times as texts: every element of layouts, and the forms that other programs read.
package main

import (
	"fmt"
	"time"
)

var layouts = []string{
	time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z,
	time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano,
	time.DateTime, time.DateOnly, time.TimeOnly,
	"", "plain text", "January Jan Janet Monday Mon Month MST MS", "01 1 2 02 _2 __2 002 0002", "2006 06 _2006 20060102", "15 3 03 4 04 5 05 PM pm Pm",
	"-070000 -07:00:00 -0700 -07:00 -07 -7", "Z070000 Z07:00:00 Z0700 Z07:00 Z07 Z", "05.0 05,00 .000000000 .0000000000000 .9 ,999 .999999999 .99999999999 .1 .001 .0a .09",
	"Jan2006 Mond 150405 ⌘ 2006年1月2日",
}

func main() {
	for _, t := range []time.Time{
		{},
		time.Date(2006, 1, 2, 15, 4, 5, 0, time.FixedZone("MST", -7*3600)),
		time.Date(2009, 11, 10, 23, 0, 9, 123456000, time.UTC),
		time.Date(2024, 2, 29, 0, 59, 59, 999999999, time.FixedZone("", 5*3600+1800)),
		time.Date(1999, 12, 31, 12, 0, 0, 1, time.FixedZone("ODD", -(1*3600+2*60+3))),
		time.Date(-44, 3, 15, 11, 30, 0, 50000000, time.FixedZone("SMALL", -30)),
		time.Date(12345, 6, 7, 8, 9, 10, 120, time.FixedZone("FAR \"east\"", 30*3600)),
	} {
		fmt.Println(t)
		fmt.Printf("%v %s %+v %d\n", t, t, t, t.Unix())
		fmt.Printf("%#v\n", t)
		for _, l := range layouts {
			fmt.Printf("%s|%s\n", l, t.Format(l))
		}
		fmt.Println(string(t.AppendFormat([]byte("at "), time.Kitchen)))
		text, err := t.MarshalText()
		fmt.Println(string(text), err)
		text, err = t.AppendText([]byte("text: "))
		fmt.Println(string(text), err)
		text, err = t.MarshalJSON()
		fmt.Println(string(text), err)
		bin, err := t.MarshalBinary()
		fmt.Println(bin, err)
		var u time.Time
		fmt.Println(u.UnmarshalBinary(bin), u)
		fmt.Println(u.UnmarshalJSON(text), u)
	}
	var u time.Time
	for _, s := range []string{"null", `"`, "", "3", `"2024-02-29T12:00:00Z"`, `"2023-02-29T12:00:00Z"`, `"2024-02-29t12:00:00Z"`, `"2024-02-29T12:00:00,5+01:00"`} {
		fmt.Println(u.UnmarshalJSON([]byte(s)), u)
	}
	fmt.Println(u.UnmarshalText([]byte("x")), u.UnmarshalBinary(nil), u.UnmarshalBinary([]byte{9}), u.UnmarshalBinary([]byte{1, 2}))
}
