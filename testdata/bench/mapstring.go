// Maps with string keys: counting words.
package main

func main() {
	words := make([]string, 20000)
	for i := range words {
		word := []byte("w")
		for n := i * 37; n > 0; n /= 26 {
			word = append(word, byte('a'+n%26))
		}
		words[i] = string(word)
	}
	count := map[string]int{}
	random := uint32(3)
	for range 5000000 {
		random = random*1664525 + 1013904223
		count[words[(random>>8)%uint32(len(words))]]++
	}
	sum := 0
	for _, word := range words {
		sum = sum*31 + count[word]
	}
	println(len(count), sum)
}
