// Packages encoding/base64 and encoding/hex: whole slices and streams, good text and bad.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"math/rand"
	"strings"
)

func main() {
	encodings := []*base64.Encoding{base64.StdEncoding, base64.RawURLEncoding, base64.StdEncoding.Strict(), base64.URLEncoding.WithPadding('*')}
	for _, e := range encodings {
		for n := range 7 {
			text := e.EncodeToString([]byte("\xff\xfe~hello"[:n]))
			back, err := e.DecodeString(text)
			fmt.Printf("%s %q %v %d %d\n", text, back, err, e.EncodedLen(n), e.DecodedLen(len(text)))
		}
		for _, bad := range []string{"A", "AA", "AA=", "AA==", "AA=A", "AAA", "AB==", "AAB=", "A=A=", "AAAA!", "AA==\n", "A\nA\r=\n=x", "====", "AA*=", "AAA**"} {
			b, err := e.DecodeString(bad)
			fmt.Printf("%q %x %v\n", bad, b, err)
		}
	}
	r := rand.New(rand.NewSource(9))
	for range 200 {
		data := make([]byte, r.Intn(3000))
		r.Read(data)
		e := encodings[r.Intn(len(encodings))]
		var b bytes.Buffer
		w := base64.NewEncoder(e, &b)
		for rest := data; len(rest) > 0; {
			n := min(len(rest), 1+r.Intn(900))
			w.Write(rest[:n])
			rest = rest[n:]
		}
		w.Close()
		if b.String() != e.EncodeToString(data) {
			fmt.Println("encoder differs")
		}
		back, err := io.ReadAll(base64.NewDecoder(e, &b))
		if err != nil || !bytes.Equal(back, data) {
			fmt.Println("decoder differs", err)
		}
	}
	fmt.Println(io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader("QUJD\nRA"))))

	fmt.Print(hex.Dump([]byte("The quick brown fox\x00\xff jumps over")))
	for _, s := range []string{"", "00fF", "0", "0g", "g0", "abc", "zz1"} {
		b, err := hex.DecodeString(s)
		c, err2 := io.ReadAll(hex.NewDecoder(strings.NewReader(s)))
		fmt.Printf("%q %x %v %x %v\n", s, b, err, c, err2)
	}
	fmt.Println(hex.EncodeToString([]byte("hex")), string(hex.AppendEncode([]byte("0x"), []byte{1, 255})))
	w := hex.Dumper(io.Discard)
	w.Close()
	fmt.Println(w.Write([]byte("late")))
}
