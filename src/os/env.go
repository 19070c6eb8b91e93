package os

import "syscall"

// Getenv returns the value of an environment variable, "" if it is not set.
func Getenv(key string) string {
	v, _ := syscall.Getenv(key)
	return v
}

// LookupEnv returns the value of an environment variable and whether it is set.
func LookupEnv(key string) (string, bool) { return syscall.Getenv(key) }

// Setenv sets an environment variable.
func Setenv(key, value string) error {
	return NewSyscallError("setenv", syscall.Setenv(key, value))
}

// Unsetenv removes an environment variable.
func Unsetenv(key string) error { return syscall.Unsetenv(key) }

// Clearenv removes all environment variables.
func Clearenv() { syscall.Clearenv() }

// Environ returns the environment as name=value.
func Environ() []string { return syscall.Environ() }

// ExpandEnv replaces $name and ${name} in s by values from the environment.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces $name and ${name} in s by what mapping says. Shell's special names ($*, $1 and so on) are one character.
func Expand(s string, mapping func(string) string) string {
	var out []byte
	start := 0 // of what is not yet in out
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 == len(s) {
			continue
		}
		out = append(out, s[start:i]...)
		name, width := variable(s[i+1:])
		switch {
		case name != "":
			out = append(out, mapping(name)...)
		case width == 0:
			out = append(out, '$') // no name follows: it stands for itself
		}
		i += width
		start = i + 1
	}
	if start == 0 {
		return s
	}
	return string(out) + s[start:]
}

// variable returns the name at the start of s, and how many bytes it takes. Bad syntax has no name but takes bytes.
func variable(s string) (name string, width int) {
	if s[0] == '{' {
		end := 1
		for end < len(s) && s[end] != '}' {
			end++
		}
		switch {
		case len(s) > 2 && isSpecial(s[1]) && s[2] == '}':
			return s[1:2], 3
		case end == len(s):
			return "", 1 // ${ without end
		}
		return s[1:end], end + 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	i := 0
	for i < len(s) && (s[i] == '_' || '0' <= s[i] && s[i] <= '9' || 'a' <= s[i]|32 && s[i]|32 <= 'z') {
		i++
	}
	return s[:i], i
}

// isSpecial reports whether c alone is a name of the shell.
func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}
