#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon phrase: the phrase bank.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

text() { grep -P "\t$1\$" out; }

run phrase
ok "the list"
is "has its columns" "$(head -n 1 out)" $'id\tsort\tused\tsource\thidden\ttext'
is "the most used come first" "$(sed -n 2p out)" $'\tremark\t3\tbuilt-in\t\tলক্ষ্যমাত্রা অনুযায়ী করা হবে'
check "what was typed twice is learned" grep -qP '^\tremark\t2\ttyped\t' out
one=$out
run phrase list
is "«list» is the same" "$out" "$one"
run phrase list progress
check "of one sort only those and any" test "$(tail -n +2 out | cut -f2 | sort -u | tr '\n' ' ')" = 'any progress '
run phrase list whatever
refused "no such sort" 1 '“whatever”'

run phrase add 'পত্র  জারি করা হয়েছে' progress
ok "one is added"
id=$out
run phrase list progress
is "it is the office's own" "$(text 'পত্র জারি করা হয়েছে')" "$id"$'\tprogress\t0\toffice\t\tপত্র জারি করা হয়েছে'
run phrase add 'পত্র জারি করা হয়েছে'
refused "the same again" 1 'there already'
run phrase add '   '
refused "an empty one" 1 'empty'
run phrase set "$id" sort=remark
ok "its sort changes"
run phrase hide "$id"
ok "it is hidden by its number"
is "which says what it was" "$out" 'পত্র জারি করা হয়েছে'
run phrase hide প্রযোজ্য
ok "a built-in one is hidden by a part of it"
run phrase hide রয়েছে
refused "a part of several" 1 'More than one'
run phrase hide 'এমন কিছু নেই'
refused "a part of none" 1 'No phrase'
run phrase
check "both are listed as hidden" test "$(cut -f5 out | grep -c yes)" = 2
run phrase offer 'প্রযোজ্য নয়'
ok "it is offered again"
run phrase remove "$id"
ok "the own one is taken out"
run phrase remove 99
refused "one that is not there" 1 'There is no'
run phrase remove x
refused "what is no number" 2 'no number'
run phrase set 1
refused "nothing to set" 2 'orjon phrase'
run phrase
check "nothing is hidden now" test "$(cut -f5 out | grep -c yes)" = 0
finish
