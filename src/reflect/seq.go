package reflect

import "iter"

// Seq returns what a range loop with one variable over v yields. It panics if there is no such loop.
func (v Value) Seq() iter.Seq[Value] {
	t := v.Type()
	switch {
	case yieldsTo(v.typeOfValue(), 1):
		return func(yield func(Value) bool) {
			body := func(in []Value) []Value { return []Value{ValueOf(yield(in[0]))} }
			v.Call([]Value{MakeFunc(t.In(0), body)})
		}
	case v.CanInt():
		return countTo(v, v.Int())
	case v.CanUint():
		return countTo(v, v.Uint())
	case v.kind() == Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok && yield(x); x, ok = v.Recv() {
			}
		}
	case t.CanSeq(): // the first of two variables
		return func(yield func(Value) bool) {
			for first := range v.Seq2() {
				if !yield(first) {
					return
				}
			}
		}
	}
	panic("reflect: " + t.String() + " cannot produce iter.Seq[Value]")
}

// countTo yields 0 to n-1 in the type of v.
func countTo[N int64 | uint64](v Value, n N) iter.Seq[Value] {
	return func(yield func(Value) bool) {
		for i := N(0); i < n; i++ {
			if !yield(newInt(v.Type(), uint64(i), 0)) {
				return
			}
		}
	}
}

// Seq2 is Seq for loops with two variables.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	t := v.Type()
	switch {
	case yieldsTo(v.typeOfValue(), 2):
		return func(yield func(Value, Value) bool) {
			body := func(in []Value) []Value { return []Value{ValueOf(yield(in[0], in[1]))} }
			v.Call([]Value{MakeFunc(t.In(0), body)})
		}
	case v.arrayPtr() != nil:
		return elements(v.Len(), func(i int) Value { return v.Elem().Index(i) })
	case v.kind() == Array, v.kind() == Slice:
		return func(yield func(Value, Value) bool) { elements(v.Len(), v.Index)(yield) }
	case v.kind() == String:
		return func(yield func(Value, Value) bool) {
			for i, c := range v.String() {
				if !yield(ValueOf(i), ValueOf(c)) {
					return
				}
			}
		}
	case v.kind() == Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next() && yield(it.Key(), it.Value()); {
			}
		}
	}
	panic("reflect: " + t.String() + " cannot produce iter.Seq2[Value, Value]")
}

// elements yields 0 to n-1, each with at(i).
func elements(n int, at func(int) Value) iter.Seq2[Value, Value] {
	return func(yield func(Value, Value) bool) {
		for i := range n {
			if !yield(ValueOf(i), at(i)) {
				return
			}
		}
	}
}

// Fields returns the fields of a struct with their values.
func (v Value) Fields() iter.Seq2[StructField, Value] {
	t := v.Type()
	if t.Kind() != Struct {
		panic("reflect: Fields of non-struct type " + t.String())
	}
	return pairs(v.NumField(), t.Field, v.Field)
}

// Methods returns the methods of v's type with their method values.
func (v Value) Methods() iter.Seq2[Method, Value] {
	return func(yield func(Method, Value) bool) {
		t := v.Type()
		for i := range v.NumMethod() {
			if !yield(t.Method(i), v.Method(i)) {
				return
			}
		}
	}
}

// pairs yields a(i) and b(i) for 0 to n-1.
func pairs[A, B any](n int, a func(int) A, b func(int) B) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		for i := range n {
			if !yield(a(i), b(i)) {
				return
			}
		}
	}
}
