// The layouts of RFC 3339 give what their elements give one by one, in all years and zones.
package main

import (
	"bufio"
	"fmt"
	"strings"
	"time"
)

func main() {
	zones := []*time.Location{time.UTC, time.FixedZone("E", 5*3600+1800), time.FixedZone("W", -3*3600-900),
		time.FixedZone("s", 59), time.FixedZone("S", -59), time.FixedZone("L", -7*3600-31)}
	for i, year := range []int{-12345, -999, -1, 0, 1, 42, 999, 1582, 1969, 2000, 2026, 9999, 10000, 123456} {
		zone := zones[i%len(zones)]
		t := time.Date(year, time.Month(1+i*5%12), 1+i*7%28, i*11%24, i*13%60, i*17%60, i*98765432%1e9/(1+i%3*999)*(i%4), zone)
		a, b := t.Format(time.RFC3339), t.Format(time.RFC3339Nano)
		if x := t.Format("<" + time.RFC3339); x != "<"+a {
			fmt.Println("differs:", a, x)
		}
		if x := t.Format("<" + time.RFC3339Nano); x != "<"+b {
			fmt.Println("differs:", b, x)
		}
		fmt.Println(a, b)
	}
	fmt.Println(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC).Format("_2006 Janet Jan, Monday Mon Mono 01/02 03:04PM .000 ,999 -07 -0700"))
	s := bufio.NewScanner(strings.NewReader("one \x00two\x01\x1f three\u00a0four é\u2003ß\x7f.\n\xff\xfe five\v\ten"))
	s.Split(bufio.ScanWords)
	for s.Scan() {
		fmt.Printf("%q ", s.Text())
	}
	fmt.Println()
	for _, pair := range [][2]string{{"", ""}, {"", "a"}, {"Go", "gO"}, {"Go", "gOo"}, {"straße", "STRAßE"}, {"k\u212a", "KK"}, {"ab\u212a", "abk!"}, {"[", "{"}, {"@", "`"}, {"aé", "AÉ"}, {"aé", "A"}} {
		fmt.Print(strings.EqualFold(pair[0], pair[1]), " ")
	}
	fmt.Println()
}
