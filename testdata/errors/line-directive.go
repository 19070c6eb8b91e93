package p

func f() {
//line other.go:100
	undefined1()
	undefined2()
/*line third.go:7:3*/ undefined3()
//line :20
	undefined4()
//line bad.go:0
}
