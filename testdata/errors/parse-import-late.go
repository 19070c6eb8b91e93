package p

var x = 1

import "unsafe" // ERROR "syntax error: imports must appear before other declarations"
