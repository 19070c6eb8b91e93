package main

// parse recognises an optional sign, digits, and an optional fraction.
func parse(s string) (value int, scale int, ok bool) {
	i, sign := 0, 1
	if i < len(s) && s[i] == '-' {
		sign = -1
		i++
	}
	if i == len(s) {
		return
	}
digits:
	if i < len(s) && '0' <= s[i] && s[i] <= '9' {
		value = value*10 + int(s[i]-'0')
		if scale > 0 {
			scale *= 10
		}
		i++
		goto digits
	}
	if i < len(s) && s[i] == '.' && scale == 0 {
		scale = 1
		i++
		goto digits
	}
	if i < len(s) {
		goto bad
	}
	return sign * value, scale, true
bad:
	return 0, 0, false
}

func main() {
	for _, s := range []string{"12", "-7", "3.25", "", "-", "1x", "1.2.3", "-0.5"} {
		println(parse(s))
	}
}
