#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A return that came on paper only: typed in for that office, marked so, corrected, and superseded by what
# the office signs.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sent_to_district
run offices add code=1054 name=ধুনট families=coop-upazila
run offices add code=1088 name=শেরপুর families=coop-upazila
run offices key 1054 q1.orjon "$key"
head='fiscal_year\tplan\tindicator\tquarter\tentry\tremark\tstate\n'
row() { printf '2023-24\tegov\t%s\t%s\t%s\t%s\t%s\n' "$@"; }
sent() { grep "^1054	.*	egov	" <<<"$out" | cut -f7-13; }

{ printf "$head" && row 6.1.1 1 ১ 'কাগজে দেখা' '' && row 5.1.2 1 - '' no-case; } >one.tsv
run receive --on-paper 1054 --plan egov --dry-run one.tsv --as-of 2023-10-12
check "a dry run reads" has "$err" '2 figures are right'
run offices sent --plan egov
is "and saves nothing" "$(sent | cut -f1)" "not-sent"
run receive --on-paper ধুনট --plan egov one.tsv --as-of 2023-10-12
check "the figures are typed in for that office" has "$err" '2 figures of ধুনট saved as on paper'
run offices sent --plan egov
is "it has come, on paper" "$(sent)" "sent	2023-10-15	2023-10-12	2023-10-12		yes	yes"
run offices sent --plan egov --format text
check "for reading too" has "$out" 'egov: sent, 12/10/2023, on paper'
run review 1054 --plan egov
check "the reviewer sees what it is" has "$out" 'on paper'
run consolidated --plan egov --format tsv
check "and whoever takes it together" has "$err" '1 on paper'
run print consolidated --plan egov
check "on the paper of totals" has "$out" '১টি কাগজে'
run print ranking --plan egov
check "and of ranks" has "$out" 'ধুনট (কাগজে)'
run verify
check "the file is in order" [ "$code" = 0 ]

{ printf "$head" && row 6.1.1 1 ২ '' ''; } >two.tsv
run receive --on-paper 1054 --plan egov two.tsv --as-of 2023-10-20
ok_code=$code
check "a newer one corrects it" [ "$ok_code" = 0 ]
run offices sent --plan egov
is "the first receipt decides" "$(sent)" "sent	2023-10-15	2023-10-12	2023-10-20		yes	yes"
run review 1054 --plan egov
check "with the new figure" grep -q '6\.1\.1 .*; ২' <<<"$out"
run review 1054 --accept --plan egov --as-of 2023-10-21
run offices sent --plan egov
is "it is accepted as others are" "$(sent | cut -f1,5,7)" "accepted	2023-10-21	yes"
run undo receive
check "and undone" has "$out$err" 'What ধুনট sent for Quarter 1'
run review 1054 --plan egov
check "to the one before" grep -q '6\.1\.1 .*; ১' <<<"$out"
run verify
check "in order again" [ "$code" = 0 ]

run receive q1.orjon --as-of 2023-10-25
check "what the office signs takes its place" has "$out" '	newer	yes	'
run offices sent --plan egov
is "and is marked no more" "$(sent)" "sent	2023-10-15	2023-10-12	2023-10-25		yes	no"
run receive --on-paper 1054 --plan egov one.tsv
refused "then none is typed any more" 1 'sent this quarter signed'

{ printf "$head" && row 6.1.1 1 ৩ '' '' && row 6.1.1 1 ৪ '' ''; } >twice.tsv
run receive --on-paper 1088 --plan egov twice.tsv
check "one figure twice" has "$err" 'twice.tsv:3:'
{ printf "$head" && row 6.1.1 2 ৩ '' ''; } >later.tsv
run receive --on-paper 1088 --plan egov later.tsv
check "a later quarter" has "$err" 'later.tsv:2: the return is of Quarter 1'
{ printf "$head" && row 9.9.9 1 ৩ '' '' && row 1.1.1 1 abc '' ''; } >wrong.tsv
run receive --on-paper 1088 --plan egov wrong.tsv
check "rows that are wrong" has "$err" 'wrong.tsv:2:'
check "all of them" has "$err" 'wrong.tsv:3:'
run offices sent --plan egov
is "and nothing of it was saved" "$(grep '^1088' <<<"$out" | cut -f7)" "not-sent"
run receive --on-paper 1088 --plan nothing one.tsv
refused "a plan that nobody knows" 1 'nothing'
run receive --on-paper 77 --plan egov one.tsv
refused "an office that is not there" 1 '77'
run receive --on-paper 1088 one.tsv
refused "without a plan" 2 '--plan'

run receive --on-paper 1088 --plan egov one.tsv --as-of 2023-10-12
cp "$db" spoilt.db
sqlite3 spoilt.db "UPDATE received SET typed = '৯' WHERE receipt = (SELECT max(id) FROM receipt) AND state = 1" 2>/dev/null || echo 'bail' >nosqlite
if [ ! -e nosqlite ]; then
    db=$work/spoilt.db
    run verify
    check "a figure that was changed on the disk is noticed" [ "$code" != 0 ]
fi

finish
