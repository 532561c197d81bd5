#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Why something was not done, where it is a failing call of the system: reasons ORJON FAIL_CALL.so
# A read that failed once is no damage, a disk without locks is nobody's use of the file, a lock file that cannot be
# looked at is no reason to wait for ever, and what was saved is not called unsaved.
set -u
export LC_ALL=C.UTF-8 # for Bengali in this script, whatever the machine is set to
orjon=$(realpath "$1") preload=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
export SOURCE_DATE_EPOCH=1698000000
checks=0 bad=0
wrong() {
    echo "FAILED: $*"
    bad=$((bad + 1))
}
"$orjon" --db before.db init --sample && "$orjon" --db before.db verify >/dev/null || exit 1
printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\n2023-24\tegov\t5.1.1\t2\t3\t\n' >figures.tsv
fresh() {
    rm -rf office.db* backups copy.db*
    cp before.db office.db
}
# WHAT N ENVIRONMENT… -- COMMAND: $said, $code, and $count of such calls
failing() {
    local what=$1 at=$2 words=()
    shift 2
    while [ "$1" != -- ]; do words+=("$1") && shift; done
    shift
    said=$(timeout 60 env "${words[@]}" LD_PRELOAD="$preload" FAIL_WHAT="$what" FAIL_AT="$at" FAIL_COUNT="$folder/count" \
        "$orjon" --lang "${lang:-en}" --db office.db "$@" 2>&1)
    code=$?
    count=$(cat count 2>/dev/null)
    checks=$((checks + 1))
    [ "$code" -lt 124 ] || wrong "$what $at: $*: exit $code: $said"
}
# What is to the byte the file that was begun with, with nothing beside it, is sound.
sound() {
    cmp -s office.db before.db && [ ! -e office.db-journal ] && [ ! -e backups ] || "$orjon" --db office.db verify >/dev/null 2>&1
}
jargon='SQL|malformed|database|error code|I/O error|errno|is in use'

# Each read fails once.
for command in score verify 'enter figures.tsv' 'backup copy.db' 'restore copy.db' 'office name=x'; do
    fresh
    # shellcheck disable=SC2086
    if [ "$command" = 'restore copy.db' ]; then cp before.db copy.db; fi
    failing read 0 -- $command # to count them
    reads=$count
    for ((n = 1; n <= reads; n++)); do
        fresh
        if [ "$command" = 'restore copy.db' ]; then cp before.db copy.db; fi
        # shellcheck disable=SC2086
        failing read "$n" FAIL_ERRNO=5 -- $command
        grep -qE "damaged|no office file|orjon office file|lines are wrong|$jargon" <<<"$said" && wrong "read $n: $command: $said"
        [ "$code" = 0 ] || [ -n "$said" ] || wrong "read $n: $command: exit $code without a word"
        sound || wrong "read $n: $command: the file is not sound"
    done
    [ "$reads" -gt 5 ] || wrong "$command: only $reads reads"
done

# Each sync fails once, and from then on: either nothing was changed, or it is not called unsaved.
name() { "$orjon" --db office.db office | sed -n 's/^name=//p'; }
old=$("$orjon" --db before.db office | sed -n 's/^name=//p')
confirmed=0 unconfirmed=0
for forever in '' FAIL_FOREVER=1; do
    fresh
    failing sync 0 -- office name=x
    syncs=$count
    for ((n = 1; n <= syncs; n++)); do
        fresh
        failing sync "$n" FAIL_ERRNO=5 $forever -- office name=x
        if [ "$code" = 0 ]; then
            [ "$(name)" = x ] || wrong "sync $n $forever: said saved, is not there"
            if grep -q 'did not confirm' <<<"$said"; then unconfirmed=$((unconfirmed + 1)); else confirmed=$((confirmed + 1)); fi
        else
            [ "$(name)" = "$old" ] || wrong "sync $n $forever: exit $code, but saved: $said"
        fi
    done
done
[ "$confirmed" -gt 0 ] && [ "$unconfirmed" -gt 0 ] || wrong "$confirmed syncs confirmed at the second try, $unconfirmed not"

# A disk that gives no locks.
for lang in en bn; do
    for command in score 'office name=x'; do
        fresh
        # shellcheck disable=SC2086
        failing take 1 FAIL_ERRNO=37 FAIL_FOREVER=1 -- $command
        [ "$code" = 1 ] || wrong "no locks: $command: exit $code: $said"
        grep -qE 'gives no locks|আলাদা রাখতে পারে না' <<<"$said" || wrong "no locks: $command: $said"
    done
done
unset lang

# A lock file that is there, but cannot be looked at: there is no turn to wait for, and SQLite's locks do.
for forever in '' FAIL_FOREVER=1; do
    fresh
    failing look 1 FAIL_ERRNO=13 $forever -- office name=x
    [ "$code" = 0 ] && [ "$(name)" = x ] || wrong "a lock file that cannot be looked at: exit $code: $said"
done

# An office that is being made is killed at each write: there is none then, or a whole one, and init goes on.
whole=0 none=0
for what in write sync; do
    rm -f new.db*
    FAIL_WHAT=$what FAIL_COUNT=$folder/count LD_PRELOAD=$preload "$orjon" --db new.db init --sample 2>/dev/null
    calls=$(cat count)
    for ((n = 1; n <= calls; n++)); do
        rm -f new.db*
        FAIL_WHAT=$what FAIL_AT=$n FAIL_KILL=1 LD_PRELOAD=$preload "$orjon" --db new.db init --sample 2>/dev/null &
        wait $! 2>/dev/null
        checks=$((checks + 1))
        if said=$("$orjon" --lang en --db new.db verify 2>&1); then
            grep -q 'figures: 21,' <<<"$said" || wrong "init killed at $what $n: half an office: $said"
            whole=$((whole + 1))
        else
            grep -q 'orjon init' <<<"$said" || wrong "init killed at $what $n: $said"
            "$orjon" --db new.db init --sample || wrong "init killed at $what $n: not made anew"
            none=$((none + 1))
        fi
    done
done
[ "$none" -gt 0 ] || wrong "init was never killed in time: $whole whole"

echo "$checks runs, $bad failed"
[ "$bad" -eq 0 ]
