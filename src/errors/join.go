package errors

// joinError is several errors as one.
type joinError struct {
	list []error
}

// Join returns an error that wraps those of errs that are not nil, or nil when none is left. Its
// text has one line for each.
func Join(errs ...error) error {
	var list []error
	for _, err := range errs {
		if err != nil {
			list = append(list, err)
		}
	}
	if list == nil {
		return nil
	}
	return &joinError{list}
}

// Error returns the texts, one below the other.
func (j *joinError) Error() string {
	text := j.list[0].Error()
	for _, err := range j.list[1:] {
		text += "\n" + err.Error()
	}
	return text
}

// Unwrap returns what was joined.
func (j *joinError) Unwrap() []error { return j.list }
