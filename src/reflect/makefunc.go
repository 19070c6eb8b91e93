package reflect

import (
	"internal/abi"
	"runtime"
	"unsafe"
)

// A funcContext is the func value of a function that reflect makes. The code, one of two stubs in assembly, knows nothing of its
// arguments: what the collector must know of them stands here, where the runtime finds it.
type funcContext struct {
	code     uintptr
	stack    *bitVector // pointers in the arguments and results on the stack
	argBytes uintptr    // of arguments on the stack
	regs     abi.IntArgRegBitmap
	layout   *layout
	typ      *abi.Type // of the function
}

func newContext(code uintptr, t *abi.Type) funcContext {
	l := layoutOf(t, false)
	return funcContext{code, l.stack, l.argBytes, l.inPtrs, l, t}
}

// The stubs and their addresses.

func makeFuncStub()
func methodValueCall()
func makeFuncStubPC() uintptr
func methodValueCallPC() uintptr

// A madeFunc is a function of MakeFunc's.
type madeFunc struct {
	funcContext
	fn func([]Value) []Value
}

// MakeFunc returns a function of a type that calls fn with its arguments and returns what fn returns. If it is variadic, the last
// argument is a slice.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	f := &madeFunc{newContext(makeFuncStubPC(), typ.common()), fn}
	return Value{typ.common(), unsafe.Pointer(f), flag(Func)}
}

// A boundMethod is a method value that has been made a function.
type boundMethod struct {
	funcContext
	method Value
}

// makeMethodValue makes a function of a method value.
func makeMethodValue(op string, v Value) Value {
	if v.flag&flagMethod == 0 {
		panic("reflect: internal error: invalid use of makeMethodValue")
	}
	t := v.Type().common()
	f := &boundMethod{newContext(methodValueCallPC(), t), v}
	f.method.flag &^= flagRO
	v.receiver(op) // panics if that cannot be called
	return Value{t, unsafe.Pointer(f), v.flag.ro() | flag(Func)}
}

// pointersFromRegs copies the pointers among the argument registers to where the collector sees them. The stubs call it first.
//
//go:nosplit
func pointersFromRegs(c *funcContext, regs *abi.RegArgs) {
	// nosplit: the arguments are nowhere else.
	for i := range regs.Ptrs {
		var x uintptr
		if c.regs.Get(i) {
			x = regs.Ints[i]
		}
		*(*uintptr)(unsafe.Pointer(&regs.Ptrs[i])) = x // without a barrier: the frame is new
	}
}

// arguments makes Values of what a stub was called with.
func (c *funcContext) arguments(frame unsafe.Pointer, regs *abi.RegArgs) []Value {
	params, _ := funcParams(c.typ)
	in := make([]Value, 0, len(params))
	for i, p := range params {
		in = append(in, load(c.layout.in[i], p, frame, regs))
	}
	return in
}

// results puts Values where the caller of a stub expects its results. It returns them as they are there.
func (c *funcContext) results(out []Value, frame unsafe.Pointer, regs *abi.RegArgs, by func() string) []Value {
	_, results := funcParams(c.typ)
	if len(out) != len(results) {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	there := make([]Value, len(out))
	for i, t := range results {
		x := out[i]
		if x.typ() == nil {
			panic("reflect: function created by MakeFunc using " + by() + " returned zero Value")
		}
		if x.flag&flagRO != 0 {
			panic("reflect: function created by MakeFunc using " + by() + " returned value obtained from unexported field")
		}
		if t.Size_ != 0 {
			x = x.fit("reflect.MakeFunc", t)
			store(c.layout.out[i], t, x.address(), frame, regs, true)
		}
		there[i] = x
	}
	return there
}

// callReflect is called by makeFuncStub: frame are its arguments on the stack, valid is to be set when the results are there.
func callReflect(f *madeFunc, frame unsafe.Pointer, valid *bool, regs *abi.RegArgs) {
	out := f.fn(f.arguments(frame, regs))
	there := f.results(out, frame, regs, func() string { return codeName(f.fn) })
	*valid = true
	runtime.KeepAlive(there) // until valid was set the collector did not look at the stack's part
	runtime.KeepAlive(f)     // it says what is there
}

// callMethod is called by methodValueCall. It calls the method itself: to recover, it and callReflect count as wrappers.
func callMethod(f *boundMethod, frame unsafe.Pointer, valid *bool, regs *abi.RegArgs) {
	op := "Call"
	if funcType(f.typ).OutCount&variadic != 0 {
		op = "CallSlice"
	}
	var c pendingCall
	c.prepare(f.method, op, f.arguments(frame, regs))
	call(c.layout.frame, c.fn, c.frame, uint32(c.layout.bytes), uint32(c.layout.argBytes), c.size(), &c.regs)
	there := f.results(c.results(), frame, regs, func() string { return "a method" })
	*valid = true
	runtime.KeepAlive(there)
	runtime.KeepAlive(f)
}
