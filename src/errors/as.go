package errors

import "internal/reflectlite"

// errorType is the type error.
var errorType = reflectlite.TypeOf((*error)(nil)).Elem()

// As looks in err and what it wraps for the first error that fits the variable target points to, sets it, and reports whether
// there was one. An error with a method As(any) bool may set it too. AsType does the same with less ceremony.
func As(err error, target any) bool {
	if target == nil {
		panic("errors: target cannot be nil")
	}
	v := reflectlite.ValueOf(target)
	if v.Kind() != reflectlite.Ptr || v.IsNil() {
		panic("errors: target must be a non-nil pointer")
	}
	t := v.Type().Elem()
	if t.Kind() != reflectlite.Interface && !t.Implements(errorType) {
		panic("errors: *target must be interface or implement error")
	}
	return visit(err, func(e error) bool {
		if reflectlite.TypeOf(e).AssignableTo(t) {
			v.Elem().Set(reflectlite.ValueOf(e))
			return true
		}
		m, ok := e.(interface{ As(any) bool })
		return ok && m.As(target)
	})
}
