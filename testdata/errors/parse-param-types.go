package p

func f(a, b) {}

func g(a int, string) {} // ERROR "syntax error: missing parameter type"

func h(a int, b) int { return a } // ERROR "syntax error: missing parameter type"

func k(int, b string) {}
