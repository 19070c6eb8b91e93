package a

type T struct{}

func (T) m() {}

func Field() any    { return struct{ x int }{1} }
func Embedded() any { return struct{ int }{1} }
func Exported() any { return struct{ X int }{1} }
func Value() any    { return T{} }
