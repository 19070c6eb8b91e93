package main

import "unicode"

func main() {
	sum, letters := uint32(1), 0
	for r := rune(0); r < 0x30000; r += 3 {
		if unicode.IsLetter(r) {
			letters++
		}
		for _, is := range []bool{unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsPrint(r), unicode.IsDigit(r), unicode.IsSymbol(r)} {
			sum <<= 1
			if is {
				sum ^= 0x04c11db7
			}
		}
		sum = sum*31 + uint32(unicode.ToUpper(r)+unicode.ToLower(r)+unicode.SimpleFold(r))
	}
	println(letters, sum)
}
