package time

import (
	"errors"
	"syscall"
)

// The time zone database: a file for each place, with the moves of its clocks until now and a rule for the future. (RFC 9636, "The Time
// Zone Information Format".)

// zoneDirs are the directories where a system may have its files.
var zoneDirs = [...]string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/"}

// LoadLocation returns the place with a name of the database, such as Europe/Berlin. The empty name is UTC, Local is Local. It looks in
// the directory of the environment variable ZONEINFO first.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if !isPlaceName(name) {
		return nil, errors.New("time: invalid location name")
	}
	if dir, _ := syscall.Getenv("ZONEINFO"); dir != "" {
		if l, err := loadFile(name, dir+"/"+name); err == nil {
			return l, nil
		}
	}
	return loadName(name)
}

// isPlaceName reports whether a name stays within the directory.
func isPlaceName(name string) bool {
	if name[0] == '/' || name[0] == '\\' {
		return false
	}
	for i := 0; i+1 < len(name); i++ {
		if name[i] == '\\' || name[i:i+2] == ".." {
			return false
		}
	}
	return name[len(name)-1] != '\\'
}

// loadName looks in the system's directories.
func loadName(name string) (*Location, error) {
	for _, dir := range zoneDirs {
		l, err := loadFile(name, dir+name)
		if err != syscall.ENOENT {
			return l, err
		}
	}
	return nil, errors.New("unknown time zone " + name)
}

// findLocal makes localLoc what TZ says, the system's place if there is no TZ, UTC if that is not to be found.
func findLocal() {
	tz, isSet := syscall.Getenv("TZ")
	if tz != "" && tz[0] == ':' {
		tz = tz[1:]
	}
	var l *Location
	var err error
	switch {
	case !isSet:
		l, err = loadFile("Local", "/etc/localtime")
	case tz == "":
		err = errBadFile // there is none
	case tz[0] == '/':
		if l, err = loadFile(tz, tz); tz == "/etc/localtime" && err == nil {
			l.name = "Local"
		}
	default:
		l, err = loadName(tz)
	}
	if err != nil {
		localLoc.name = "UTC"
		return
	}
	localLoc = *l
}

func loadFile(name, path string) (*Location, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return LoadLocationFromTZData(name, data)
}

// readFile reads a file without package os, which needs this package.
func readFile(path string) ([]byte, error) {
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd)
	const limit = 1 << 20
	var data []byte
	var buf [4096]byte
	for {
		n, err := syscall.Read(fd, buf[:])
		if err == syscall.EINTR {
			continue
		}
		if err != nil || n == 0 {
			return data, err
		}
		if data = append(data, buf[:n]...); len(data) > limit {
			return nil, errors.New("time: file " + path + " is too large")
		}
	}
}

var errBadFile = errors.New("malformed time zone information")

// A cut takes pieces off the front of data; bad is set when there is not enough.
type cut struct {
	data []byte
	bad  bool
}

func (c *cut) next(n int) []byte {
	if n < 0 || n > len(c.data) {
		c.bad = true
		return nil
	}
	piece := c.data[:n]
	c.data = c.data[n:]
	return piece
}

func (c *cut) number(n int) int { return int(highFirst(c.next(n))) }

// A zoneHeader counts what follows it in a file.
type zoneHeader struct {
	version                                 byte
	isUT, isStd, leaps, moves, zones, chars int
}

func (c *cut) header() (h zoneHeader) {
	if string(c.next(4)) != "TZif" {
		c.bad = true
		return h
	}
	if v := c.next(16); v != nil {
		h.version = v[0]
	}
	for _, n := range [...]*int{&h.isUT, &h.isStd, &h.leaps, &h.moves, &h.zones, &h.chars} {
		*n = c.number(4)
	}
	return h
}

// LoadLocationFromTZData returns the place that data, in the format of the database's files, describes.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	c := &cut{data: data}
	h := c.header()
	size := 4
	if h.version >= '2' { // the same again with times of 8 bytes
		c.next(h.moves*5 + h.zones*6 + h.chars + h.leaps*8 + h.isStd + h.isUT)
		h = c.header()
		size = 8
	}
	times := &cut{data: c.next(h.moves * size)}
	kinds := c.next(h.moves)
	zones := &cut{data: c.next(h.zones * 6)}
	names := c.next(h.chars)
	c.next(h.leaps*(size+4) + h.isStd + h.isUT)
	if c.bad || h.zones == 0 {
		return nil, errBadFile
	}
	l := &Location{name: name}
	for range h.zones {
		z := zone{offset: int(int32(zones.number(4))), isDST: zones.number(1) != 0}
		at := zones.number(1)
		if at >= len(names) {
			return nil, errBadFile
		}
		z.name = untilZero(names[at:])
		l.zones = append(l.zones, z)
	}
	for i := range h.moves {
		when := int64(times.number(size))
		if size == 4 {
			when = int64(int32(when))
		}
		if int(kinds[i]) >= h.zones {
			return nil, errBadFile
		}
		l.moves = append(l.moves, move{when, int(kinds[i])})
	}
	if len(l.moves) == 0 { // it has always been like this
		l.moves = []move{{-1 << 63, 0}}
	}
	if n := len(c.data); size == 8 && n > 2 && c.data[0] == '\n' && c.data[n-1] == '\n' {
		l.rule = string(c.data[1 : n-1])
	}
	return l, nil
}

func untilZero(b []byte) string {
	for i, c := range b {
		if c == 0 {
			return string(b[:i])
		}
	}
	return string(b)
}
