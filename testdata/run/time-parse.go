// Times from texts, and what is wrong with some.
package main

import (
	"fmt"
	"time"
)

var cases = []struct{ layout, value string }{
	{time.ANSIC, "Thu Feb  4 21:00:57 2010"}, {time.ANSIC, "thu feb 4 21:00:57 2010"}, {time.UnixDate, "Thu Feb  4 21:00:57 PST 2010"},
	{time.RubyDate, "Thu Feb 04 21:00:57 -0800 2010"}, {time.RFC850, "Thursday, 04-Feb-10 21:00:57 PST"}, {time.RFC1123, "Thu, 04 Feb 2010 21:00:57 UTC"},
	{time.RFC1123, "Thu, 04 Feb 2010 22:00:57 GMT+3"}, {time.RFC1123Z, "Thu, 04 Feb 2010 21:00:57 -0800"}, {time.RFC822, "04 Feb 69 21:00 CEST"}, {time.RFC822Z, "04 Feb 68 21:00 +0200"},
	{time.RFC3339, "2010-02-04T21:00:57-08:00"}, {time.RFC3339, "2010-02-04T21:00:57.0123456789Z"}, {time.RFC3339Nano, "2010-02-04T21:00:57.012345678+23:59"},
	{time.RFC3339, "2010-02-04T21:00:57+24:60"}, {time.RFC3339, "2010-02-04T21:00:57+25:00"}, {time.RFC3339, "2010-02-04T21:00:57+00:61"},
	{time.RFC3339, "2010-02-04T21:00:57+00:00"}, {time.RFC3339, "2010-02-04 21:00:57Z"}, {time.RFC3339, "2010-02-04T21:00:60Z"}, {time.RFC3339, "2010-02-04T21:60:00Z"},
	{time.RFC3339, "2010-02-04T24:00:00Z"}, {time.RFC3339, "2010-13-04T21:00:00Z"}, {time.RFC3339, "2010-02-29T21:00:00Z"}, {time.RFC3339, "2010-02-00T21:00:00Z"}, {time.RFC3339, "2010-02-04T9:00:00Z"},
	{time.RFC3339, "2010-02-04T21:00:00"}, {time.RFC3339, "2010-02-04T21:00:00Zz"}, {time.RFC3339, "2010-02-04T21:00:00Z07:00"}, {time.RFC3339, "2010-02-04"}, {time.RFC3339, ""}, {time.RFC3339, "hello \"世\"\n"},
	{time.Kitchen, "3:04PM"}, {time.Kitchen, "12:04AM"}, {time.Kitchen, "12:04PM"}, {time.Kitchen, "13:04PM"}, {time.Kitchen, "3:04pm"}, {"3:04pm", "3:04am"}, {time.Kitchen, "3:4PM"}, {time.Kitchen, "0:04PM"},
	{time.Stamp, "Feb  4 21:00:57"}, {time.StampMilli, "Feb  4 21:00:57.012"}, {time.StampMilli, "Feb  4 21:00:57.01"}, {time.StampMilli, "Feb  4 21:00:57.0123"}, {time.StampMilli, "Feb  4 21:00:57x012"}, {time.StampMilli, "Feb  4 21:00:57.x12"}, {time.StampNano, "Feb 4 21:00:57,012345678"},
	{time.DateTime, "2024-02-29 23:59:59.5"}, {time.DateOnly, "2024-02-30"}, {time.TimeOnly, "01:02:03"}, {time.TimeOnly, "01:02:03."}, {time.TimeOnly, "01:02:03.x"}, {"5 .9", "5.25 .5"},
	{"15:04:05.999", "01:02:03"}, {"15:04:05.999 MST", "01:02:03.12345 UTC"}, {"05,000", "03,125"}, {"05.000", "03,125"},
	{"2006 002", "2024 060"}, {"2006 002", "2024 366"}, {"2006 002", "2023 366"}, {"2006 002", "2023 000"}, {"2006 __2", "2023   9"}, {"2006 __2", "2023  60"}, {"2006 002", "2023 9"},
	{"2006 01 02 002", "2024 02 29 060"}, {"2006 01 02 002", "2024 03 01 060"}, {"2006 01 02 002", "2024 02 28 060"}, {"002", "366"},
	{"MST", "ABC"}, {"MST", "ABCD"}, {"MST", "ABCT"}, {"MST", "ABCDT"}, {"MST", "ABCDE"}, {"MST", "ABCDEF"}, {"MST", "AB"}, {"MST", "ab"}, {"MST", "ChST"}, {"MST", "MeST"}, {"MST", "WITA"}, {"MST", "GMT"},
	{"MST", "GMT-7"}, {"MST", "GMT+23"}, {"MST", "GMT+24"}, {"MST", "+03"}, {"MST", "-0330"}, {"MST", "+"}, {"MST", "UTC"}, {"MST", "UTC+3"}, {"MST -0700", "XYZ +0300"}, {"MST -0700", "UTC +0300"}, {"-0700 MST", "+0000 XYZ"},
	{"-07", "+05"}, {"-07", "05"}, {"-07", "x05"}, {"-0700", "+0530"}, {"-0700", "+05"}, {"-07:00", "+05:30"}, {"-07:00", "+0530"}, {"-07:00", "-05x30"}, {"-070000", "+010203"}, {"-07:00:00", "-01:02:03"}, {"-07:00:00", "-01:02"},
	{"Z07", "Z"}, {"Z07", "-03"}, {"Z0700", "Z"}, {"Z070000", "Z"}, {"Z07:00:00", "Z"}, {"Z070000", "+010203"}, {"-0700", "Z"}, {"-07:00:00", "+00:00:61"},
	{"January", "march"}, {"January", "Mar"}, {"Jan", "March"}, {"Jan", "Foo"}, {"Monday 2", "Someday 3"}, {"Mon 2", "fri 31"}, {"1", "13"}, {"01", "1"}, {"1", "x"}, {"2", "32"}, {"_2", " 7"}, {"_2", "  7"}, {"02", "7"}, {"06", "7"}, {"06", "x7"}, {"2006", "19"}, {"2006", "199x"}, {"2006", "x199"}, {"06-01", "70-1x"},
	{"_2006", "_2010"}, {"  2006", "2010"}, {"2006 ", "2010"}, {"a 2006", "a    2010"}, {"a 2006", "ax2010"}, {"2006", "2010 "}, {"2006", "20101"}, {"", ""}, {"", "x"}, {"x", ""}, {"x", "y"}, {"15h", "3h"}, {"3", "12"}, {"4", "60"}, {"15", "24"}, {"05", "5"}, {"5", "5"},
	{"2006-01-02", "0000-01-01"}, {"2006-01-02", "0000-02-29"}, {"Jan _2 2006", "Feb 29 1900"},
}

func main() {
	east := time.FixedZone("EAST", 3*3600)
	for _, c := range cases {
		t, err := time.Parse(c.layout, c.value)
		fmt.Printf("%q %q: ", c.layout, c.value)
		if err != nil {
			e := err.(*time.ParseError)
			fmt.Printf("%v (%q %q)\n", err, e.LayoutElem, e.ValueElem)
			continue
		}
		fmt.Printf("%s %d", t.Format(time.RFC3339Nano), t.Unix())
		name, offset := t.Zone()
		fmt.Printf(" %q %d", name, offset)
		t, err = time.ParseInLocation(c.layout, c.value, east)
		fmt.Println(" ", t, t.Location(), err)
	}
}
