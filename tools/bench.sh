#!/usr/bin/env bash
# bench.sh - the figures that we design for, beside gc where it is installed.
#
#     tools/bench.sh [compile] [hello] [link] [size] [start] [asm] [delay] [growth] [programs] [upstream]
#
# Each round runs ours and gc's one after the other, because the machine may be busy: the median
# of the rounds' ratios counts, below 1 is faster than gc. Times are CPU time (user + system,
# children too), the least of the rounds. ROUNDS=9 runs more of them, BENCH='fib trees' only these
# programs, LINES=N changes the size of the generated package. docs/bench.md says how to read it.
set -u
cd "$(dirname "$0")/.."
rounds=${ROUNDS:-5}
root=$PWD
ggo=$root/bin/ggo
tools=$root/pkg/tool/linux_amd64
go=$(command -v go || true)
[ -n "$go" ] && [ "$(readlink -f "$go")" = "$(readlink -f "$ggo")" ] && go=""
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U %S'
lines=${LINES:-40000}

# cpu COMMAND...: its CPU time in milliseconds, with two decimals.
cpu() {
    { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.2f\n", ($1 + $2) * 1000 }'
}

# pair NAME OURS THEIRS [TIMES]: the least CPU time of one of TIMES repetitions in a round, and the median ratio.
pair() {
    local name=$1 ours=$2 theirs=$3 times=${4:-1}
    for _ in $(seq "$rounds"); do
        a=$(cpu bash -c "for i in \$(seq $times); do $ours; done")
        b=0
        [ -n "$go" ] && [ -n "$theirs" ] && b=$(cpu bash -c "for i in \$(seq $times); do $theirs; done")
        echo "$a $b"
    done | awk -v name="$name" -v times="$times" '
        { a[NR] = $1 / times; b[NR] = $2 / times; r[NR] = $2 > 0 ? $1 / $2 : 0
          if (NR == 1 || a[NR] < least_a) least_a = a[NR]
          if (NR == 1 || b[NR] < least_b) least_b = b[NR] }
        END {
            for (i = 2; i <= NR; i++) { x = r[i]; for (k = i - 1; k > 0 && r[k] > x; k--) r[k + 1] = r[k]; r[k + 1] = x }
            printf "%-44s %9.2f ms", name, least_a
            if (least_b > 0) printf "   gc %9.2f ms   ratio %.2f", least_b, r[int((NR + 1) / 2)]
            print ""
        }' | tee last
}

# row NAME OURS UNIT [THEIRS]: a figure that is no time.
row() { printf '%-44s %9s %s%s\n' "$1" "$2" "$3" "${4:+   gc $4 $3}"; }

# speed LINES: what the row above means in lines per CPU-second.
speed() {
    awk -v n="$1" '{ for (i = 1; i < NF; i++) if ($(i + 1) == "ms") { t[++k] = $i } }
        END { printf "%-44s %9.0f k lines/s", "", n / t[1]; if (k > 1) printf "   gc %.0f k lines/s   %.1fx", n / t[2], t[2] / t[1]; print "" }' last
}

# generate FILE LINES [FAULT]: a package, and in $count how many lines it has.
generate() {
    awk -v lines="$2" -v fault="${3:-0}" -f "$root/tools/genpackage.awk" >"$1"
    count=$(wc -l <"$1")
}

compile_ours() { echo "$tools/compile -p big -o $work/o.a $*"; }
compile_gc() { [ -z "$go" ] || echo "$($go env GOTOOLDIR)/compile -p big -o $work/g.a $*"; }

# memory NAME OPTIONS...: the peak of compile for each of $count lines.
memory() {
    local name=$1 a b=""
    shift
    [ -x /usr/bin/time ] || return
    peak() { /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -n 1; }
    a=$(peak $(compile_ours "$@"))
    [ -n "$go" ] && b=$(peak $(compile_gc "$@"))
    row "$name" $((a * 1024 / count)) bytes ${b:+$((b * 1024 / count))}
}

compile_figures() {
    generate big.go "$lines"
    $(compile_ours -c=1 big.go) || return
    pair "compile, optimizing, $count lines" "$(compile_ours -c=1 big.go)" "$(compile_gc -c=1 big.go)" && speed "$count"
    pair "compile -N -l, $count lines" "$(compile_ours -c=1 -N -l big.go)" "$(compile_gc -c=1 -N -l big.go)" && speed "$count"
    memory "memory of compile, per line" -c=1 big.go
    generate checked.go $((lines * 5)) 1
    pair "front end alone, $count lines" "$(compile_ours -c=1 checked.go)" "$(compile_gc -c=1 checked.go)" && speed "$count"
    memory "memory of the front end, per line" -c=1 checked.go
}

hello_source() {
    printf 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello, world") }\n' >hello.go
}

hello_figures() {
    hello_source
    $ggo build -o h1 hello.go && [ -n "$go" ] && $go build -o h2 hello.go
    pair "hello, one line changed, warm cache" \
        "echo '// '\$RANDOM >>hello.go; $ggo build -o h1 hello.go" "echo '// '\$RANDOM >>hello.go; $go build -o h2 hello.go" 4
    pair "hello, nothing changed" "$ggo build -o h1 hello.go" "$go build -o h2 hello.go" 4
    pair "hello, empty cache, everything from source" \
        "rm -rf c1; GGOCACHE=$work/c1 $ggo build -a -o h1 hello.go" "rm -rf c2; GOCACHE=$work/c2 $go build -o h2 hello.go"
}

# link_command GO: the line of its transcript that links hello, with $WORK replaced by a directory that stays.
link_command() {
    echo "// $RANDOM" >>hello.go
    GOTMPDIR=$work "$1" build -x -work -o "$2" hello.go 2>transcript
    sed -n "/\/link -o/{s|\$WORK|$(sed -n 's/^WORK=//p' transcript)|g;p;}" transcript
}

link_figures() {
    hello_source
    pair "link hello" "$(link_command "$ggo" h1)" "$([ -n "$go" ] && link_command "$go" h2)" 4
    generate main.go "$lines"
    sed -i 's/^package big/package main/' main.go
    printf 'func main() {\n' >>main.go
    grep -o '^func use[0-9]*' main.go | sed 's/^func \(.*\)/\tprintln(\1())/' >calls
    cat calls >>main.go && echo '}' >>main.go
    $tools/compile -p main -o big.a main.go
    link_command "$ggo" h1 >/dev/null
    local w=$(sed -n 's/^WORK=//p' transcript)
    pair "link a program of $(wc -l <main.go) lines" "$tools/link -o $work/large -importcfg $w/b001/importcfg.link -buildmode=exe $work/big.a" ""
    awk -v size="$(stat -c %s large)" '{ for (i = 1; i < NF; i++) if ($(i + 1) == "ms") printf "%-44s %9.0f MB/s\n", "", size / 1e3 / $i }' last
}

size_figures() {
    hello_source
    local s=('' '-s -w') n=("hello executable" "hello executable, stripped")
    for i in 0 1; do
        $ggo build -ldflags="${s[i]}" -o s1 hello.go
        [ -n "$go" ] && $go build -ldflags="${s[i]}" -o s2 hello.go
        row "${n[i]}" "$(stat -c %s s1)" bytes "$([ -n "$go" ] && stat -c %s s2)"
    done
}

start_figures() {
    hello_source
    $ggo build -o h1 hello.go && [ -n "$go" ] && $go build -o h2 hello.go
    pair "hello, run to the end" ./h1 ./h2 20
    if command -v cc >/dev/null && echo 'int main(void) { return 0; }' >floor.c && cc -O2 -static -o floor floor.c 2>/dev/null; then
        pair "a static C program that does nothing" ./floor "" 20
    fi
    if command -v strace >/dev/null; then
        calls() { strace -f -o trace "$1" >/dev/null 2>&1; grep -n 'write(1, "hello' trace | head -n 1 | cut -d: -f1; }
        row "system calls until main.main prints" "$(calls ./h1)" "" "$([ -n "$go" ] && calls ./h2)"
    fi
}

asm_figures() {
    awk 'BEGIN {
        print "#include \"textflag.h\""
        for (f = 0; f < 107; f++) {
            printf "TEXT ·f%d(SB), NOSPLIT, $32-16\n", f
            for (i = 0; i < 16; i++) {
                printf "\tMOVQ x+0(FP), AX\n\tADDQ $%d, AX\n\tVPADDD Y%d, Y2, Y3\n\tCMPQ AX, $100\n", i, i
                printf "\tJLT l%d\n\tMOVQ AX, %d(SP)\nl%d:\n", i, i % 4 * 8, i
            }
            print "\tRET"
        } }' >big.s
    local ours="$tools/asm -p big -I $root/pkg/include -o o.o big.s" theirs=""
    [ -n "$go" ] && theirs="$($go env GOTOOLDIR)/asm -p big -I $($go env GOROOT)/pkg/include -o g.o big.s"
    $ours && { [ -z "$theirs" ] || $theirs; } && pair "asm, $(wc -l <big.s) lines" "$ours" "$theirs"
}

