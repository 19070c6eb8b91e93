package p

type List[T any] []T

func (l List[T]) Map[U any](f func(T) U) []U { return nil } // ERROR "syntax error: method must have no type parameters"
