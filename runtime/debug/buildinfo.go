package debug

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
)

// BuildInfo says what a program was built from.
type BuildInfo struct {
	GoVersion string         `json:",omitempty"` // of the toolchain
	Path      string         `json:",omitempty"` // of the main package
	Main      Module         `json:""`           // the main package's
	Deps      []*Module      `json:",omitempty"` // other modules with packages of the program
	Settings  []BuildSetting `json:",omitempty"`
}

// A Module is a module in a certain version.
type Module struct {
	Path    string  `json:",omitempty"`
	Version string  `json:",omitempty"`
	Sum     string  `json:",omitempty"`
	Replace *Module `json:",omitempty"` // used in its place
}

// A BuildSetting is a setting that the program was built with.
type BuildSetting struct {
	Key, Value string `json:",omitempty"`
}

// modinfo is the runtime's.
func modinfo() string

// ReadBuildInfo returns what this program was built from; ok is false for one that was built without modules.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	// The text stands between two marks of 16 bytes.
	const mark = 16
	text := modinfo()
	if len(text) < 2*mark {
		return nil, false
	}
	info, err := ParseBuildInfo(text[mark : len(text)-mark])
	if err != nil {
		return nil, false
	}
	info.GoVersion = runtime.Version() // the text does not have it
	return info, true
}

// What cannot stand in keys and values without quotes.
const (
	specialInValue = " \t\r\n\"`"
	specialInKey   = "=" + specialInValue
)

func quoteKey(s string) bool   { return s == "" || strings.ContainsAny(s, specialInKey) }
func quoteValue(s string) bool { return strings.ContainsAny(s, specialInValue) }

// String returns the information as text: a line for each part, with tabs between columns.
func (bi *BuildInfo) String() string {
	var lines []string
	add := func(columns ...string) { lines = append(lines, strings.Join(columns, "\t")+"\n") }
	module := func(word string, m *Module) {
		for m.Replace != nil {
			add(word, m.Path, m.Version)
			word, m = "=>", m.Replace
		}
		add(word, m.Path, m.Version, m.Sum)
		if word == "=>" {
			lines[len(lines)-1] += "\n"
		}
	}
	if bi.GoVersion != "" {
		add("go", bi.GoVersion)
	}
	if bi.Path != "" {
		add("path", bi.Path)
	}
	if bi.Main != (Module{}) {
		module("mod", &bi.Main)
	}
	for _, m := range bi.Deps {
		module("dep", m)
	}
	quoted := func(s string, quote bool) string {
		if quote {
			return strconv.Quote(s)
		}
		return s
	}
	for _, s := range bi.Settings {
		add("build", quoted(s.Key, quoteKey(s.Key))+"="+quoted(s.Value, quoteValue(s.Value)))
	}
	return strings.Join(lines, "")
}

// ParseBuildInfo reads what String has written, all but GoVersion.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	p := parser{bi: new(BuildInfo)}
	for n := 1; ; n++ {
		line, rest, complete := strings.Cut(data, "\n")
		if !complete {
			return p.bi, nil
		}
		if err := p.line(line); err != nil {
			return nil, fmt.Errorf("could not parse Go build info: line %d: %w", n, err)
		}
		data = rest
	}
}

// A parser reads a BuildInfo.
type parser struct {
	bi   *BuildInfo
	last *Module // what a replacement on the next line is for
}

func (p *parser) line(line string) error {
	word, rest, _ := strings.Cut(line, "\t")
	if len(word) == len(line) {
		return nil
	}
	switch word {
	case "path":
		p.bi.Path = rest
	case "mod":
		p.last = &p.bi.Main
		return p.last.parse(rest)
	case "dep":
		p.last = new(Module)
		p.bi.Deps = append(p.bi.Deps, p.last)
		return p.last.parse(rest)
	case "=>":
		return p.replacement(rest)
	case "build":
		s, err := parseSetting(rest)
		if err != nil {
			return err
		}
		p.bi.Settings = append(p.bi.Settings, s)
	}
	return nil
}

func (m *Module) parse(s string) error {
	columns := strings.Split(s, "\t")
	switch len(columns) {
	case 3:
		m.Sum = columns[2]
		fallthrough
	case 2:
		m.Path, m.Version = columns[0], columns[1]
		return nil
	}
	return fmt.Errorf("expected 2 or 3 columns; got %d", len(columns))
}

func (p *parser) replacement(s string) error {
	if n := strings.Count(s, "\t") + 1; n != 3 {
		return fmt.Errorf("expected 3 columns for replacement; got %d", n)
	}
	if p.last == nil {
		return errors.New("replacement with no module on previous line")
	}
	m := new(Module)
	p.last.Replace = m
	p.last = nil
	return m.parse(s)
}

func isQuote(s string) bool { return s != "" && (s[0] == '"' || s[0] == '`') }

// parseSetting reads key=value.
func parseSetting(s string) (set BuildSetting, err error) {
	value := ""
	switch {
	case s == "":
		return set, errors.New("build line missing '='")
	case s[0] == '=':
		return set, errors.New("build line with missing key")
	case isQuote(s):
		quoted, err := strconv.QuotedPrefix(s)
		if err != nil {
			return set, errors.New("invalid quoted key in build line")
		}
		value = s[len(quoted):]
		if value == "" {
			return set, errors.New("build line missing '=' after quoted key")
		}
		if value[0] != '=' {
			return set, fmt.Errorf("unexpected character after quoted key: %q", value[0])
		}
		value = value[1:]
		set.Key, _ = strconv.Unquote(quoted)
	default:
		key, rest, ok := strings.Cut(s, "=")
		if !ok {
			return set, errors.New("build line missing '=' after key")
		}
		if quoteKey(key) {
			return set, fmt.Errorf("unquoted key %q must be quoted", key)
		}
		set.Key, value = key, rest
	}
	if isQuote(value) {
		if set.Value, err = strconv.Unquote(value); err != nil {
			return set, errors.New("invalid quoted value in build line")
		}
		return set, nil
	}
	if quoteValue(value) {
		return set, fmt.Errorf("unquoted value %q must be quoted", value)
	}
	set.Value = value
	return set, nil
}
