// flags -e
package p

func a() { return 1 } // ERROR "too many return values"

func b() int { return } // ERROR "not enough return values"

func c() (int, string) { return 1 } // ERROR "not enough return values"

func d() int { return 1, 2 } // ERROR "too many return values"

func e() (int, string) { return "a", 1 } // ERROR `cannot use "a" \(untyped string constant\) as int value in return statement` "cannot use 1 \(untyped int constant\) as string value in return statement"

func f() (x, y int) { return 5 } // ERROR "not enough return values"

func g() (x int) {
	{
		x := 2
		_ = x
		return // ERROR "result parameter x not in scope at return"
	}
}

func h() (int, string) { return c2() } // ERROR "cannot use c2\(\) \(value of type string\) as int value in return statement" "cannot use c2\(\) \(value of type int\) as string value in return statement"

func c2() (string, int) { return "", 0 }
