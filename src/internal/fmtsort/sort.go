// Package fmtsort sorts the entries of maps for printing.
package fmtsort

import (
	"cmp"
	"reflect"
	"slices"
)

// A KeyValue is an entry of a map.
type KeyValue struct {
	Key, Value reflect.Value
}

// A SortedMap is a map as a list, in the order of its keys.
type SortedMap []KeyValue

// Sort returns the entries of a map. Numbers and strings come in their order, NaN first, false before true; pointers and channels
// by address; structs and arrays by their parts; interfaces by the kind of type, then its address, then the value. nil is less than anything.
func Sort(m reflect.Value) SortedMap {
	if m.Kind() != reflect.Map {
		return nil
	}
	list := make(SortedMap, 0, m.Len())
	for it := m.MapRange(); it.Next(); {
		list = append(list, KeyValue{it.Key(), it.Value()})
	}
	slices.SortStableFunc(list, func(a, b KeyValue) int { return compare(a.Key, b.Key) })
	return list
}

// compare orders two keys of a map.
func compare(a, b reflect.Value) int {
	if a.Type() != b.Type() {
		return -1
	}
	switch a.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return cmp.Compare(a.Int(), b.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return cmp.Compare(a.Uint(), b.Uint())
	case reflect.String:
		return cmp.Compare(a.String(), b.String())
	case reflect.Float32, reflect.Float64:
		return cmp.Compare(a.Float(), b.Float())
	case reflect.Complex64, reflect.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := cmp.Compare(real(x), real(y)); c != 0 {
			return c
		}
		return cmp.Compare(imag(x), imag(y))
	case reflect.Bool:
		switch {
		case a.Bool() == b.Bool():
			return 0
		case a.Bool():
			return 1
		}
		return -1
	case reflect.Pointer, reflect.UnsafePointer, reflect.Chan:
		return cmp.Compare(a.Pointer(), b.Pointer())
	case reflect.Struct:
		for i := range a.NumField() {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
		return 0
	case reflect.Array:
		for i := range a.Len() {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
		return 0
	case reflect.Interface:
		return compareInterfaces(a, b)
	}
	panic("bad type in compare: " + a.Type().String())
}

func compareInterfaces(a, b reflect.Value) int {
	switch {
	case a.IsNil() && b.IsNil():
		return 0
	case a.IsNil():
		return -1
	case b.IsNil():
		return 1
	}
	types := compare(reflect.ValueOf(a.Elem().Type()), reflect.ValueOf(b.Elem().Type()))
	if types != 0 {
		return types
	}
	return compare(a.Elem(), b.Elem())
}
