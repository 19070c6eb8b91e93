// Package path handles paths with slashes, such as those of URLs. For names of files there is path/filepath.
package path

import "strings"

// Clean returns the shortest path that means the same, by its text alone: without repeated slashes and elements ".", and
// without elements that a ".." takes back. The empty path becomes ".".
func Clean(path string) string {
	rooted := strings.HasPrefix(path, "/")
	var few [16]string
	kept := few[:0]
	for elem := range strings.SplitSeq(path, "/") {
		switch n := len(kept); {
		case elem == "" || elem == ".":
		case elem != "..":
			kept = append(kept, elem)
		case n > 0 && kept[n-1] != "..":
			kept = kept[:n-1]
		case !rooted: // above the root is the root
			kept = append(kept, elem)
		}
	}
	switch clean := strings.Join(kept, "/"); {
	case rooted:
		return "/" + clean
	case clean == "":
		return "."
	default:
		return clean
	}
}

// IsAbs reports whether path begins at the root.
func IsAbs(path string) bool { return strings.HasPrefix(path, "/") }

// Split cuts path after the last slash.
func Split(path string) (dir, file string) {
	cut := strings.LastIndexByte(path, '/') + 1
	return path[:cut], path[cut:]
}

// Join puts slashes between elements, leaving out those that are empty, and cleans the result. Of nothing it is "".
func Join(elem ...string) string {
	var b strings.Builder
	for _, e := range elem {
		if e == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('/')
		}
		b.WriteString(e)
	}
	if b.Len() == 0 {
		return ""
	}
	return Clean(b.String())
}

// Ext returns the end of the last element from its last dot on.
func Ext(path string) string {
	_, file := Split(path)
	if dot := strings.LastIndexByte(file, '.'); dot >= 0 {
		return file[dot:]
	}
	return ""
}

// Base returns the last element: "." of the empty path, "/" of slashes only.
func Base(path string) string {
	if path == "" {
		return "."
	}
	_, file := Split(strings.TrimRight(path, "/"))
	if file == "" {
		return "/"
	}
	return file
}

// Dir returns all but the last element, cleaned.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}
