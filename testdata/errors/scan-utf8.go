package p

var s = "aÿb"
// À¯ in a comment
var þ = 1
var t = `í €`
