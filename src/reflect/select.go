package reflect

import (
	"internal/abi"
	"unsafe"
)

// A SelectDir says what a case of a select does.
type SelectDir int

// What cases do.
const (
	SelectSend    SelectDir = 1 // case Chan <- Send:
	SelectRecv    SelectDir = 2 // case <-Chan:
	SelectDefault SelectDir = 3 // default:
)

// A SelectCase is a case of a select. With a zero Chan it is never chosen. Only sending cases have a Send, and the default has no Chan.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// A runtimeSelect is how the runtime takes a case.
type runtimeSelect struct {
	dir  SelectDir
	typ  *abi.Type
	ch   unsafe.Pointer
	elem unsafe.Pointer // what to send, or where to put what comes
}

// rselect is the runtime's.
func rselect([]runtimeSelect) (chosen int, recvOK bool)

// Select does a select with the cases. It returns the index of the one chosen, and what it has received.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	const most = 65536
	if len(cases) > most {
		panic("reflect.Select: too many cases (max 65536)")
	}
	list := make([]runtimeSelect, len(cases))
	hasDefault := false
	for i := range cases {
		c := &cases[i]
		list[i].dir = c.Dir
		switch c.Dir {
		case SelectSend:
			c.sending(&list[i])
		case SelectRecv:
			c.receiving(&list[i])
		case SelectDefault:
			switch {
			case hasDefault:
				panic("reflect.Select: multiple default cases")
			case c.Chan.IsValid():
				panic("reflect.Select: default case has Chan value")
			case c.Send.IsValid():
				panic("reflect.Select: default case has Send value")
			}
			hasDefault = true
		default:
			panic("reflect.Select: invalid Dir")
		}
	}
	chosen, recvOK = rselect(list)
	if c := &list[chosen]; c.dir == SelectRecv {
		t := elemOf(c.typ)
		recv = Value{t, c.elem, flagIndir | flag(t.Kind_)}.fixed(0)
	}
	return chosen, recv, recvOK
}

// channel fills in the channel and reports whether there is one.
func (c *SelectCase) channel(r *runtimeSelect, dir abi.ChanDir, complaint string) bool {
	if !c.Chan.IsValid() {
		return false
	}
	if c.Chan.kind() != Chan {
		panic(&ValueError{noMethod, c.Chan.kind()})
	}
	c.Chan.exportedFor(noMethod)
	r.typ = c.Chan.typ()
	if chanDir(r.typ)&dir == 0 {
		panic("reflect.Select: " + complaint)
	}
	r.ch = c.Chan.pointer()
	return true
}

func (c *SelectCase) sending(r *runtimeSelect) {
	if !c.channel(r, abi.SendDir, "SendDir case using recv-only channel") {
		return
	}
	if !c.Send.IsValid() {
		panic("reflect.Select: SendDir case missing Send value")
	}
	c.Send.exportedFor(noMethod)
	x := c.Send.fit("reflect.Select", elemOf(r.typ))
	r.elem = x.address()
}

func (c *SelectCase) receiving(r *runtimeSelect) {
	if c.Send.IsValid() {
		panic("reflect.Select: RecvDir case has Send value")
	}
	if c.channel(r, abi.RecvDir, "RecvDir case using send-only channel") {
		r.elem = unsafe_New(elemOf(r.typ))
	}
}
