#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A target changed within the year, from a day on and by an order: what it was before stays, each quarter
# is scored by what held on its last day, and the office above sees it.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample
run office code=1054
run finalise egov --quarter 1
check "a quarter is finalised" [ "$code" = 0 ]
run plans target egov 6.1.1 target=4
refused "then a target is what it ever was no more" 1 'finalised'
run plans target egov 6.1.1 target=4 from=2023-09-30 order=47.61.12
refused "nor from a day of that quarter on" 1 'finalised'
run plans target egov 6.1.1 target=4 from=2023-10-01
refused "a day wants an order" 2 'order='
run plans target egov 6.1.1 target=4 order=47.61.12
refused "and an order a day" 2 'from='
run plans target egov 6.1.1 target=4 from=2025-10-01 order=47.61.12
refused "of the plan's year" 1 '2025'
run plans target egov 6.1.1 target=abc from=2023-11-01 order=47.61.12
refused "what cannot be read" 1 'abc'
run plans target egov 6.1.1 target=4 from=2023-11-01 order=47.61.12
ok "from a day behind it, by an order"
run plans target egov 6.1.1 target=5 from=2023-10-15 order=47.61.13
refused "none comes before one that is there" 1 '47.61.12'
run verify
check "what was finalised is what it was" [ "$code" = 0 ]

run score --plan egov --quarter 1 --format tsv
is "the first quarter has the target of its last day" "$(grep '	6.1.1	' <<<"$out" | cut -f7)" 2
check "and tells of the other" has "$err" '6.1.1 target: 2 → 4 from 01/11/2023 by order 47.61.12; marks 2.50, by the other target 1.25'
run score --plan egov --quarter 2 --format tsv
is "the second has the new one" "$(grep '	6.1.1	' <<<"$out" | cut -f7)" 4
check "and tells of what was before" has "$err" 'marks 1.25, by the other target 2.50'
run explain egov 6.1.1 --quarter 2
says "as the working does" 'by the other target 2.50'
run explain egov 5.1.1 --quarter 2
check "of that row alone" [ "$(grep -c 'other target' <<<"$out")" = 0 ]
run print return --plan egov --quarter 1
check "the signed paper is printed with its letters" has "$out" 'সিল'

run undo targets
run score --plan egov --quarter 2 --format tsv
is "it is undone" "$(grep '	6.1.1	' <<<"$out" | cut -f7)$err" 2
run redo targets
run score --plan egov --quarter 2 --format tsv
is "and done again" "$(grep '	6.1.1	' <<<"$out" | cut -f7)" 4
check "with its day" has "$err" 'from 01/11/2023 by order 47.61.12'
run plans export egov -o egov.tsv
check "a file of the plan has it" grep -q $'^#change\t6.1.1\ttarget\t2023-11-01\t47.61.12\t2\t4$' egov.tsv
sed 's/^#change.*/#change\t9.9\ttarget\t2023-11-01\t1\t2\t4/' egov.tsv >row.tsv
run plans install row.tsv
check "a row that there is not" has "$err" '9.9'
sed 's/^#change.*/#change\t6.1.1\ttarget\t2023-11-01\t1\tabc\t4/' egov.tsv >cell.tsv
run plans install cell.tsv
check "a target that cannot be read" has "$err" 'abc'

run send --quarter 1 -o q1.orjon
run key
key=$out
db=$work/dis.db
run init --name জেলা --family coop-district --fiscal-year 2023-24
run office quarter=1
run offices add code=1054 name=ধুনট families=coop-upazila
run offices key 1054 q1.orjon "$key"
run receive q1.orjon --as-of 2023-11-10
check "the office above is told" has "$err" '1054 egov 6.1.1 target: 2 → 4 from 01/11/2023 by order 47.61.12'
run review 1054 --plan egov
check "and sees both marks" has "$out" 'marks 2.50, by the other target 1.25'
run consolidated ranking --plan egov --format tsv
is "ranks tell the marks by the other targets" "$(head -1 <<<"$out" | cut -f13)" other_marks
check "beside those that count" [ "$(awk -F'\t' 'NR == 2 { printf "%.2f", $7 - $13 }' <<<"$out")" = 1.33 ]
run print ranking --plan egov
check "on paper too" has "$out" 'অন্য'
run verify
check "in order" [ "$code" = 0 ]

finish
