#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The sample department: what twelve offices have sent, received from signed files that the program
# made, with every state that there is and the marks of a department's minutes.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"

run init --sample --family coop-department
ok "a sample with offices below"
is "nothing is left beside it, neither a key nor a copy" "$(find . -name "$(basename "$db")*" | wc -l)" 1
state() { awk -F'\t' -v o="$1" '$1 == o { print $7 }' out; }
run offices sent
is "twelve offices" "$(tail -n +2 out | wc -l)" 12
is "one has not sent" "$(state 6102)" not-sent
is "one sent late" "$(state 6112)" late
is "one got its return back" "$(state 6110)" returned
is "some are accepted" "$(state 6101)" accepted
is "some are to be looked at" "$(state 6104)" sent
run offices sent --quarter 1
is "all sent the first quarter" "$(tail -n +2 out | cut -f 7 | sort | uniq -c | tr -s ' ')" " 12 accepted"

run export matrix
is "31 ✓" "$(cut -f6 <<<"$out" | grep -c yes)" 31
is "17 ✗" "$(cut -f6 <<<"$out" | grep -c no)" 17
awk -F'\t' 'NR > 1 { print $1, $4, $5, $6, $7 }' <(normal() { sed 's/২০২৩-২৪/2023-24/; s/\t২\t/\t2\t/; s/\t[✓√]\t/\tyes\t/; s/\tX\t/\tno\t/'; }; normal <"$data/matrix.tsv") >wanted
grep -v '	note	' <<<"$out" | awk -F'\t' 'NR > 1 { print $1, $4, $5, $6, $7 }' >found
check "each with its remark as in the minutes" cmp -s wanted found
is "notes on three offices" "$(grep -c '	note	' <<<"$out")" 3
odd=$(for o in 6101 6102 6103 6104 6105 6106 6107 6108 6109 6110 6111 6112; do
    scrubbed "$program" --db "$db" review $o --format tsv | awk -F'\t' 'NR > 1 && $8 != $9 { printf "%s/%s ", $1, $3 }'
done)
is "marks are what figures and proofs speak for, but where the target was met before" "$odd" "6103/3 6104/3 "

run review 6105 --quarter 1
says "a return that was sent anew is there with its last figure" '১১'
run review 6103 note - প্রমাণক একত্রে আপলোড করতে হবে
refused "a note is put as a mark is" 2 'orjon review'
run review 6103 mark note - প্রমাণক একত্রে আপলোড করতে হবে
ok "a note on the whole return"
run review 6108 mark note - ফোল্ডার আলাদা করতে হবে
ok "and a first one"
run review 6108
says "stands below the indicators" "ফোল্ডার আলাদা"
check "and is none of them" has "$out" 'of 4'
run review 6108 mark note ✓ ভালো
refused "it has no mark" 1 'no mark'
run undo marks
run review 6108
check "undone like any other" test "$(grep -c ফোল্ডার <<<"$out")" = 0

run verify
ok "all is sound"
check "with what was received" has "$out" '23 returns'
run meeting list
says "the meeting" 'পরিবীক্ষণ কমিটির'
run review 6110 -o down.orjon --meeting 31
ok "its decisions go down as orders"
check "with the verdict" grep -q '"verdict":"returned"' down.orjon

# As the department printed its minutes: the paper itself, and each mark and remark of it beside those
# that stand in them.
golden() {
    [ -z "${ORJON_TEST_WRITE:-}" ] || cp out "$source_dir/tests/print/$1.txt"
    check "the paper is as it was checked: $1" cmp -s out "$source_dir/tests/print/$1.txt"
}
run print matrix --format text --as-of 2024-03-17
golden department-matrix
run print matrix --layout matrix-wide --format text --as-of 2024-03-17
golden department-matrix-wide
run print monitoring --meeting 31 --format text --as-of 2024-03-17
golden department-monitoring
run print trend --format text --as-of 2024-03-17
golden department-trend
run print trend --format pdf --as-of 2024-03-17 -o trend.pdf
if [ "$code" = 0 ] && command -v pdftotext >/dev/null; then
    pdftotext -layout trend.pdf out && out=$(cat out)
    check "the bars of a pdf are drawn" test "$(grep -c '█' out)" = 0
    check "beside their figures" grep -q '১০৫' out
fi
run print matrix --format csv --as-of 2024-03-17
tail -n +2 "$data/matrix.tsv" | cut -f 6,7 | sed 's/^√/✓/' >wanted
tr -d '\r' <out | sed -nE 's/^.*,(✓|X),"?(.*[^"])"?$/\1\t\2/p' >found
check "printed as in the minutes, row by row" cmp wanted found

# Other plans, other years.
rm -f "$db"*
run init --sample --family coop-department --fiscal-year 2030-31
check "of a year without plans: particulars alone" test "$code" = 0
run offices sent
is "and no offices below" "$(wc -l <<<"$out")" 1

# What fails leaves nothing.
mkdir small
(ulimit -f 200 && scrubbed "$program" --db small/office.db init --sample --family coop-department) >/dev/null 2>&1
is "a full disk" "$(ls small)" ""
finish
