#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The offices below this one: added, found, renamed, moved, closed; what cannot be is refused.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample
row() { grep "^$1	" <<<"$out"; }

run office code=50
run offices add code=10 "name=জেলা সমবায় কার্যালয়, বগুড়া" level=district
ok "an office is added"
run offices add code=1054 name=ধুনট level=upazila under=10 families=coop-upazila since=2010-01-01
ok "and one below it, by the code"
run offices add code=1088 name=শেরপুর "under=বগুড়া"
ok "or by a part of the name"
run offices
is "each stands behind the one above" "$(cut -f1,4 <<<"$out" | tail -n +2)" "10	
1054	10
1088	10"
run offices list --find ধূনট
is "found however it is spelled" "$(tail -n +2 <<<"$out" | cut -f1)" 1054

run offices add code=১০৫৪ name=X
refused "two offices with one code" 1 'Two offices have the code'
run offices add code=50 name=X
refused "one with the code of this office" 1 'this office itself'
run offices add name=X
refused "one without a code" 1 'give the code first'
run offices add phone=1
refused "nor when it has no name either" 1 'no code; give the code first'
run offices add code=99
ok "one without a name is called by its code"
is "in the list" "$(run offices; row 99 | cut -f2)" 99
run check
check "and the check says so" has "$out" 'The office with the code 99 has no name'
run offices set 99 name=N
run check
check "until it has one" [ "${out/no name/}" = "$out" ]
run undo records
run undo records
run offices set 10 under=1054
refused "a circle" 1 'under itself'
run offices set 10 colour=red
refused "a field that there is not" 2 'colour'
run offices set 77 name=X
refused "an office that there is not" 1 '77'
run offices set কার্যালয় code=
refused "nor without its code" 1 'no code'
run offices close 1054 2009-12-31
refused "one that ends before it begins" 1 'ends before'
run offices close 1054 2026-02-30
refused "on no day" 1 'Until'
run offices close 1054 2026-06-30 successor=1054
refused "its own successor" 1 'own successor'
printf 'code\tname\n70\tA\n70\tB\n' >two.tsv
run import offices two.tsv
check "a table with one code twice" [ "$code" = 1 ]
check "is refused by name" has "$err" 'Two offices have the code 70'
run offices list --find 70
is "and leaves nothing" "$(wc -l <<<"$out")" 1

run offices rename 1054 from=2024-01-01 "name=ধুনট নতুন"
ok "renamed from a day on"
run offices rename 1088 from=2024-01-01 name=০১.০৭.২০২৪
refused "a date is no name" 1 'is a date, not the name of an office'
run offices move 1088 from=2024-01-01 under=-
ok "moved to stand directly under this one"
run offices close 1088 2024-06-30 successor=1054
ok "closed"
run offices --as-of 2023-12-31
check "before, it was as it was" has "$(row 1054)" "1054	ধুনট	"
check "and stood where it stood" has "$(row 1088)" "	10	"
run offices --as-of 2024-06-30
check "from the day on it has the new name" has "$(row 1054)" "ধুনট নতুন"
check "open on its last day" has "$(row 1088)" "	1054	yes	"
run offices --as-of 2024-07-01
check "and no more on the next" has "$(row 1088)" "	1054	no	"
run undo records
check "the last change is undone" has "$err" 'Successor'
run offices move 10 from=2025-01-01 under=1054
refused "a circle that begins on a day" 1 'under itself'

run export offices
cp out offices.tsv
run import offices offices.tsv
check "what was taken out can come in again" [ "$code" = 0 ]
{
    printf 'code\tname\tunder\n'
    for ((i = 0; i < 570; i++)); do printf 'U%04d\tউপজেলা %04d\tবগুড়া\n' "$i" "$i"; done
} >many.tsv
run import offices many.tsv
check "570 at once" [ "$code" = 0 ]
run offices list --find ০৫৬৯
is "are found by what is typed" "$(tail -n +2 <<<"$out" | cut -f1,4)" "U0569	10"
run verify
check "and the journal tells of all of them" [ "$code" = 0 ]
finish
