package main

type failure struct {
	op   string
	code int
}

func (f *failure) Error() string { return f.op + ": failed with code " + string(rune('0'+f.code)) }

func run() error { return &failure{"open", 5} }

func main() {
	if err := run(); err != nil {
		panic(err)
	}
}
