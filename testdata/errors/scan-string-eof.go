package p

var s = `raw string that
never ends
