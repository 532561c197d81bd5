# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests of the commands share: a scrubbed environment, the program, and what to expect of it.
# Usage of a test: tests/cli/NAME.sh PROGRAM SOURCE_FOLDER. Prints «ok» and «not ok» lines.
# shellcheck shell=bash
set -u
export LC_ALL=C.UTF-8 # for Bengali in this script, whatever the machine is set to
program=$1
source_dir=$2
data=$source_dir/tests/data
work=$(mktemp -d)
trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir home
db=$work/office.db
failures=0
count=0
extra=() # words of the environment for the next runs: NAME=VALUE

# Whatever the machine is set to, the program sees this alone.
scrubbed() { (scrubbed_exec "$@"); }
# The same in place of this shell, so that the number of a job is the program's own.
scrubbed_exec() {
    exec env -i PATH="$PATH" ${LSAN_OPTIONS:+LSAN_OPTIONS="$LSAN_OPTIONS"} \
        ${LLVM_PROFILE_FILE:+LLVM_PROFILE_FILE="$LLVM_PROFILE_FILE"} HOME="$work/home" TZ=UTC0 SOURCE_DATE_EPOCH=1727740800 "${extra[@]}" "$@"
}

# What must come is waited for, so long that only what hangs is failed by it.
patience=60
wait_for() { # COMMAND…: until it is true
    local end=$((SECONDS + patience))
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.02
    done
}

# Runs the program in English on the office file; $out, $err and $code are what came of it.
run() {
    scrubbed "$program" --lang en --db "$db" "$@" >out 2>err
    code=$?
    out=$(cat out) err=$(cat err)
}
# The same without any word of our own.
bare() {
    scrubbed "$program" "$@" >out 2>err
    code=$?
    out=$(cat out) err=$(cat err)
}

pass() { count=$((count + 1)) && echo "ok $count - $1"; }
fail() {
    count=$((count + 1)) failures=$((failures + 1))
    echo "not ok $count - $1"
    printf '%s\n' "  code: $code" "  stdout: ${out:0:600}" "  stderr: ${err:0:600}"
}
check() { # NAME COMMAND…
    local name=$1
    shift
    if "$@"; then pass "$name"; else fail "$name"; fi
}

one_line() { [ "$(printf '%s\n' "$1" | wc -l)" -eq 1 ] && [ -n "$1" ]; }
has() { case $1 in *"$2"*) true ;; *) false ;; esac; }
lacks() { ! has "$@"; }
bengali() { printf '%s' "$1" | LC_ALL=C.UTF-8 grep -qP '\p{Bengali}'; }

ok() { # NAME: the last run went well and said nothing on standard error
    if [ "$code" = 0 ] && [ -z "$err" ]; then pass "$1"; else fail "$1"; fi
}
refused() { # NAME CODE PART: nothing on standard output, one line with PART on standard error
    if [ "$code" = "$2" ] && [ -z "$out" ] && one_line "$err" && has "$err" "orjon: " && has "$err" "$3"; then
        pass "$1"
    else
        fail "$1"
    fi
}
says() { # NAME PART: in the output
    if [ "$code" = 0 ] && has "$out" "$2"; then pass "$1"; else fail "$1 (no “$2”)"; fi
}
is() { # NAME GOT WANTED
    if [ "$2" = "$3" ]; then
        pass "$1"
    else
        fail "$1"
        printf '%s\n' "  got:    ${2:0:400}" "  wanted: ${3:0:400}"
    fi
}

# A cell of the score table: PLAN INDICATOR COLUMN, with more words for the program behind.
score_cell() {
    local plan=$1 indicator=$2 column=$3
    shift 3
    scrubbed "$program" --db "$db" score --format tsv --plan "$plan" "$@" 2>/dev/null |
        awk -F'\t' -v i="$indicator" -v c="$column" \
            'NR == 1 { for (f = 1; f <= NF; f++) if ($f == c) n = f } $3 == i { print $n }'
}
fingerprint() { cksum <"$db"; }
sample() { rm -rf "$db"* && run init --sample && [ "$code" = 0 ]; }
# The sample office without its people, meetings and memos.
sample_returns() {
    rm -rf "$db"*
    run init --name A --family coop-upazila --fiscal-year 2023-24
    local words=()
    while IFS=$'\t' read -r key value; do words+=("$key=$value"); done <"$source_dir/db/sample/coop-upazila/office.tsv"
    run office "${words[@]}"
    run enter "$source_dir/db/sample/coop-upazila/figures.tsv"
}
# The sample office has sent its first quarter in q1.orjon, by its $key; from now on $db is a district's.
sent_to_district() {
    sample
    run office code=1054
    run finalise egov --quarter 1
    run send --quarter 1 -o q1.orjon
    run key
    key=$out
    db=$work/dis.db
    run init --name জেলা --family coop-district --fiscal-year 2023-24
    run office quarter=1
}
figures() { # the rows given, behind the row of names, into figures.tsv
    printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\tstate\n' >figures.tsv
    printf '%b\n' "$@" >>figures.tsv
}

finish() {
    echo "1..$count"
    [ "$failures" -eq 0 ]
}
