#!/bin/sh
# compare.sh FIRST COUNT [BATCH] - random programs, built by gc and by this
# toolchain, with optimization and without; they must print the same.
#
# BATCH programs at a time become one.  Where outputs differ, each is tried
# alone, and what differs stays in $FOUND (default build/randprog).  STRESS=1 also
# runs with GODEBUG=gcstress=1; SIZE is the size of a program.  gc is the go in
# PATH.  The last line is "N agree, N differ"; status 0: all agree.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
first=${1:?first seed} count=${2:?number of seeds} batch=${3:-25}
found=${FOUND:-$root/build/randprog}
tools=$root/pkg/tool/linux_amd64
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$found"
agree=0 differ=0

gotools=$(go env GOTOOLDIR)
go list -export -deps -f '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}' math math/bits sync unsafe runtime >"$work/gc.cfg"

# The same of ours.
mkdir "$work/cfg"
printf 'package main\nimport (_ "math"; _ "math/bits"; _ "sync")\nfunc main() {}\n' >"$work/cfg/a.go"
(cd "$work/cfg" && GOTMPDIR=$work/cfg "$root/bin/ggo" build -work -o a a.go) 2>/dev/null
grep -h '^packagefile' "$work"/cfg/go-build*/b001/importcfg.link | grep -v command-line-arguments >"$work/ggo.cfg"

# build NAME FILES...: gc.exe, ggo.exe and ggoN.exe in the directory NAME; false:
# the first two do not agree that it is a program
build() {
	dir=$1
	shift
	GOGC=400 "$gotools/compile" -p main -complete $GCFLAGS -importcfg "$work/gc.cfg" -o "$dir/gc.a" "$@" >"$dir/gc.out" 2>&1 &&
		"$gotools/link" -importcfg "$work/gc.cfg" -s -w -o "$dir/gc.exe" "$dir/gc.a" >>"$dir/gc.out" 2>&1
	"$tools/compile" -p main -pack -c 2 -complete $GGOFLAGS -importcfg "$work/ggo.cfg" -o "$dir/ggo.a" "$@" >"$dir/ggo.out" 2>&1 &&
		"$tools/link" -importcfg "$work/ggo.cfg" -o "$dir/ggo.exe" "$dir/ggo.a" >>"$dir/ggo.out" 2>&1
	"$tools/compile" -p main -pack -c 2 -complete -N -l -importcfg "$work/ggo.cfg" -o "$dir/ggoN.a" "$@" >"$dir/ggoN.out" 2>&1 &&
		"$tools/link" -importcfg "$work/ggo.cfg" -o "$dir/ggoN.exe" "$dir/ggoN.a" >>"$dir/ggoN.out" 2>&1
	[ -x "$dir/gc.exe" ] && [ -x "$dir/ggo.exe" ] && [ -x "$dir/ggoN.exe" ]
}
# gc is quicker without optimization, and is right either way.
GCFLAGS=${GCFLAGS:--N -l -dwarf=false -c 1}
GGOFLAGS=${GGOFLAGS:-}

run() {
	timeout "${LIMIT:-20}" "$1" >"$2" 2>&1
	echo "status $?" >>"$2"
}

# same DIR: they print the same
same() {
	run "$1/gc.exe" "$1/gc.out"
	run "$1/ggo.exe" "$1/ggo.out"
	run "$1/ggoN.exe" "$1/ggoN.out"
	cmp -s "$1/gc.out" "$1/ggo.out" && cmp -s "$1/gc.out" "$1/ggoN.out" || return 1
	[ -z "${STRESS:-}" ] && return 0
	GODEBUG=gcstress=1 LIMIT=300 run "$1/ggo.exe" "$1/stress.out"
	cmp -s "$1/gc.out" "$1/stress.out"
}

alone() {
	dir=$work/alone
	rm -rf "$dir"
	mkdir "$dir"
	"$root/bin/randprog" -seed "$1" -size "${SIZE:-6}" >"$dir/main.go"
	if build "$dir" "$dir/main.go" && same "$dir"; then
		agree=$((agree + 1))
	else
		differ=$((differ + 1))
		rm -f "$dir"/*.a
		rm -rf "$found/$1"
		cp -r "$dir" "$found/$1"
		echo "seed $1 differs: $found/$1"
	fi
}

seed=$first
end=$((first + count))
while [ "$seed" -lt "$end" ]; do
	dir=$work/batch
	rm -rf "$dir"
	mkdir "$dir"
	last=$((seed + batch))
	[ "$last" -gt "$end" ] && last=$end
	{
		echo 'package main'
		echo 'func main() {'
		for s in $(seq "$seed" $((last - 1))); do
			"$root/bin/randprog" -seed "$s" -size "${SIZE:-6}" -prefix "p${s}_" >"$dir/p$s.go"
			echo "	p${s}_main()"
		done
		echo '}'
	} >"$dir/main.go"
	if build "$dir" "$dir"/*.go && same "$dir"; then
		agree=$((agree + last - seed))
	else
		for s in $(seq "$seed" $((last - 1))); do alone "$s"; done
	fi
	seed=$last
done
echo "$agree agree, $differ differ"
[ "$differ" -eq 0 ]
