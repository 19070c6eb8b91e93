package os

// A dirInfo holds entries of a directory that have been read from the kernel but not been asked for yet.
type dirInfo struct {
	buf  []byte
	next int // where the next entry is in buf
	end  int
}
