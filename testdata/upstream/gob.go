// encoding/..., html/template.

package main

import (
	"bytes"
	"encoding/asn1"
	"encoding/binary"
	"encoding/csv"
	"encoding/gob"
	"encoding/json"
	"encoding/pem"
	"encoding/xml"
	"fmt"
	"html/template"
	"os"
	"strings"
)

type Shape interface{ Area() float64 }
type Sq struct{ S float64 }
type Ci struct{ R float64 }

func (s Sq) Area() float64  { return s.S * s.S }
func (c *Ci) Area() float64 { return 3 * c.R * c.R }

type Rec struct {
	ID     int `xml:"id,attr"`
	Name   string
	Shapes []Shape          `xml:"-"`
	M      map[string][]int `xml:"-"`
	P      *Rec
	C      complex128 `xml:"-"`
	Raw    []byte
}

func main() {
	gob.Register(Sq{})
	gob.Register(&Ci{})
	r := Rec{1, "one", []Shape{Sq{2}, &Ci{3}}, map[string][]int{"a": {1, 2}, "b": nil}, &Rec{ID: 2, Name: "two"}, 1 + 2i, []byte("raw")}
	var b bytes.Buffer
	fmt.Println(gob.NewEncoder(&b).Encode(r))
	var back Rec
	fmt.Println(gob.NewDecoder(&b).Decode(&back))
	fmt.Printf("%+v %v %v %+v\n", back.Name, back.Shapes[0].Area(), back.Shapes[1].Area(), *back.P)
	fmt.Println(back.M, back.C, string(back.Raw))
	x, err := xml.MarshalIndent(r, "", " ")
	fmt.Println(string(x), err)
	var fromXML Rec
	fmt.Println(xml.Unmarshal(x, &fromXML), fromXML.ID, fromXML.P.Name)
	rd := csv.NewReader(strings.NewReader("a,\"b,c\",d\n1,2,3\n"))
	rows, err := rd.ReadAll()
	fmt.Printf("%q %v\n", rows, err)
	a, err := asn1.Marshal(struct {
		A int
		B []string
		C asn1.ObjectIdentifier
	}{5, []string{"x", "y"}, asn1.ObjectIdentifier{1, 2, 840}})
	fmt.Printf("%x %v\n", a, err)
	pem.Encode(os.Stdout, &pem.Block{Type: "TEST", Headers: map[string]string{"k": "v"}, Bytes: a})
	binary.Write(&b, binary.BigEndian, struct {
		A uint16
		B [2]int32
	}{1, [2]int32{-1, 7}})
	fmt.Printf("%x\n", b.Bytes())
	t := template.Must(template.New("h").Parse(`<a href="/x?q={{.Q}}" onclick="f({{.J}})">{{.T}}</a>{{range $k, $v := .M}}<b>{{$k}}={{$v}}</b>{{end}}
`))
	fmt.Println(t.Execute(os.Stdout, map[string]any{"Q": "a b&c", "J": map[string]int{"k": 1}, "T": "<script>", "M": map[string]int{"z": 1, "y": 2}}))
	var v any
	json.Unmarshal([]byte(`{"z":[1,2.5,"s",null,true],"a":{"b":{}}}`), &v)
	out, _ := json.MarshalIndent(v, ">", "  ")
	fmt.Println(string(out))
	dec := json.NewDecoder(strings.NewReader(`{"a":1} {"a":2} [`))
	for {
		var m map[string]int
		if err := dec.Decode(&m); err != nil {
			fmt.Println(err)
			break
		}
		fmt.Println(m)
	}
}
