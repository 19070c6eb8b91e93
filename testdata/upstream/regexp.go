// regexp, text/template, text/tabwriter, time, unicode.

package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"text/tabwriter"
	"text/template"
	"time"
	"unicode"
)

type item struct {
	Name string
	N    int
	Tags []string
}

func (i item) Upper() string { return strings.ToUpper(i.Name) }

func main() {
	re := regexp.MustCompile(`(?i)(\w+)@(\w+)\.(com|org)`)
	s := "write to Bob@example.com or alice@Example.ORG, not to x@y"
	fmt.Println(re.FindAllString(s, -1), re.FindStringSubmatchIndex(s), re.NumSubexp())
	fmt.Println(re.ReplaceAllString(s, "<$2:$1>"))
	fmt.Printf("%q\n", regexp.MustCompile(`a*?b{2,3}|^$`).FindAllStringSubmatch("aabbb abb b", -1))
	_, err := regexp.Compile("a(b")
	fmt.Println(err)
	t := template.Must(template.New("t").Funcs(template.FuncMap{"rev": func(s string) string {
		r := []rune(s)
		for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
			r[i], r[j] = r[j], r[i]
		}
		return string(r)
	}}).Parse(`{{range $i, $e := .}}{{if $i}}, {{end}}{{$e.Upper}}={{printf "%03d" $e.N}} {{rev .Name}} {{len .Tags}}{{end}}
{{define "x"}}({{.}}){{end}}{{template "x" index . 0 | printf "%v"}}
`))
	if err := t.Execute(os.Stdout, []item{{"foo", 1, nil}, {"bär", 22, []string{"a", "b"}}}); err != nil {
		fmt.Println(err)
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tbbb\tc")
	fmt.Fprintln(w, "aaaa\tb\tccccc")
	w.Flush()
	d := time.Date(2024, time.February, 29, 23, 59, 58, 123456789, time.UTC)
	fmt.Println(d.Format(time.RFC1123Z), d.AddDate(1, 0, 0).Format(time.DateOnly), d.Weekday(), d.YearDay(), d.Unix())
	p, err := time.Parse(time.RFC3339Nano, "2023-01-02T03:04:05.678+05:30")
	fmt.Println(p, err, p.UTC())
	fmt.Println(unicode.IsUpper('Ä'), strings.Title("hello wörld"))
}
