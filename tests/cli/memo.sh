#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon memo: the register of memo numbers.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample_returns

run memo
is "the register is empty" "$out" $'id\tnumber\tdate\tsubject\tto\tpaper\tnote'
run memo next
refused "without a pattern there is no next number" 1 'orjon memo series new pattern='
run memo series new 'pattern=৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.{yy}.' first=২৫৬ yearly=yes
ok "a pattern"
series=$out
run memo series
is "is in its list" "$(cut -f2- out | tail -n 1)" $'47.61.1054.000.39.014.{yy}.{n}\t\t256\tyes'
run memo series new pattern=47.61.22
refused "one without a serial number is refused" 1 '{n} once'
run memo series new 'pattern=47.{x}.{n}'
refused "one with other braces too" 1 '{nnn}'
run memo series set "$series" from=2024-01-01
ok "a pattern is changed"
run memo series set 9999 from=2024-01-01
refused "one that is not there is not" 1 9999

run memo next --as-of 2024-05-28
is "the next number" "$out" 47.61.1054.000.39.014.24.256
run memo next --as-of 2024-05-28 --series "$series"
is "of a pattern by its number" "$out" 47.61.1054.000.39.014.24.256
run memo next --series 9999
refused "and of none" 1 9999
run memo next --series one
refused "that is no number" 2 one
run memo next --as-of 2023-12-31
refused "before the first pattern" 1 31/12/2023

run memo take --as-of 2024-05-28 'subject=প্রশিক্ষণের নোটিশ' 'to=জেলা সমবায় অফিসার'
ok "a number is taken"
is "and told" "$(cut -f2 out)" 47.61.1054.000.39.014.24.256
one=$(cut -f1 out)
run memo take date=10/06/2024 number=265 'subject=Minutes'
is "one that was chosen" "$(cut -f2 out)" 47.61.1054.000.39.014.24.265
other=$(cut -f1 out)
run memo take date=11/06/2024 number=২৫৬
refused "twice it is refused, and said where" 1 '28/05/2024, প্রশিক্ষণের নোটিশ'
run memo take date=11/06/2024 'number=স্মারক নং-৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.২৪.২৫৬।'
refused "however it is typed" 1 'was used before'
run memo take number=47..61
refused "what is no number is refused" 1 'a part is missing'
run memo take number=nothing
refused "and what has no digits" 1 'has digits'
run memo take date=31/02/2024
refused "and an impossible date" 1 'February has 29 days'
run memo take colour=red
refused "and an unknown key" 2 'number, date, subject, to, paper, note'
run memo take red
refused "and what is no key" 2 KEY=VALUE
run memo take paper='notice 99'
refused "and a paper that is not there" 1 99
run memo take number=blank date=11/06/2024 subject=Pen
ok "blank is allowed, for the pen"
run memo take number=blank date=11/06/2024 subject=Another
ok "more than once"
run print memos --fiscal-year 2023-24
check "the register leaves room for the pen" test "$code" = 0 -a "${out/blank/}" = "$out"

run memo list --find ২৬৫
is "found in any digits" "$(cut -f2 out | tail -n +2)" 47.61.1054.000.39.014.24.265
run memo --find nonsense
is "or not" "$(wc -l <out)" 1
run memo --fiscal-year 2023-24
is "of a year" "$(tail -n +2 out | wc -l)" 4
run memo --fiscal-year 2024-25
is "of another" "$(tail -n +2 out | wc -l)" 0
run memo gaps
is "the gap" "$out" '47.61.1054.000.39.014.24.257 – 264'
run check --format tsv
says "the check tells of it" $'query\t\t\t\tmemo-gap'
run memo gaps ''
refused "it needs a reason" 1 'a note that says why'
run memo gaps 'অন্য শাখার পত্র'
ok "which explains it"
run memo gaps
is "then there is none" "$out" ''
run memo note "$one" 'হাতে বিলি'
ok "a note"
run memo list --find বিলি
is "stands in its row" "$(cut -f1 out | tail -n +2)" "$one"
run memo note 9999 x
refused "of a row that is there" 1 9999
run memo release "$other" বাতিল
ok "a number that was not sent"
run memo take number=265 date=12/06/2024
refused "stays used" 1 বাতিল
run memo set "$other" date=01/05/2024
ok "a row is changed"
run check --format tsv
says "a number dated before a lower one" $'query\t\t\t\tmemo-order'
run memo nonsense
refused "an unknown word" 2 'orjon memo'
run memo --readonly take
refused "nothing is taken where nothing may change" 1 read

# Many at once: each gets its own.
for i in {1..8}; do
    scrubbed "$program" --db "$db" --as-of 2024-07-01 memo take "subject=$i" >"many.$i" 2>&1 &
done
wait
is "eight at once get eight numbers" "$(cut -f2 many.* | sort -u | wc -l)" 8
run memo gaps
is "without a gap" "$out" ''
run verify
check "and the file is sound" test "$code" = 0

run memo series new 'pattern=47.61.1054.000.39.014.{yy}.{n}' from=2025-01-01 yearly=yes
run memo take date=05/01/2025
is "a new year begins anew" "$(cut -f2 out)" 47.61.1054.000.39.014.25.1
run check --format tsv
says "the old groups are queried since 2025" $'query\t\t\t\tmemo-shape'

run memo take number=47.61.1054.000.39.014.25.8 date=10/01/2025 'paper=return 2023-24 1 egov'
run office
says "a number taken for a return is that return's" 'memo.egov=47.61.1054.000.39.014.25.8'
run undo records
check "undone" has "$err" 'memo.egov'
run office
check "it is the return's no more" test "$(grep -c '^memo.egov=' out)" = 0
run redo records
run office
says "and done again it is" 'memo.egov=47.61.1054.000.39.014.25.8'
run undo office
run memo list --find 25.8
is "by the particular too it is undone as one" "$(sed 1d out)" ''
run office memo=47.61.1054.000.39.014.25.9
run finalise egov --quarter 1
ok "a return is finalised"
run memo list --find 'return'
is "and stands in the register" "$(cut -f2,6 out | tail -n +2)" $'47.61.1054.000.39.014.25.9\treturn 2023-24 1 egov'
run meeting new title=Ethics date=10/01/2025
meeting=$out
run print notice --meeting "$meeting"
check "the returns' number is on no notice" test "$code" = 0 -a "${out/২৫.৯/}" = "$out"
run meeting set "$meeting" notice_memo=7 notice_date=05/01/2025
run print notice --meeting "$meeting"
says "but its own" 'স্মারক নং-৭ '
says "also whole" '০১৪.২৫.৭'
run office memo.rti=47.61.1054.000.39.014.24.256
run finalise rti --quarter 1
refused "one with a number used elsewhere is not" 1 '24.256 was used before: 28/05/2024'
# The day of the paper is that of the number.
run meeting new title=Dated date=2024-06-20 notice_date=2024-06-09
run memo take paper="notice $out" number=901
is "the number of a dated notice has the day of the notice" "$(run memo list --find 901 && tail -1 <<<"$out" | cut -f3)" 2024-06-09
finish
