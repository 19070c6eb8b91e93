#!/usr/bin/env bash
# bench.sh - the figures that we design for, beside gc where it is installed.
#
# Pairs run one after the other, several rounds (ROUNDS); the smallest CPU time of
# each side counts (user + system, children too), because the machine may be busy.
# First the tools, then what they make: the programs of testdata/bench, worst first,
# and the geometric mean of their ratios. BENCH='fib trees' runs only these programs.
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

# cpu COMMAND...: its CPU time in milliseconds.
cpu() {
    { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%d\n", ($1 + $2) * 1000 + 0.5 }'
}

# smaller A B: the smaller of two numbers; A may be empty.
smaller() {
    if [ -z "$1" ] || [ "$2" -lt "$1" ]; then echo "$2"; else echo "$1"; fi
}

# ratio A B: their quotient.
ratio() {
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", b ? a / b : 0 }'
}

# pair NAME OURS THEIRS: smallest of several rounds, and the ratio.
pair() {
    local name=$1 ours=$2 theirs=$3 a b best_a="" best_b=""
    for _ in $(seq "$rounds"); do
        a=$(cpu bash -c "$ours")
        best_a=$(smaller "$best_a" "$a")
        if [ -n "$go" ] && [ -n "$theirs" ]; then
            b=$(cpu bash -c "$theirs")
            best_b=$(smaller "$best_b" "$b")
        fi
    done
    if [ -n "$best_b" ]; then
        printf '%-44s %7d ms  gc %7d ms  ratio %s\n' "$name" "$best_a" "$best_b" "$(ratio "$best_a" "$best_b")"
    else
        printf '%-44s %7d ms\n' "$name" "$best_a"
    fi
}

# tools_figures: how long the tools take over hello, how large and quick it is.
tools_figures() {
    cp "$root"/testdata/run/hello.go "$work/hello.go"

    pair "hello, warm cache, main recompiled" \
        "echo '// '\$RANDOM >>hello.go; $ggo build -o h1 hello.go" "echo '// '\$RANDOM >>hello.go; $go build -o h2 hello.go"
    pair "hello, nothing changed" "$ggo build -o h1 hello.go" "$go build -o h2 hello.go"
    pair "hello, empty cache, everything from source" \
        "rm -rf c1; GGOCACHE=$work/c1 $ggo build -a -o h1 hello.go" "rm -rf c2; GOCACHE=$work/c2 $go build -o h2 hello.go"
    pair "hello, run to the end" "for i in 1 2 3 4 5 6 7 8 9 10; do ./h1; done" "for i in 1 2 3 4 5 6 7 8 9 10; do ./h2; done"

    $ggo build -a -x -work -o h1 hello.go 2>ours.log
    eval "$(grep '^WORK=' ours.log)"
    export WORK
    pair "link hello" "$(grep '/link -o' ours.log)" ""
    lines=$(cat "$root"/runtime/*.go | wc -l)
    compile=$(grep 'compile -o .* -p runtime ' ours.log)
    (cd "$root" && pair "compile runtime/, $lines lines" "cd $work; $compile" "")
    rm -rf "$WORK"

    size() { stat -c %s "$1"; }
    $ggo build -ldflags='-s -w' -o s1 hello.go
    printf '%-44s %7d bytes, stripped %d\n' "hello executable" "$(size h1)" "$(size s1)"
    if [ -n "$go" ]; then
        $go build -ldflags='-s -w' -o s2 hello.go
        printf '%-44s %7d bytes, stripped %d\n' "  gc" "$(size h2)" "$(size s2)"
    fi
    if command -v strace >/dev/null; then
        calls() { strace -f -o "$work/trace" "$1" >/dev/null 2>&1; grep -n 'write(2, "Hello' "$work/trace" | head -n 1 | cut -d: -f1; }
        printf '%-44s %7s\n' "system calls until main.main prints" "$(calls ./h1)"
        [ -n "$go" ] && printf '%-44s %7s\n' "  gc" "$(calls ./h2)"
    fi
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
program_figures() {
    local name
    for name in ${BENCH:-$(cd "$root/testdata/bench" && ls ./*.go | sed 's|^./||; s|[.]go$||')}; do
        program "$name" || continue
        pair "run $name" ./p1 "${go:+./p2}"
    done >figures
    sort -s -k 9 -r -n figures
    awk '$8 == "ratio" && $9 > 0 { sum += log($9); n++ }
        END { if (n) printf "%-44s %d programs, geometric mean %.2f\n", "generated code and runtime", n, exp(sum / n) }' figures
}

cd "$work" || exit 1
[ -n "${BENCH:-}" ] || tools_figures
program_figures
