package os

import (
	"io"
	"io/fs"
)

// DirFS returns the files below dir as an FS.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (d dirFS) join(op, name string) (string, error) {
	if d == "" || !fs.ValidPath(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return string(d) + "/" + name, nil
}

// relative makes an error speak of the name in the FS.
func relative(err error, name string) error {
	if pe, ok := err.(*PathError); ok {
		pe.Path = name
	}
	return err
}

func (d dirFS) Open(name string) (fs.File, error) {
	full, err := d.join("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, relative(err, name)
	}
	return f, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) {
	full, err := d.join("readfile", name)
	if err != nil {
		return nil, err
	}
	b, err := ReadFile(full)
	return b, relative(err, name)
}

func (d dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := d.join("readdir", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(full)
	return list, relative(err, name)
}

func (d dirFS) Stat(name string) (fs.FileInfo, error) {
	full, err := d.join("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	return info, relative(err, name)
}

func (d dirFS) Lstat(name string) (fs.FileInfo, error) {
	full, err := d.join("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(full)
	return info, relative(err, name)
}

func (d dirFS) ReadLink(name string) (string, error) {
	full, err := d.join("readlink", name)
	if err != nil {
		return "", err
	}
	to, err := Readlink(full)
	return to, relative(err, name)
}

// CopyFS copies the files of fsys to a directory, which it makes if need be. It does not replace files.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := dir
		if name != "." {
			to += "/" + name
		}
		switch d.Type() {
		case ModeDir:
			return MkdirAll(to, 0777)
		case ModeSymlink:
			target, err := fs.ReadLink(fsys, name)
			if err != nil {
				return err
			}
			return Symlink(target, to)
		case 0:
			return copyFile(to, fsys, name)
		}
		return &PathError{Op: "CopyFS", Path: name, Err: ErrInvalid}
	})
}

// copyFile copies one file.
func copyFile(to string, fsys fs.FS, name string) error {
	from, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	f, err := OpenFile(to, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(f, from); err != nil {
		f.Close()
		return &PathError{Op: "Copy", Path: to, Err: err}
	}
	return f.Close()
}
