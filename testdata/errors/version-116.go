// flags -lang=go1.16

package p

import "unsafe"

func f(s []int, p *byte) {
	_ = (*[2]int)(s) // ERROR "cannot convert s \(variable of type \[\]int\) to type \*\[2\]int: conversion "
	_ = [2]int(s) // ERROR "cannot convert s \(variable of type \[\]int\) to type \[2\]int: conversion o"
	_ = unsafe.Slice(p, 1) // ERROR "unsafe\.Slice requires go1\.17 or later \(-lang was set to go1\.16; check "
	_ = unsafe.Add(unsafe.Pointer(p), 1) // ERROR "unsafe\.Add requires go1\.17 or later \(-lang was set to go1\.16; check go"
	_ = unsafe.String(p, 1) // ERROR "unsafe\.String requires go1\.20 or later \(-lang was set to go1\.16; check"
	_ = unsafe.SliceData(s) // ERROR "unsafe\.SliceData requires go1\.20 or later \(-lang was set to go1\.16; ch"
	_ = unsafe.StringData("") // ERROR "unsafe\.StringData requires go1\.20 or later \(-lang was set to go1\.16; c"
}
