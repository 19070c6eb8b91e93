package p

func noNewline() {}