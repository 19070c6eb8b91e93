#!/bin/sh
# differs.sh [-quick] FILE.go - succeeds when gc and this toolchain disagree on a
# program that gc accepts: for tools/reduce.  -quick asks the compiler with and
# without optimization instead of gc.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
quick=
[ "$1" = -quick ] && quick=1 && shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
file=$(realpath "$1")
cd "$work" || exit 2

result() {
	timeout 10 "./$1" >"$1.out" 2>&1
	echo "status $?" >>"$1.out"
}

if [ -n "$quick" ]; then
	"$root/bin/ggo" build -gcflags=all='-N -l' -o want "$file" >/dev/null 2>&1 || exit 1
else
	go build -gcflags='-N -l' -o want "$file" >/dev/null 2>&1 || exit 1
fi
result want
# A program that runs on and on shows nothing.
grep -q 'status 124' want.out && exit 1
"$root/bin/ggo" build -o opt "$file" >/dev/null 2>&1 || exit 0
result opt
cmp -s want.out opt.out || exit 0
[ -n "$quick" ] && exit 1
"$root/bin/ggo" build -gcflags=all='-N -l' -o noopt "$file" >/dev/null 2>&1 || exit 0
result noopt
cmp -s want.out noopt.out && exit 1
exit 0
