// How many processors the container grants: the default of GOMAXPROCS.
//
// A control group may limit the processor time of its members to a quota in each period, be there as many
// processors as there may. Running more threads than quota / period at once only means that all of them are
// stopped for the rest of each period. So the limit, rounded up and at least 2, bounds GOMAXPROCS, unless
// GODEBUG=containermaxprocs=0 says otherwise.
//
// /proc/self/cgroup names the group, /proc/self/mountinfo the place where groups are files:
//
//	version 2   0::/path            cpu.max                                "200000 100000", "max 100000"
//	version 1   4:cpu,cpuacct:/path cpu.cfs_quota_us, cpu.cfs_period_us    "200000", "-1"

package runtime

import "unsafe"

// minLimit is the least that a quota leaves: with one p only, whoever waits for the collector waits for long.
const minLimit = 2

// defaultProcs returns what GOMAXPROCS is when nobody says.
func defaultProcs() int32 {
	n := ncpu
	if debug.containermaxprocs == 0 || n <= minLimit {
		return n
	}
	quota, period := cgroupLimit()
	if quota <= 0 || period <= 0 {
		return n
	}
	limit := (quota + period - 1) / period
	if limit < minLimit {
		limit = minLimit
	}
	if limit < int(n) {
		n = int32(limit)
	}
	return n
}

// cgroupLimit returns the quota and period of this process's group, 0 if there is no limit.
func cgroupLimit() (quota, period int) {
	group, version := cgroupPath(readFile("/proc/self/cgroup"))
	if version == 0 {
		return 0, 0
	}
	dir := cgroupMount(readFile("/proc/self/mountinfo"), group, version)
	if dir == "" {
		return 0, 0
	}
	if version == 2 {
		max, rest := word(readFile(dir + "/cpu.max"))
		per, _ := word(rest)
		quota, _ = atoi(max) // "max" is no number
		period, _ = atoi(per)
		return quota, period
	}
	q, _ := word(readFile(dir + "/cpu.cfs_quota_us"))
	per, _ := word(readFile(dir + "/cpu.cfs_period_us"))
	quota, _ = atoi(q)
	period, _ = atoi(per)
	return quota, period
}

// cgroupPath finds the group that counts processor time, and the version of control groups: one of version 1
// goes before.
func cgroupPath(text string) (path string, version int) {
	for text != "" {
		var line string
		line, text = cut(text, '\n')
		id, rest := cut(line, ':')
		controllers, group := cut(rest, ':')
		if id == "0" && controllers == "" && version == 0 {
			path, version = group, 2
		} else if hasName(controllers, "cpu") {
			path, version = group, 1
		}
	}
	return path, version
}

// cgroupMount returns the directory of a group. A line of mountinfo has these fields:
//
//	36 35 98:0 /root /mount/point rw,noatime master:1 - type source options
//
// The part of the hierarchy that is mounted is below root.
func cgroupMount(text, group string, version int) string {
	for text != "" {
		var line string
		line, text = cut(text, '\n')
		var fields [5]string
		rest := line
		for i := range fields {
			fields[i], rest = word(rest)
		}
		for f := ""; f != "-" && rest != ""; {
			f, rest = word(rest)
		}
		kind, rest := word(rest)
		_, options := word(rest)
		if version == 2 && kind != "cgroup2" || version == 1 && (kind != "cgroup" || !hasName(options, "cpu")) {
			continue
		}
		root := fields[3]
		if root == "/" {
			return fields[4] + group
		}
		if hasPrefix(group, root) {
			return fields[4] + group[len(root):]
		}
		return fields[4]
	}
	return ""
}

// cut splits s at the first sep.
func cut(s string, sep byte) (before, after string) {
	if i := indexByteString(s, sep); i >= 0 {
		return s[:i], s[i+1:]
	}
	return s, ""
}

// word splits the first word off.
func word(s string) (first, rest string) {
	i := 0
	for i < len(s) && s[i] != ' ' && s[i] != '\n' {
		i++
	}
	if i < len(s) {
		return s[:i], s[i+1:]
	}
	return s, ""
}

// hasName reports whether a list name,name holds a name.
func hasName(list, name string) bool {
	for list != "" {
		var first string
		first, list = cut(list, ',')
		if first == name {
			return true
		}
	}
	return false
}

// readFile returns what a file holds, "" if it cannot be read.
func readFile(name string) string {
	path := append([]byte(name), 0)
	fd := open(&path[0], 0x80000, 0) // O_RDONLY|O_CLOEXEC
	if fd < 0 {
		return ""
	}
	data := make([]byte, 0, 1024)
	for {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n := read(fd, unsafe.Pointer(&data[:cap(data)][len(data)]), int32(cap(data)-len(data)))
		if n <= 0 {
			break
		}
		data = data[:len(data)+int(n)]
	}
	closefd(fd)
	return string(data)
}
