package p

var a1 = ) // ERROR "syntax error: unexpected \), expected expression"
var a2 = ) // ERROR "syntax error: unexpected \), expected expression"
var a3 = ) // ERROR "syntax error: unexpected \), expected expression"
var a4 = ) // ERROR "syntax error: unexpected \), expected expression"
var a5 = ) // ERROR "syntax error: unexpected \), expected expression"
var a6 = ) // ERROR "syntax error: unexpected \), expected expression"
var a7 = ) // ERROR "syntax error: unexpected \), expected expression"
var a8 = ) // ERROR "syntax error: unexpected \), expected expression"
var a9 = ) // ERROR "syntax error: unexpected \), expected expression"
var a10 = ) // ERROR "syntax error: unexpected \), expected expression"
var a11 = )
var a12 = )
