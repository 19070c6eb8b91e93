package syscall

import "sync"

// The environment: a list of name=value, with an index of the names. Where a name comes twice the first counts.
var (
	envOnce sync.Once
	envLock sync.RWMutex
	envs    []string       // "" where something was removed
	envAt   map[string]int // name -> place in envs
)

// runtime_envs returns the environment the program was started with.
func runtime_envs() []string

// copyenv makes the index.
func copyenv() {
	envs = append([]string(nil), runtime_envs()...)
	envAt = make(map[string]int, len(envs))
	for i, s := range envs {
		name, _, ok := split(s)
		if !ok {
			continue
		}
		if _, dup := envAt[name]; dup {
			envs[i] = ""
			continue
		}
		envAt[name] = i
	}
}

// split cuts name=value apart. A name may begin with =.
func split(s string) (name, value string, ok bool) {
	for i := 0; i < len(s); i++ {
		if s[i] == '=' {
			return s[:i], s[i+1:], true
		}
	}
	return "", "", false
}

// Getenv returns the value of a variable, and whether it is set.
func Getenv(key string) (value string, found bool) {
	envOnce.Do(copyenv)
	if key == "" {
		return "", false
	}
	envLock.RLock()
	defer envLock.RUnlock()
	i, ok := envAt[key]
	if !ok {
		return "", false
	}
	_, value, _ = split(envs[i])
	return value, true
}

// Setenv sets a variable.
func Setenv(key, value string) error {
	envOnce.Do(copyenv)
	if key == "" {
		return EINVAL
	}
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			return EINVAL
		}
	}
	for i := 0; i < len(value); i++ {
		if value[i] == 0 {
			return EINVAL
		}
	}
	envLock.Lock()
	defer envLock.Unlock()
	if i, ok := envAt[key]; ok {
		envs[i] = key + "=" + value
		return nil
	}
	envAt[key] = len(envs)
	envs = append(envs, key+"="+value)
	return nil
}

// Unsetenv removes a variable.
func Unsetenv(key string) error {
	envOnce.Do(copyenv)
	envLock.Lock()
	defer envLock.Unlock()
	if i, ok := envAt[key]; ok {
		envs[i] = ""
		delete(envAt, key)
	}
	return nil
}

// Clearenv removes all variables.
func Clearenv() {
	envOnce.Do(copyenv)
	envLock.Lock()
	defer envLock.Unlock()
	envs = nil
	clear(envAt)
}

// Environ returns all variables as name=value.
func Environ() []string {
	envOnce.Do(copyenv)
	envLock.RLock()
	defer envLock.RUnlock()
	list := make([]string, 0, len(envs))
	for _, s := range envs {
		if s != "" {
			list = append(list, s)
		}
	}
	return list
}
