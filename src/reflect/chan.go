package reflect

import "internal/abi"

// MakeChan makes a channel.
func MakeChan(typ Type, buffer int) Value {
	switch {
	case typ.Kind() != Chan:
		panic("reflect.MakeChan of non-chan type")
	case buffer < 0:
		panic("reflect.MakeChan: negative buffer size")
	case typ.ChanDir() != BothDir:
		panic("reflect.MakeChan: unidirectional channel type")
	}
	return Value{typ.common(), makechan(typ.common(), buffer), flag(Chan)}
}

// Close closes a channel.
func (v Value) Close() {
	v.need(Chan, "Close")
	v.needExported("Close")
	if chanDir(v.typ())&abi.SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	chanclose(v.pointer())
}

// recv receives; ok tells that the value was sent, and it is valid unless nothing was there.
func (v Value) recv(method string, nb bool) (x Value, ok bool) {
	v.need(Chan, method)
	v.needExported(method)
	if chanDir(v.typ())&abi.RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
	t := elemOf(v.typ())
	p := unsafe_New(t)
	selected, ok := chanrecv(v.pointer(), nb, p)
	if !selected {
		return Value{}, ok
	}
	return Value{t, p, flagIndir | flag(t.Kind_)}.fixed(0), ok
}

// Recv receives a value, waiting for one. ok is false if it is the zero value of a closed channel.
func (v Value) Recv() (x Value, ok bool) { return v.recv("Recv", false) }

// TryRecv receives without waiting. x is the zero Value if there is nothing.
func (v Value) TryRecv() (x Value, ok bool) { return v.recv("TryRecv", true) }

func (v Value) send(method string, x Value, nb bool) bool {
	v.need(Chan, method)
	v.needExported(method)
	if chanDir(v.typ())&abi.SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	x.needExported(method)
	x = x.fit("reflect.Value.Send", elemOf(v.typ()))
	return chansend0(v.pointer(), x.address(), nb)
}

// Send sends x, waiting until it can.
func (v Value) Send(x Value) { v.send("Send", x, false) }

// TrySend sends x if that is possible without waiting, and reports whether it did.
func (v Value) TrySend(x Value) bool { return v.send("TrySend", x, true) }
