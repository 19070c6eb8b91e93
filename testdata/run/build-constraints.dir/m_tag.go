//go:build mytag

package main

var _ = add("m_tag")
