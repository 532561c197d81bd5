#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Workbooks (.xlsx) where a table is taken: enter, rekey, plans install.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
workbook_of=$3
workbook() { "$workbook_of" "$1" "$2" || exit 1; }
sample

figures '2023-24\tegov\t5.1.1\t1\t=1+2 3\t"এক ""দুই"""' '' '2023-24\tegov\t4.1.1\t1\t44%\t' '2023-24\tcharter\t1.1.1\t1\t\t\tno-case'
workbook figures.tsv figures.xlsx
run enter --dry-run figures.xlsx
is "a dry run" "$code" 0
run enter figures.xlsx
is "figures" "$code" 0
check "are saved" has "$err" '3 figures saved'
check "the sheets that are left are named" has "$err" 'figures.xlsx!প্রথম alone is read; --sheet asks for another: second'
is "a formula by its value" "$(score_cell egov 5.1.1 total)" 3
is "a state" "$(score_cell charter 1.1.1 state)" no-case
run rekey figures.xlsx
is "typed again from a workbook" "$code" 0
scrubbed "$program" --lang en --db "$db" enter - <figures.xlsx 2>err
is "standard input" $? 0
run export figures -o all.tsv
workbook all.tsv all.xlsx
run enter all.xlsx
is "all that was taken out" "$code" 0
run export figures
is "is the same" "$out" "$(cat all.tsv)"

# By sheet and row, and nothing half done.
before=$(fingerprint)
figures '2023-24\tegov\t5.1.1\t1\t7' '' '2023-24\tegov\t9.9.9\t1\t7'
workbook figures.tsv figures.xlsx
run enter figures.xlsx
is "an indicator that is not there" "$code" 1
check "by its row" grep -q '^figures.xlsx!প্রথম:4: .*9.9.9' err
figures '2023-24\tegov\t5.1.1\t1\t7' '2023-24\tegov\t6.1.1\t1\t=B7'
workbook figures.tsv figures.xlsx
run enter figures.xlsx
refused "a formula without a value" 1 'figures.xlsx!প্রথম!E3: the formula has no value'
figures $'2023-24\tegov\t5.1.1\t1\t=cmd|\'/C_calc\'!A0 7'
workbook figures.tsv figures.xlsx
run enter figures.xlsx
refused "a formula that calls a program" 1 'figures.xlsx!প্রথম!E2: the formula calls another program'
run enter --sheet second figures.xlsx
check "another sheet" grep -q '^figures.xlsx!second:1: the first row must be' err
is "nothing of it was saved" "$(fingerprint)" "$before"

sed 's/^#plan\tegov/#plan\tworkbook/' "$source_dir/db/plans/2023-24/coop-upazila/egov.tsv" >plan.tsv
workbook plan.tsv plan.xlsx
run plans install plan.xlsx
is "a plan" "$code" 0
run plans
same() { printf '%s\n' "$out" | awk -F '\t' -v p="$1" '$2 == p { print $3, $4, $5, $6, $7 }'; }
is "as from its file" "$(same workbook)" "$(same egov)"
sed 's/\tdate\t/\tdates\t/' plan.tsv >wrong.tsv
workbook wrong.tsv wrong.xlsx
run plans install wrong.xlsx
is "a plan with faults" "$code" 1
check "by row and column" grep -q '^wrong.xlsx!প্রথম:[0-9]*:[0-9]*: ' err
finish
