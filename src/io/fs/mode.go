package fs

// A FileMode is a file's kind and permissions, the same on all systems. The permissions are Unix's.
type FileMode uint32

// Bits of a FileMode, beside the nine permissions.
const (
	ModeDir        FileMode = 1 << (31 - iota) // d: directory
	ModeAppend                                 // a: only for appending
	ModeExclusive                              // l: for one user at a time
	ModeTemporary                              // T: temporary
	ModeSymlink                                // L: symbolic link
	ModeDevice                                 // D: device
	ModeNamedPipe                              // p: named pipe
	ModeSocket                                 // S: socket
	ModeSetuid                                 // u: runs as its owner
	ModeSetgid                                 // g: runs as its group
	ModeCharDevice                             // c: character device, with ModeDevice
	ModeSticky                                 // t: sticky
	ModeIrregular                              // ?: something else

	// ModeType are the bits that say what kind of file it is; regular files have none.
	ModeType = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular

	// ModePerm are the permissions.
	ModePerm FileMode = 0777
)

// String is like the first column of ls -l.
func (m FileMode) String() string {
	const kinds = "dalTLDpSugct?"
	const perms = "rwxrwxrwx"
	var buf []byte
	for i := range len(kinds) {
		if m&(1<<uint(31-i)) != 0 {
			buf = append(buf, kinds[i])
		}
	}
	if len(buf) == 0 {
		buf = append(buf, '-')
	}
	for i := range len(perms) {
		if m&(1<<uint(8-i)) != 0 {
			buf = append(buf, perms[i])
		} else {
			buf = append(buf, '-')
		}
	}
	return string(buf)
}

// IsDir reports whether it is a directory's.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// IsRegular reports whether it is an ordinary file's.
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }

// Perm returns the permissions.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// Type returns the bits of ModeType.
func (m FileMode) Type() FileMode { return m & ModeType }
