package reflect

import (
	"internal/abi"
	"strconv"
	"unsafe"
)

// A StructField is a field of a struct type.
type StructField struct {
	Name    string
	PkgPath string // of the package, for fields that are not exported; else ""

	Type      Type
	Tag       StructTag
	Offset    uintptr // in bytes
	Index     []int   // for Type.FieldByIndex
	Anonymous bool    // embedded
}

// IsExported reports whether the field is exported.
func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is what stands behind a field: by convention key:"value" pairs with spaces between.
type StructTag string

// Get returns the value of a key, "" if there is none.
func (tag StructTag) Get(key string) string {
	v, _ := tag.Lookup(key)
	return v
}

// Lookup returns the value of a key and whether there is one.
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	s := string(tag)
	for {
		for s != "" && s[0] == ' ' {
			s = s[1:]
		}
		n := 0
		for n < len(s) && s[n] > ' ' && s[n] != ':' && s[n] != '"' && s[n] != 0x7f {
			n++
		}
		if n == 0 || n+1 >= len(s) || s[n] != ':' || s[n+1] != '"' {
			return "", false
		}
		name := s[:n]
		s = s[n+1:]
		end := 1
		for end < len(s) && s[end] != '"' {
			if s[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(s) {
			return "", false
		}
		quoted := s[:end+1]
		s = s[end+1:]
		if name == key {
			return unquote(quoted)
		}
	}
}

func structType(t *abi.Type) *abi.StructType { return (*abi.StructType)(unsafe.Pointer(t)) }

func (t *rtype) NumField() int {
	t.need(Struct, "NumField", "struct")
	return len(structType(&t.t).Fields)
}

// Field returns the i-th field.
func (t *rtype) Field(i int) StructField {
	t.need(Struct, "Field", "struct")
	st := structType(&t.t)
	if i < 0 || i >= len(st.Fields) {
		panic("reflect: Field index out of bounds")
	}
	p := &st.Fields[i]
	f := StructField{
		Name:      p.Name.Name(),
		Type:      toType(p.Typ),
		Tag:       StructTag(p.Name.Tag()),
		Offset:    p.Offset,
		Index:     []int{i},
		Anonymous: p.Name.IsEmbedded(),
	}
	if !p.Name.IsExported() {
		f.PkgPath = st.PkgPath.Name()
	}
	return f
}

// FieldByIndex returns a field of a field of a field.
func (t *rtype) FieldByIndex(index []int) StructField {
	t.need(Struct, "FieldByIndex", "struct")
	var f StructField
	for i, x := range index {
		var from Type = t
		if i > 0 {
			from = f.Type
			if from.Kind() == Pointer && from.Elem().Kind() == Struct {
				from = from.Elem()
			}
		}
		f = from.Field(x)
	}
	return f
}

// FieldByName returns the field that a selector with the name means.
func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.need(Struct, "FieldByName", "struct")
	if name == "" {
		return StructField{}, false
	}
	// Most fields are not embedded.
	for i := range structType(&t.t).Fields {
		if structType(&t.t).Fields[i].Name.Name() == name {
			return t.Field(i), true
		}
	}
	return t.search(func(s string) bool { return s == name })
}

// FieldByNameFunc returns the only field at the least depth whose name matches.
func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	t.need(Struct, "FieldByNameFunc", "struct")
	return t.search(match)
}

// A level is an embedded struct, and how to get to it.
type level struct {
	t     *rtype
	index []int
}

// search looks for a field breadth first, as the spec's rule for selectors says: the least depth counts, and there it must be
// the only one. A type that is embedded twice at a depth makes all its fields ambiguous.
func (t *rtype) search(match func(string) bool) (found StructField, ok bool) {
	current := []level{{t: t}}
	times := map[*rtype]int{t: 1}
	seen := map[*rtype]bool{}
	for len(current) > 0 {
		var next []level
		nextTimes := map[*rtype]int{}
		for _, l := range current {
			if seen[l.t] {
				continue
			}
			seen[l.t] = true
			fields := structType(&l.t.t).Fields
			for i := range fields {
				f := &fields[i]
				if match(f.Name.Name()) {
					if ok || times[l.t] > 1 {
						return StructField{}, false
					}
					found, ok = l.t.Field(i), true
					found.Index = append(append([]int(nil), l.index...), i)
					continue
				}
				if ok || !f.Name.IsEmbedded() {
					continue
				}
				inner := f.Typ
				if inner.Kind_ == abi.Pointer {
					inner = elemOf(inner)
				}
				if inner.Kind_ != abi.Struct {
					continue
				}
				it := toRType(inner)
				if nextTimes[it] > 0 {
					nextTimes[it] = 2
					continue
				}
				nextTimes[it] = min(times[l.t], 2)
				next = append(next, level{it, append(append([]int(nil), l.index...), i)})
			}
		}
		if ok {
			return found, true
		}
		current, times = next, nextTimes
	}
	return StructField{}, false
}

// VisibleFields returns all fields that can be selected from a struct of type t: its own and promoted ones.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	var all []StructField
	collectFields(t, nil, map[Type]bool{}, &all)
	// A name is visible at the least depth at which it is, if it is there once.
	type best struct{ depth, n int }
	names := map[string]best{}
	for _, f := range all {
		b, there := names[f.Name]
		switch depth := len(f.Index); {
		case !there || depth < b.depth:
			names[f.Name] = best{depth, 1}
		case depth == b.depth:
			names[f.Name] = best{depth, b.n + 1}
		}
	}
	visible := all[:0]
	for _, f := range all {
		if b := names[f.Name]; b.depth == len(f.Index) && b.n == 1 {
			visible = append(visible, f)
		}
	}
	return visible
}

// collectFields appends the fields of t and of what it embeds, which is reached by index.
func collectFields(t Type, index []int, inside map[Type]bool, all *[]StructField) {
	if inside[t] {
		return
	}
	inside[t] = true
	for i := range t.NumField() {
		f := t.Field(i)
		f.Index = append(append([]int(nil), index...), i)
		*all = append(*all, f)
		if !f.Anonymous {
			continue
		}
		inner := f.Type
		if inner.Kind() == Pointer {
			inner = inner.Elem()
		}
		if inner.Kind() == Struct {
			collectFields(inner, f.Index, inside, all)
		}
	}
	delete(inside, t)
}

// sameFields reports whether two struct types have the same fields.
func sameFields(a, b *abi.Type, tags bool) bool {
	sa, sb := structType(a), structType(b)
	if len(sa.Fields) != len(sb.Fields) || sa.PkgPath.Name() != sb.PkgPath.Name() {
		return false
	}
	for i := range sa.Fields {
		fa, fb := &sa.Fields[i], &sb.Fields[i]
		same := fa.Name.Name() == fb.Name.Name() && sameType(fa.Typ, fb.Typ, tags) && fa.Offset == fb.Offset &&
			fa.Name.IsEmbedded() == fb.Name.IsEmbedded() && (!tags || fa.Name.Tag() == fb.Name.Tag())
		if !same {
			return false
		}
	}
	return true
}

// unquote undoes the quotes of a tag's value.
func unquote(s string) (string, bool) {
	v, err := strconv.Unquote(s)
	return v, err == nil
}
