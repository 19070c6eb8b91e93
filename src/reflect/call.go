package reflect

import (
	"internal/abi"
	"unsafe"
)

// Call calls a function or method value with the arguments in, of which those for a variadic parameter stand one by one, and returns
// its results. Each argument must be assignable to its parameter.
func (v Value) Call(in []Value) []Value {
	v.need(Func, "Call")
	v.needExported("Call")
	return v.call("Call", in)
}

// CallSlice calls a variadic function as f(a, b...) does: the last argument is the slice.
func (v Value) CallSlice(in []Value) []Value {
	v.need(Func, "CallSlice")
	v.needExported("CallSlice")
	return v.call("CallSlice", in)
}

// callee returns a function's type, its closure, and for a method its receiver's word.
func (v Value) callee(op string) (t *abi.Type, fn, receiver unsafe.Pointer) {
	if v.flag&flagMethod == 0 {
		return v.typ(), v.pointer(), nil
	}
	t, code, receiver := v.receiver(op)
	return t, unsafe.Pointer(&code), receiver
}

func (v Value) call(op string, in []Value) []Value {
	var c pendingCall
	c.prepare(v, op, in)
	call(c.layout.frame, c.fn, c.frame, uint32(c.layout.bytes), uint32(c.layout.argBytes), c.size(), &c.regs)
	return c.results()
}

// A pendingCall is a call with its arguments, and then its results, in place.
type pendingCall struct {
	layout *layout
	typ    *abi.Type      // of the function, without a receiver
	fn     unsafe.Pointer // its closure
	frame  unsafe.Pointer // what is on the stack
	regs   abi.RegArgs
}

// size returns what the call takes on the stack.
func (c *pendingCall) size() uint32 { return uint32(c.layout.bytes + c.layout.spill) }

// prepare checks the arguments and puts them in place.
func (c *pendingCall) prepare(v Value, op string, in []Value) {
	var receiver unsafe.Pointer
	c.typ, c.fn, receiver = v.callee(op)
	if c.fn == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	params, _ := funcParams(c.typ)
	in = checkArguments(op, c.typ, params, in)
	method := v.flag&flagMethod != 0
	l := layoutOf(c.typ, method)
	c.layout = l
	if l.frame != nil {
		c.frame = unsafe_New(l.frame)
	}
	places := l.in
	if method {
		store(places[0], unsafePointerType, unsafe.Pointer(&receiver), c.frame, &c.regs, false)
		places = places[1:]
	}
	for i := range in {
		in[i].needExported(op)
		x := in[i].fit("reflect.Value.Call", params[i])
		store(places[i], params[i], x.address(), c.frame, &c.regs, false)
	}
	c.regs.ReturnIsPtr = l.outPtrs
}

// results returns what the function has returned.
func (c *pendingCall) results() []Value {
	_, results := funcParams(c.typ)
	out := make([]Value, len(results))
	for i, r := range results {
		out[i] = load(c.layout.out[i], r, c.frame, &c.regs)
	}
	return out
}

// checkArguments returns the arguments as the function takes them: one for each parameter.
func checkArguments(op string, t *abi.Type, params []*abi.Type, in []Value) []Value {
	n := len(params)
	isVariadic := funcType(t).OutCount&variadic != 0
	switch {
	case op == "CallSlice" && !isVariadic:
		panic("reflect: CallSlice of non-variadic function")
	case isVariadic && op == "Call" && len(in) < n-1, op == "CallSlice" && len(in) < n, !isVariadic && len(in) < n:
		panic("reflect: " + op + " with too few input arguments")
	case op == "CallSlice" && len(in) > n, !isVariadic && len(in) > n:
		panic("reflect: " + op + " with too many input arguments")
	}
	for i := range in {
		if in[i].Kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	spread := isVariadic && op == "Call"
	single := n // so many parameters take one argument
	if spread {
		single--
	}
	for i := range single {
		if have := in[i].Type(); !have.AssignableTo(toType(params[i])) {
			panic("reflect: " + op + " using " + have.String() + " as type " + stringFor(params[i]))
		}
	}
	if !spread {
		return in
	}
	rest := in[single:]
	slice := MakeSlice(toType(params[single]), len(rest), len(rest))
	elem := slice.Type().Elem()
	for i, x := range rest {
		if have := x.Type(); !have.AssignableTo(elem) {
			panic("reflect: cannot use " + have.String() + " as type " + elem.String() + " in " + op)
		}
		slice.Index(i).Set(x)
	}
	return append(append(make([]Value, 0, n), in[:single]...), slice)
}

// call is the runtime's: it calls fn with a copy of the arguments at args and in regs, and puts the results there.
//
//go:noescape
//go:linkname call runtime.reflectcall
func call(argsType *abi.Type, fn, args unsafe.Pointer, argsSize, resultsOffset, frameSize uint32, regs *abi.RegArgs)

// ---- methods ----

// isMethod reports whether v is a method value; name is of the method that wants to know, for a panic.
func (v Value) isMethod(name string) bool {
	if v.flag == 0 {
		v.wrong("Value." + name)
	}
	return v.flag&flagMethod != 0
}

// NumMethod returns the number of methods in the type's method set: the exported ones, or all of an interface.
func (v Value) NumMethod() int {
	if v.isMethod("NumMethod") {
		return 0
	}
	return toRType(v.typ()).NumMethod()
}

// MethodByName returns the method with the name and v as its receiver; the zero Value if there is none.
func (v Value) MethodByName(name string) Value {
	if v.isMethod("MethodByName") {
		return Value{}
	}
	t := toRType(v.typ())
	if t.Kind() == Interface {
		if m, ok := t.MethodByName(name); ok {
			return v.Method(m.Index)
		}
	} else if i := t.methodIndex(name); i >= 0 {
		return v.Method(i)
	}
	return Value{}
}

// Method returns the i-th method with v as its receiver.
func (v Value) Method(i int) Value {
	if v.isMethod("Method") || uint(i) >= uint(toRType(v.typ()).NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	f := v.flag.ro() | v.flag&flagIndir | flag(Func) | flag(i)<<methodShift | flagMethod
	return Value{v.typ(), v.ptr, f}
}

// methodType returns the type of a method value: without receiver.
func (v Value) methodType() Type {
	i := int(v.flag >> methodShift)
	t := toRType(v.typ())
	if t.Kind() == Interface {
		return toType(t.typeAt(interfaceType(&t.t).Methods[i].Typ))
	}
	return toType(t.typeAt(exportedMethods(&t.t)[i].Mtyp))
}

// receiver returns what a method value calls: the type without receiver, the code and the word that it takes as receiver.
func (v Value) receiver(op string) (t *abi.Type, code, word unsafe.Pointer) {
	i := int(v.flag >> methodShift)
	rt := toRType(v.typ())
	if rt.Kind() == Interface {
		m := &interfaceType(&rt.t).Methods[i]
		if !rt.nameAt(m.Name).IsExported() {
			panic("reflect: " + op + " of unexported method")
		}
		iface := (*abi.NonEmptyInterface)(v.ptr)
		if iface.ITab == nil {
			panic("reflect: " + op + " of method on nil interface value")
		}
		fun := unsafe.Slice(&iface.ITab.Fun[0], i+1)
		return rt.typeAt(m.Typ), unsafe.Pointer(fun[i]), iface.Data
	}
	m := &exportedMethods(&rt.t)[i]
	word = v.ptr
	if rt.t.IsDirectIface() {
		word = v.pointer()
	}
	return rt.typeAt(m.Mtyp), resolveTextOff(unsafe.Pointer(rt), int32(m.Ifn)), word
}
