#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Offices below as one: totals by each indicator's own way of counting, ranks, who is missing.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
below_of=$3
run init --name X --family coop-upazila --fiscal-year 2023-24
run consolidated --format tsv --quarter 2
refused "before anything has come" 1 'has sent a return'
"$below_of" "$db" 12 9 2 7 2023 1 || exit 1

# What the figures of tests/below_of.c come to, worked out here.
expected() { # ROW QUARTER AWK_PROGRAM_PER_FIGURE AWK_END
    awk -v row="$1" -v quarter="$2" "BEGIN { for (k = ${first:-0}; k < ${last:-9}; k++) { own = 0; n = 0
        for (q = 1; q <= quarter; q++) if ((k + row + q) % 11) { v = (7 * k + 3 * row + q) % 50 + 1; $3 } ${5:-} } $4 }"
}
cell() { awk -F'\t' -v code="$1" -v name="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) c = i } $2 == code { print $c }' <<<"$out"; }

run consolidated --format tsv --quarter 2
check "with no plan named, all of them" [ "$(grep -c . <<<"$out")" = 15 ]
run consolidated --format tsv --plan all --quarter 2
check "all of them one after the other" [ "$(grep -c . <<<"$out")" = 15 ]
check "how many of how many is said" grep -q 'plan-1: 9 of 12, provisional' <<<"$err"
run consolidated --format tsv --plan plan-1 --quarter 2
check "a sum" [ "$(cell 1.1 total)" = "$(expected 0 2 's += v' 'print s')" ]
check "the latest of each" [ "$(cell 1.2 total)" = "$(expected 1 2 'own = v' 'print s' 's += own')" ]
check "a rate from its counts" [ "$(cell 1.3 total)" = "$(expected 2 2 's += v; of += 60' 'printf "%.2f", 100 * s / of')" ]
check "says so" [ "$(cell 1.3 together)" = rate ]
check "the mean of means" [ "$(cell 1.4 total)" = "$(expected 3 2 'own += v; n++' 'printf "%.2f", s / 9' 'if (n) s += own / n')" ]
check "offices that kept their dates" [ "$(cell 1.5 on_time)" = "$(expected 4 1 's += v <= 30' 'print s')" ]
check "who has not sent is no zero" [ "$(cell 1.1 not_sent)" = 3 ]
run consolidated --format tsv --plan plan-1 --quarter 2 --under 1001
check "a subtree" grep -q 'plan-1: 9 of 10, provisional' <<<"$err"
check "has its own total" [ "$(cell 1.1 total)" = "$(last=9 expected 0 2 's += v' 'print s')" ]
run consolidated --format tsv --plan plan-1 --quarter 2 --under 1005
check "of one office" [ "$(cell 1.1 total)" = "$(first=4 last=5 expected 0 2 's += v' 'print s')" ]
run consolidated --format tsv --plan plan-1 --quarter 2 --under 1012
refused "where nobody has sent" 1 'None of these offices'
run consolidated --format tsv --plan plan-1 --quarter 2 --under 9999
refused "an office that is not there" 1 '9999'
run consolidated --format tsv --plan plan-9 --quarter 2
refused "a plan that nobody has sent" 1 'plan-1, plan-2'
run consolidated total --plan plan-1
refused "another word" 2 'totals, ranking'

run consolidated ranking --format tsv --plan plan-1 --quarter 2
check "ranks with ties" [ "$(awk -F'\t' 'NR > 1 { print $3 }' <<<"$out" | paste -sd' ')" = "1 1 3 4 5 6 7 8 9 NA NA NA" ]
check "said to be joint" [ "$(grep -c 'yes' <<<"$out")" = 2 ]
check "with how many figures each has" grep -q $'64.20\t7\t7\tranked' <<<"$out"
run consolidated offices --plan plan-1 --quarter 2
check "gaps by name" [ "$(awk -F'\t' '$4 == "no" { print $2 }' <<<"$out" | paste -sd' ')" = "1010 1011 1012" ]
run consolidated outliers --plan plan-1 --quarter 2
check "nothing is odd" [ "$(grep -c . <<<"$out")" = 1 ]
run consolidated aside --plan plan-1 --quarter 2
check "and nothing aside" [ "$(grep -c . <<<"$out")" = 1 ]
run consolidated --format tsv --plan plan-1 --quarter 2 -o totals.tsv
check "into a file" [ -s totals.tsv ]

run consolidated --plan plan-1 --quarter 2
check "as a paper" grep -q '৩৪৯ │' <<<"$out"
check "provisional" grep -q '১২টির মধ্যে ৯টি, সাময়িক' <<<"$out"
check "with the gaps by name" grep -q 'প্রতিবেদন পাওয়া যায়নি: উপজেলা সমবায় কার্যালয়, ১০; ' <<<"$out"
run print ranking --plan plan-1 --quarter 2 --format text
check "ranks on paper" [ "$(grep -c '১ম (যৌথভাবে)' <<<"$out")" = 2 ]
check "with nothing to explain" [ "$(grep -c 'নির্ধারণ করা যায়নি' <<<"$out")" = 0 ]
run consolidated trend --plan plan-1 --quarter 2 --format tsv
check "quarter after quarter" [ "$(awk -F'\t' '$2 == "1.1" { print $8 }' <<<"$out" | paste -sd' ')" = "$(expected 0 1 's += v' 'print s') $(expected 0 2 's += v' 'print s')" ]
run consolidated trend --plan plan-1 --quarter 2
check "with bars, the longest for the most" grep -q '৩৪৯ │ ████████████ ' <<<"$out"
run consolidated ask 1002 --plan plan-1 --quarter 2
check "nothing odd, nothing asked" grep -q 'Odd: 0; asked back now: 0' <<<"$err"
run review 1002 set 1.2 marks=5 --plan plan-1 --quarter 2
run review 1004 set 1.1 marks=5 follow_up=no remark="দেখা হয়েছে" --plan plan-1 --quarter 2
run consolidated outliers --plan plan-1 --quarter 2
check "more than there are" [ "$(grep -c over-weight <<<"$out")" = 2 ]
run consolidated outliers --format text --plan plan-1 --quarter 2
check "on paper, in Bengali" grep -q 'মূল্যায়নকারী ৫ নম্বর' <<<"$out"
run print outliers --plan plan-2 --quarter 2 --format text
check "where nothing is odd, the paper says so" grep -q '^অস্বাভাবিক কিছু পাওয়া যায়নি।' <<<"$out"
run consolidated ask 1002 ১.২ --plan plan-1 --quarter 2
check "one is asked back" grep -q 'Odd: 1; asked back now: 1' <<<"$err"
run consolidated ask all --plan plan-1 --quarter 2
check "then the rest" grep -q 'Odd: 2; asked back now: 1' <<<"$err"
run review 1004 --plan plan-1 --quarter 2 --format tsv
check "behind what was remarked" grep -q 'দেখা হয়েছে; The evaluator gave 5' <<<"$out"
run review 1004 --plan plan-1 --quarter 3
check "to be followed up" grep -q 'asked for in Q2' <<<"$out"
run undo marks
run undo marks
run consolidated ask all --plan plan-1 --quarter 2
check "undone, it is asked anew" grep -q 'Odd: 2; asked back now: 2' <<<"$err"
run consolidated ask --plan plan-1
refused "whom" 2 'Which office'
run consolidated ask 9999 --plan plan-1 --quarter 2
refused "nobody" 1 '9999'
run consolidated ranking twice
refused "a word too many" 2 'twice'
run undo marks
marks() { grep -c "│ *$1 *│" <<<"$out"; }
run print matrix --plan plan-1 --quarter 2 --format text
check "the matrix office by office: ✓" [ "$(marks ✓)" = 21 ]
check "X" [ "$(marks X)" = 21 ]
check "with its note" grep -q '^বি:দ্র: প্রমাণক ওয়েবসাইটে' <<<"$out"
check "offices by number and name" grep -q '১২. .*, ১২$' <<<"$out"
run print matrix --layout matrix-wide --plan plan-1 --quarter 2 --format csv
check "and as one table with totals" grep -q '✓৩ X৩' <<<"$out"
run print matrix --plan plan-1 --quarter 2 --under 1002 --format text
check "of one office" [ "$(marks ✓) $(marks X)" = "3 2" ]
run print matrix --quarter 2
refused "which plan" 2 'plan-1, plan-2'
run print matrix --plan egov --quarter 2 --format text
check "before anybody has sent, by the office's own plan" [ "$code" = 0 ]
run print consolidated --plan egov --quarter 2
refused "which is no total" 1 'plan-1, plan-2'
run meeting new date=2024-03-13 title="পরিবীক্ষণ কমিটির ৩য় ত্রৈমাসিক সভা"
run print monitoring --meeting "${out%%$'\t'*}" --plan plan-1 --format text
check "minutes look back at the quarter before" grep -q '^ক) ২য় ত্রৈমাসিক' <<<"$out"
check "and have the matrix" [ "$(marks ✓) $(marks X)" = "21 21" ]

# Offices of a department, one of them typed in from paper with a row left empty that was not due before.
db=$work/department.db
run init --sample --family coop-department
others() { for column in figures zero not_due blank; do cell "$1" "$column"; done | paste -sd' '; }
run consolidated --format tsv --plan charter --quarter 2
before_3=$(others 3) before_4=$(others 4)
{
    printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\tstate\n'
    printf '2023-24\tcharter\t%s\t2\t%s\t\t%s\n' 1 ১ '' 2 ০ '' 3 - not-due
} >paper.tsv
run receive --on-paper 6102 --plan charter --quarter 2 paper.tsv
check "typed from paper" [ "$code" = 0 ]
more() { awk -v at="$2" '{ $at++; print }' <<<"$1"; }
run consolidated --format tsv --plan charter --quarter 2
is "planned for later is not due" "$(others 3)" "$(more "$before_3" 3)"
is "left empty is blank, whatever was before" "$(others 4)" "$(more "$before_4" 4)"
run print consolidated --plan charter --quarter 2 --format csv
check "on paper under their own headings" grep -q 'শূন্য,করণীয় নয়,অপূরণকৃত' <<<"$out"
run print ranking --plan charter --quarter 2 --format text
check "what cannot be ranked, and why" grep -q 'পূর্ণমান উল্লেখ না থাকায়' <<<"$out"
finish