# How late a goroutine that sleeps wakes while another one allocates.
delay_figures() {
    cat >delay.go <<'GO'
package main

import (
	"fmt"
	"sort"
	"time"
)

type node struct{ left, right *node }

func tree(depth int) *node {
	if depth == 0 {
		return nil
	}
	return &node{tree(depth - 1), tree(depth - 1)}
}

func main() {
	keep := tree(18)
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				tree(12)
			}
		}
	}()
	late := make([]time.Duration, 2000)
	for i := range late {
		start := time.Now()
		time.Sleep(200 * time.Microsecond)
		late[i] = time.Since(start) - 200*time.Microsecond
	}
	close(stop)
	sort.Slice(late, func(i, j int) bool { return late[i] < late[j] })
	fmt.Println(late[len(late)*99/100].Microseconds(), late[len(late)*999/1000].Microseconds(), keep != nil)
}
GO
    $ggo build -o d1 delay.go && [ -n "$go" ] && $go build -o d2 delay.go
    local p=(99 99.9)
    for i in 0 1; do
        best() { for _ in $(seq "$rounds"); do "$1" | cut -d' ' -f$((i + 1)); done | sort -n | head -n 1; }
        row "goroutine wakes late beside a collector, p${p[i]}" "$(best ./d1)" us "$([ -n "$go" ] && best ./d2)"
    done
}

