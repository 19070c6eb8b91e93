#!/bin/sh
# mkgolden.sh - writes the expected files of run/ and errors/ again, with the gc that is in PATH.
#
#   testdata/mkgolden.sh [CASE...]
#
# Run it from the root of the repository after `make`, then read `git diff`. README.md names the version of gc.
set -eu
go version
[ $# -gt 0 ] || set -- testdata/run testdata/errors
exec bin/runtests -root "$(go env GOROOT)" -u "$@"
