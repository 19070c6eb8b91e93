package fs

// A FileMode is a file's kind and permissions, the same on all systems. The permissions are Unix's.
type FileMode uint32

// Bits of a FileMode, beside the nine permissions.
const (
	ModeDir, ModeSymlink       FileMode = 1 << 31, 1 << 27 // d, L: directory, symbolic link
	ModeDevice, ModeCharDevice FileMode = 1 << 26, 1 << 21 // D, c: device; with it, of characters
	ModeNamedPipe, ModeSocket  FileMode = 1 << 25, 1 << 24 // p, S
	ModeIrregular              FileMode = 1 << 19          // ?: something else
	ModeSetuid, ModeSetgid     FileMode = 1 << 23, 1 << 22 // u, g: runs as its owner, its group
	ModeSticky                 FileMode = 1 << 20          // t
	ModeAppend, ModeExclusive  FileMode = 1 << 30, 1 << 29 // a, l: only for appending; for one user at a time
	ModeTemporary              FileMode = 1 << 28          // T

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