growth_figures() {
    for n in $((lines / 4)) "$lines"; do
        generate big.go "$n"
        pair "compile $count lines" "$(compile_ours -c=1 big.go)" ""
    done
    for n in $((lines * 5 / 4)) $((lines * 5 / 2)) $((lines * 5)); do
        generate checked.go "$n" 1
        pair "front end alone, $count lines" "$(compile_ours -c=1 checked.go)" "$(compile_gc -c=1 checked.go)"
    done
    for n in 10000 100000; do
        printf 'package main\n\nimport "sync"\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\tgate := make(chan int)\n\tfor range %d {\n\t\twg.Go(func() { <-gate })\n\t}\n\tclose(gate)\n\twg.Wait()\n}\n' $n >many.go
        $ggo build -o p1 many.go && [ -n "$go" ] && $go build -o p2 many.go
        pair "$n goroutines that wait" ./p1 "${go:+./p2}"
    done
}

# program NAME: builds testdata/bench/NAME.go by both; complains unless both print the same. What remains is p1, p2.
program() {
    local source=$root/testdata/bench/$1.go
    rm -f p1 p2
    $ggo build -o p1 "$source" 2>out1 && ./p1 >out1 2>&1 || { echo "FAIL $1: $(head -n 2 out1 | tr '\n' ' ')"; return 1; }
    [ -z "$go" ] && return 0
    $go build -o p2 "$source" && ./p2 >out2 2>&1 && cmp -s out1 out2 || { echo "FAIL $1: gc prints something else"; return 1; }
}

# program_figures: the programs of testdata/bench, the worst ratio first, then the geometric mean.
programs_figures() {
    local name
    for name in ${BENCH:-$(cd "$root/testdata/bench" && ls ./*.go | sed 's|^./||; s|[.]go$||')}; do
        program "$name" || continue
        pair "run $name" ./p1 "${go:+./p2}"
    done >figures
    awk '{ print $NF, $0 }' figures | sort -s -k 1 -r -n | cut -d' ' -f2-
    awk '$(NF - 1) == "ratio" && $NF > 0 { sum += log($NF); n++ }
        END { if (n) printf "%-44s %d programs, geometric mean of the ratios %.2f\n", "generated code and runtime", n, exp(sum / n) }' figures
}

# Large programs that nobody wrote as a benchmark: gc's compiler and gofmt, built by both from the same source.
upstream_figures() {
    [ -n "$go" ] || return 0
    local up=$($go env GOROOT) tool
    for tool in compile gofmt; do
        GGO_STD=upstream GGO_UPSTREAM=$up $ggo build -ldflags "-X runtime.buildVersion=$($go env GOVERSION)" -o "ours-$tool" "cmd/$tool" || return
    done
    generate big.go $((lines / 4))
    pair "upstream's compile of $count lines" "./ours-compile -p big -c=1 -o a.o big.go" "$($go env GOTOOLDIR)/compile -p big -c=1 -o b.o big.go" && cmp a.o b.o
    pair "upstream's gofmt of go/types" "./ours-gofmt -l $up/src/go/types" "$up/bin/gofmt -l $up/src/go/types"
}

cd "$work" || exit 1
sections=${*:-compile hello link size start asm delay growth programs upstream}
[ -n "${BENCH:-}" ] && sections=programs
for section in $sections; do
    if ! declare -F "${section}_figures" >/dev/null; then
        echo "bench.sh: no section $section" >&2
        exit 2
    fi
    "${section}_figures"
done
