package abi

// RF_State is where the body of a range-over-func loop stands. A call of the body in any state but
// RF_READY panics.
type RF_State int

const (
	RF_READY     RF_State = 1 // the body may be called
	RF_PANIC     RF_State = 2 // the body is running, or has panicked
	RF_DONE      RF_State = 0 // the loop has ended: the body returned false
	RF_EXHAUSTED RF_State = 3 // so has the iterator, by returning

	RF_MISSING_PANIC = 4 // the iterator went on after the body had panicked
)
