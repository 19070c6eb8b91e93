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
func (mode FileMode) String() string {
	const kinds = "dalTLDpSugct?"
	const perms = "rwxrwxrwx"
	var buf []byte
	for i := range len(kinds) {
		if mode&(1<<uint(31-i)) != 0 {
			buf = append(buf, kinds[i])
		}
	}
	if len(buf) == 0 {
		buf = append(buf, '-')
	}
	for i := range len(perms) {
		if mode&(1<<uint(8-i)) != 0 {
			buf = append(buf, perms[i])
		} else {
			buf = append(buf, '-')
		}
	}
	return string(buf)
}

// Perm returns the permissions.
func (mode FileMode) Perm() FileMode { return mode & ModePerm }

// Type returns the bits of ModeType.
func (mode FileMode) Type() FileMode { return mode & ModeType }

// IsRegular reports whether it is an ordinary file's.
func (mode FileMode) IsRegular() bool { return mode&ModeType == 0 }

// IsDir reports whether it is a directory's.
func (mode FileMode) IsDir() bool { return mode&ModeDir != 0 }
