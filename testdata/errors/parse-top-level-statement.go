package p

if true { // ERROR "syntax error: non-declaration statement outside function body"
}

for {
}

return

println("x")
