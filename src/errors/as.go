package errors

import "internal/reflectlite"

// As looks in err and what it wraps for the first error that can be assigned to *target, and
// assigns it. An error with a method As(any) bool may do the assignment itself. As panics when target
// is not a pointer to an interface, or to a type that is an error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	pointer := reflectlite.ValueOf(target)
	if pointer.Kind() != reflectlite.Ptr || pointer.IsNil() {
		panic("errors: target must be a non-nil pointer")
	}
	want := pointer.Type().Elem()
	if want.Kind() != reflectlite.Interface && !want.Implements(errorType) {
		panic("errors: *target must be interface or implement error")
	}
	return visit(err, func(e error) bool {
		if reflectlite.TypeOf(e).AssignableTo(want) {
			pointer.Elem().Set(reflectlite.ValueOf(e))
			return true
		}
		m, ok := e.(interface{ As(any) bool })
		return ok && m.As(target)
	})
}

// errorType is the type error.
var errorType = reflectlite.TypeOf((*error)(nil)).Elem()
