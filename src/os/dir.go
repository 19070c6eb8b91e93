package os

import (
	"cmp"
	"io"
	"io/fs"
	"slices"
	"syscall"
	"unsafe"
)

// A DirEntry is an entry of a directory.
type DirEntry = fs.DirEntry

// A dirInfo holds entries of a directory that have been read from the kernel but not been asked for yet.
type dirInfo struct {
	buf       []byte
	next, end int // the entries are buf[next:end]
}

// An entry is the DirEntry of this package.
type entry struct {
	dir, name string
	kind      FileMode
}

func (e *entry) Name() string            { return e.name }
func (e *entry) IsDir() bool             { return e.kind.IsDir() }
func (e *entry) Type() FileMode          { return e.kind }
func (e *entry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.name) }
func (e *entry) String() string          { return fs.FormatDirEntry(e) }

// direntKinds translates the kinds of files that directories know.
var direntKinds = map[uint8]FileMode{
	syscall.DT_REG:  0,
	syscall.DT_BLK:  ModeDevice,
	syscall.DT_CHR:  ModeDevice | ModeCharDevice,
	syscall.DT_DIR:  ModeDir,
	syscall.DT_FIFO: ModeNamedPipe,
	syscall.DT_LNK:  ModeSymlink,
	syscall.DT_SOCK: ModeSocket,
}

// nextEntry returns the next entry as the kernel has it; nil at the end.
func (f *File) nextEntry() (name string, kind uint8, err error) {
	for {
		if f.dir == nil {
			f.dir = &dirInfo{buf: make([]byte, 8192)}
		}
		d := f.dir
		if d.next >= d.end {
			n := 0
			err := f.do("readdirent", func(fd int) (err error) {
				n, err = syscall.ReadDirent(fd, d.buf)
				return err
			})
			if err != nil {
				return "", 0, err
			}
			if n == 0 {
				return "", 0, io.EOF
			}
			d.next, d.end = 0, n
		}
		rec := d.buf[d.next:d.end]
		ent := (*syscall.Dirent)(unsafe.Pointer(&rec[0]))
		d.next += int(ent.Reclen)
		rec = rec[unsafe.Offsetof(ent.Name):ent.Reclen]
		n := slices.Index(rec, 0)
		name := string(rec[:max(n, 0)])
		if ent.Ino == 0 || name == "." || name == ".." {
			continue
		}
		return name, ent.Type, nil
	}
}

// ReadDir returns the next n entries of a directory, in its own order; all if n is not positive. In the first case the end
// is io.EOF.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	list := []DirEntry{}
	for n <= 0 || len(list) < n {
		name, kind, err := f.nextEntry()
		if err == io.EOF {
			if n > 0 && len(list) == 0 {
				return nil, io.EOF
			}
			break
		}
		if err != nil {
			return list, err
		}
		e := &entry{dir: f.name, name: name}
		var known bool
		if e.kind, known = direntKinds[kind]; !known {
			info, err := e.Info()
			if IsNotExist(err) {
				continue // it went away meanwhile
			}
			if err != nil {
				return list, err
			}
			e.kind = info.Mode().Type()
		}
		list = append(list, e)
	}
	return list, nil
}

// Readdir is ReadDir with FileInfos.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	entries, err := f.ReadDir(n)
	var list []FileInfo
	for _, e := range entries {
		info, ierr := e.Info()
		if IsNotExist(ierr) {
			continue
		}
		if ierr != nil {
			return list, ierr
		}
		list = append(list, info)
	}
	return list, err
}

// Readdirnames is ReadDir with names only.
func (f *File) Readdirnames(n int) (names []string, err error) {
	entries, err := f.ReadDir(n)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, err
}

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := OpenFile(name, O_RDONLY|syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return sortedEntries(f)
}

// sortedEntries returns the entries of an open directory, sorted by name.
func sortedEntries(f *File) ([]DirEntry, error) {
	list, err := f.ReadDir(-1)
	slices.SortFunc(list, func(a, b DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return list, err
}
