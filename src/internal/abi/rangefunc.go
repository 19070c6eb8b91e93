package abi

// RF_State is where the body of a range-over-func loop stands. A call of the body in any state but
// RF_READY panics.
type RF_State int

const (
	RF_DONE      = RF_State(iota) // the loop has ended
	RF_READY                      // the body may be called
	RF_PANIC                      // the body is running, or has panicked
	RF_EXHAUSTED                  // the iterator has returned

	RF_MISSING_PANIC = 4 // the iterator went on after the body had panicked
)
