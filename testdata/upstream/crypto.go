// Hashes, ciphers, signatures, compression, math/big.

package main

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"io"
	"math/big"
	"strings"
)

func main() {
	data := []byte(strings.Repeat("the quick brown fox jumps over the lazy dog. ", 300))
	fmt.Printf("%x\n%x\n%x\n%x\n%x\n", sha256.Sum256(data), sha512.Sum512(data), sha1.Sum(data), md5.Sum(data), sha3.Sum256(data))
	m := hmac.New(sha256.New, []byte("key"))
	m.Write(data)
	fmt.Println(hex.EncodeToString(m.Sum(nil)))
	fmt.Println(crc32.ChecksumIEEE(data), crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)), crc64.Checksum(data, crc64.MakeTable(crc64.ECMA)), adler32.Checksum(data))
	h := fnv.New64a()
	h.Write(data)
	fmt.Println(h.Sum64())
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, 9)
	z.Write(data)
	z.Close()
	fmt.Printf("gzip %d %x\n", b.Len(), sha256.Sum256(b.Bytes()))
	r, err := gzip.NewReader(&b)
	out, err2 := io.ReadAll(r)
	fmt.Println(err, err2, bytes.Equal(out, data))
	for l := -2; l <= 9; l++ {
		b.Reset()
		f, _ := flate.NewWriter(&b, l)
		f.Write(data)
		f.Close()
		n := b.Len()
		out, err := io.ReadAll(flate.NewReader(&b))
		fmt.Print(l, " ", n, " ", err, " ", bytes.Equal(out, data), "; ")
	}
	fmt.Println()
	b.Reset()
	zw := zlib.NewWriter(&b)
	zw.Write(data)
	zw.Close()
	fmt.Println(base64.StdEncoding.EncodeToString(b.Bytes()))

	block, _ := aes.NewCipher([]byte("0123456789abcdef"))
	gcm, _ := cipher.NewGCM(block)
	ct := gcm.Seal(nil, []byte("nonce nonce!"), data[:100], []byte("aad"))
	fmt.Printf("%x\n", ct)
	pt, err := gcm.Open(nil, []byte("nonce nonce!"), ct, []byte("aad"))
	fmt.Println(string(pt) == string(data[:100]), err)
	ct[5] ^= 1
	_, err = gcm.Open(nil, []byte("nonce nonce!"), ct, []byte("aad"))
	fmt.Println(err)
	stream := cipher.NewCTR(block, []byte("0123456789abcdef"))
	x := make([]byte, 200)
	stream.XORKeyStream(x, data[:200])
	fmt.Printf("%x\n", x)

	priv := ed25519.NewKeyFromSeed([]byte("0123456789abcdef0123456789abcdef"))
	sig := ed25519.Sign(priv, data)
	fmt.Printf("%x %v\n", sig, ed25519.Verify(priv.Public().(ed25519.PublicKey), data, sig))
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	hash := sha256.Sum256(data)
	es, err2 := ecdsa.SignASN1(rand.Reader, key, hash[:])
	fmt.Println(err, err2, ecdsa.VerifyASN1(&key.PublicKey, hash[:], es))
	rk, err := rsa.GenerateKey(rand.Reader, 1024)
	if err != nil {
		fmt.Println(err)
	} else {
		fmt.Println(rk.Validate())
	}

	n := new(big.Int).Exp(big.NewInt(3), big.NewInt(1000), nil)
	q, rem := new(big.Int).QuoRem(n, new(big.Int).Lsh(big.NewInt(12345), 100), new(big.Int))
	fmt.Println(n, q, rem)
	f, _ := new(big.Float).SetPrec(200).SetString("1.5e100")
	fmt.Println(f.Sqrt(f).Text('g', 50), big.NewRat(3, 9), n.ProbablyPrime(10), new(big.Int).Sqrt(n))
	fact := big.NewInt(1)
	for i := int64(1); i <= 2000; i++ {
		fact.Mul(fact, big.NewInt(i))
	}
	fmt.Printf("%x\n", sha256.Sum256([]byte(fact.String())))
}
