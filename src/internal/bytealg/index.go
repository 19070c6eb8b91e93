package bytealg

import "unsafe"

// PrimeRK is the base of the polynomial that Rabin and Karp's search hashes with.
const PrimeRK = 16777619

// HashStr returns the hash of sep, and PrimeRK to the power of its length: what a byte counts that
// leaves the window.
func HashStr[T string | []byte](sep T) (hash, pow uint32) {
	pow = 1
	for i := 0; i < len(sep); i++ {
		hash = hash*PrimeRK + uint32(sep[i])
		pow *= PrimeRK
	}
	return hash, pow
}

// HashStrRev is HashStr of the bytes from back to front.
func HashStrRev[T string | []byte](sep T) (hash, pow uint32) {
	pow = 1
	for i := len(sep) - 1; i >= 0; i-- {
		hash = hash*PrimeRK + uint32(sep[i])
		pow *= PrimeRK
	}
	return hash, pow
}

// IndexRabinKarp returns the index of the first sep in s, or -1: the hash of a window that slides
// over s is kept up to date, and where it is sep's the bytes are compared.
func IndexRabinKarp[T string | []byte](s, sep T) int {
	n := len(sep)
	if n > len(s) {
		return -1
	}
	want, pow := HashStr(sep)
	h, _ := HashStr(s[:n])
	for i := n; ; i++ {
		if h == want && string(s[i-n:i]) == string(sep) {
			return i - n
		}
		if i == len(s) {
			return -1
		}
		h = h*PrimeRK + uint32(s[i]) - pow*uint32(s[i-n])
	}
}

// LastIndexRabinKarp returns the index of the last sep in s, or -1.
func LastIndexRabinKarp[T string | []byte](s, sep T) int {
	n := len(sep)
	if n > len(s) {
		return -1
	}
	want, pow := HashStrRev(sep)
	h, _ := HashStrRev(s[len(s)-n:])
	for i := len(s) - n; ; i-- {
		if h == want && string(s[i:i+n]) == string(sep) {
			return i
		}
		if i == 0 {
			return -1
		}
		h = h*PrimeRK + uint32(s[i-1]) - pow*uint32(s[i-1+n])
	}
}

// IndexString returns the index of the first b in a, or -1.
func IndexString(a, b string) int {
	if b == "" {
		return 0
	}
	for from := 0; from+len(b) <= len(a); from++ {
		i := IndexByteString(a[from:len(a)-len(b)+1], b[0])
		if i < 0 {
			return -1
		}
		from += i
		if a[from:from+len(b)] == b {
			return from
		}
	}
	return -1
}

// Index is IndexString for slices.
func Index(a, b []byte) int {
	return IndexString(unsafe.String(unsafe.SliceData(a), len(a)), unsafe.String(unsafe.SliceData(b), len(b)))
}

// Cutover returns how many first bytes without the rest may be met in n bytes before a search should
// go over to Index.
func Cutover(n int) int { return (n + 16) / 8 }
