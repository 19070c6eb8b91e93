// Package internal connects log/slog to log.
package internal

// DefaultOutput writes a line by log's standard Logger, for the caller at pc. Package log sets it.
var DefaultOutput func(pc uintptr, data []byte) error
