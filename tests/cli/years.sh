#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The year's change, closed years, plans as files, and the rows of a plan.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

# --- plans as files: every one of ours comes back as it went, with the office's own targets ---------
for file in "$source_dir"/db/plans/*/*/*.tsv; do
    plan=$(basename "$file" .tsv) year=$(cut -d / -f 1 <<<"${file#"$source_dir"/db/plans/}")
    db=$work/one.db
    rm -rf "$db" backups
    scrubbed "$program" --db "$db" init --name x --family none --fiscal-year "$year" --plans "$file" 2>/dev/null
    indicator=$(awk -F'\t' '$9 == "number" && $16 != "" { print $5; exit }' "$file")
    [ -z "$indicator" ] || run plans target "$plan" "$indicator" target=97 weight=3.5
    run plans export "$plan"
    cp out first.tsv
    rm -rf "$db"
    scrubbed "$program" --db "$db" init --name x --family none --fiscal-year "$year" --plans first.tsv 2>/dev/null
    run plans export "$plan"
    check "$year $plan of $(basename "$(dirname "$file")") comes back unchanged" cmp -s out first.tsv
    check "with the office's own target" test -z "$indicator" -o "$(awk -F'\t' -v i="$indicator" '$5 == i { print $15, $16 }' out)" = '3.5 97'
done
db=$work/office.db
run plans export egov -o egov.tsv
ok "a plan goes into a file"
run plans export egov -o egov.tsv
refused "which is not overwritten" 1 'egov.tsv'
run plans export egov -o egov.tsv --force
ok "but with --force"
mkfifo pipe
cat pipe >piped.tsv &
run plans export egov -o pipe
ok "a pipe is written to"
check "and gets the same" wait_for cmp -s piped.tsv egov.tsv
kill $! 2>/dev/null # where nobody wrote
check "and stays a pipe" test -p pipe
run plans export nope
refused "a plan that is not there" 1 'nope'

# --- a plan taken out, and put back -----------------------------------------------------------------
run plans remove egov
refused "a plan with figures stays" 1 'has figures'
cp "$source_dir"/db/plans/2024-25/coop-upazila/rti.tsv .
run plans install rti.tsv
run plans remove rti --fiscal-year 2024-25 --reason 'ভুল ফাইল'
ok "a plan without figures goes"
run plans list --fiscal-year 2024-25
is "it is not listed" "$(wc -l <out)" 1
run plans target rti 1.1.1 target=4 --fiscal-year 2024-25
refused "nor found" 1 'no plan “rti”'
run log --format tsv
check "the journal has it, with the reason" grep -qP '\tremove\t2024-25\trti\t.*ভুল ফাইল' out
run verify
is "the file is sound" "$code" 0
run plans restore rti --fiscal-year 2024-25
ok "it is put back"
run plans restore rti --fiscal-year 2024-25
refused "once" 1 'was removed'
run plans list --fiscal-year 2024-25
is "it is there again" "$(cut -f 2,7 out | tail -1)" $'rti\t2'
run plans remove rti --fiscal-year 2024-25
run plans install rti.tsv
run plans list --fiscal-year 2024-25
is "installed anew it is there too" "$(cut -f 2,7 out | tail -1)" $'rti\t2'
run plans remove rti --fiscal-year 2024-25

# What is taken out is asked for nothing: neither its share's marks nor its targets, which undo leaves.
sed 's/^\(#share\t[^\t]*\t\).*/\125/' "$source_dir"/db/plans/2024-25/coop-upazila/grs.tsv >grs.tsv
run plans install grs.tsv
ok "a share has other marks once its other plan is gone"
run verify
is "the file is sound" "$code" 0
run plans restore rti --fiscal-year 2024-25
refused "until that comes back" 1 '25 in the plan grs'
run plans remove grs --fiscal-year 2024-25
run plans restore rti --fiscal-year 2024-25
mkdir both
sed 's/\t25$/\t30/' grs.tsv >both/grs.tsv
cp rti.tsv both
run plans install both
ok "two plans share again"
sed -i 's/^\(#share\t[^\t]*\t\).*/\125/' both/*.tsv
run plans install both/rti.tsv
refused "one alone does not change what they share" 1 '30 in the plan grs'
run plans install both
ok "together they do"
run plans remove grs --fiscal-year 2024-25
run plans install rti.tsv
run plans target rti 1.1.1 target=97 --fiscal-year 2024-25
ok "a target is changed"
run plans remove rti --fiscal-year 2024-25
run undo targets
refused "undo leaves what was taken out" 1 'nothing to undo'
run redo targets
refused "redo too" 1 'nothing to redo'

# --- rows of a plan ---------------------------------------------------------------------------------
codes() { scrubbed "$program" --db "$db" plans export "$1" | awk -F'\t' '/^#/ || $5 == "indicator_code" { next } { printf "%s ", $5 }'; }
run plans add rti 9.9 indicator=পরীক্ষা weight=2 target=4 order=1 --from 30/09/2023 --reason 'স্মারক ১২'
ok "an indicator is added"
is "where it was asked for" "$(codes rti)" '9.9 1.1.1 2.1.1 '
run log rti 9.9
says "the journal has from when it holds, and the order" 'in force from 30/09/2023: স্মারক ১২'
run plans target rti 9.9 'indicator=অন্য পাঠ' unit=টি 'activity=অন্য কাজ' 'evidence=সভার কার্যবিবরণী' responsible=সচিব method=last rule=steps note=ন
ok "every column but code and kind can be changed"
is "and stands in the file" "$(scrubbed "$program" --db "$db" plans export rti | awk -F'\t' '$5 == "9.9" { print $4, $6, $7, $8, $10, $11, $13 }')" \
    'অন্য কাজ অন্য পাঠ সভার কার্যবিবরণী সচিব টি last steps'
run undo targets
is "undo takes it back, as one step" "$(scrubbed "$program" --db "$db" plans export rti | awk -F'\t' '$5 == "9.9" { print $6, $11, $13 }')" 'পরীক্ষা sum proportion'
before=$(fingerprint)
run plans target rti 9.9 alternative_of=7.7
refused "one that it can stand in for must be there" 1 'stands in for 7.7'
run plans target rti 9.9 alternative_of=9.9
refused "and be another" 1 'stands in for 9.9'
run plans target rti 9.9 kind=date
refused "the kind stays" 2 'activity_code, activity, indicator, '
run plans add rti ৯.৯ indicator=x target=4
refused "a code that stands there already" 1 'already'
run plans add rti 8 indicator=x weight=ten
refused "a weight that is a text" 1 'weight: “ten” is not a number'
run plans add rti 8 target=4
refused "a row without a text" 1 'indicator=TEXT'
run plans add rti 8 indicator=x kind=date method=sum
refused "what does not fit" 1 ''
run plans add rti 8 indicator=x colour=red
refused "an unknown column" 2 'indicator_code'
run plans add rti 8 indicator=x order=9
refused "a place that is none" 1 '1 to 4'
run plans order rti 9.9 0
refused "nor is 0 one" 1 'no place'
run plans target rti 1.1.1 target=4 --from 2024-09-30
refused "a date of another year" 1 'outside 2023-2024'
run plans target rti 1.1.1 target=4 --from someday
refused "a date that is none" 1 'someday'
is "none of them changed anything" "$(fingerprint)" "$before"
run plans order rti 9.9 3
is "it is moved" "$code $(codes rti)" '0 1.1.1 2.1.1 9.9 '
figures '2023-24\trti\t9.9\t1\t2'
run enter figures.tsv
is "it takes a figure" "$code" 0
is "and earns its marks" "$(score_cell rti 9.9 score)" 1.00
run plans remove rti 9.9
refused "with a figure it stays" 1 'has figures'
run undo rti
run plans remove rti 9.9
ok "without one it goes"
is "from the plan" "$(codes rti)" '1.1.1 2.1.1 '
run verify
is "the file is sound" "$code" 0
run undo targets
is "undo puts it back in its place" "$code $(codes rti)" '0 1.1.1 2.1.1 9.9 '
run undo targets
is "the next undo moves it" "$code $(codes rti)" '0 9.9 1.1.1 2.1.1 '
run undo targets
is "and the next takes it away" "$code $(codes rti)" '0 1.1.1 2.1.1 '
run redo targets
is "redo brings it again" "$code $(codes rti)" '0 9.9 1.1.1 2.1.1 '
run verify
is "the file is still sound" "$code" 0
run undo targets
run plans add rti 9.9 indicator=another target=5
run undo targets
is "a row made anew is taken away" "$code $(codes rti)" '0 1.1.1 2.1.1 '
run undo targets
refused "and does not come back as the one before it" 1 'nothing to undo'
run redo targets
is "but as itself" "$(scrubbed "$program" --db "$db" plans export rti | awk -F'\t' '$5 == "9.9" { print $6 }')" another
run plans remove rti 9.9
run plans remove grs 1.1.1.1
is "one that another stands in for, or with figures" "$code" 1
run plans add egov 1.9 indicator=x kind=date method=date rule=deadline target=2024-02-29 unit=তারিখ
ok "a date is added"

# --- the year's change ------------------------------------------------------------------------------
before=$(fingerprint)
run plans next-year --dry-run
is "a dry run tells what would be" "$code" 0
check "how many" has "$err" 'from 2023-2024 into 2024-2025: plans 5; nothing was changed'
is "each target beside last year's, and what came of it" "$(grep -P '\tegov\t5.1.1\t' out | cut -f 1-3,5-)" \
    $'2024-25\tegov\t5.1.1\t4\t1\t4\tto be decided'
is "a date goes on by a year" "$(grep -P '\tegov\t3.1.1\t' out | cut -f 5-7)" $'2024-04-15\tNA\t2025-04-15'
is "29 February becomes the 28th, a Friday" "$(grep -P '\tegov\t1.9\t' out | cut -f 7-)" \
    $'2025-02-28\t29 February became 28/02/2025; 28/02/2025 is a Friday'
check "a Saturday is named, with the grade whose day it is" has "$out" 'grade 80: 30/11/2024 is a Saturday'
run plans list --fiscal-year 2024-25
is "and changes nothing" "$(wc -l <out)" 1
run office
says "the year in hand stays" 'fiscal_year=2023-24'

run plans next-year
is "the change" "$code" 0
check "says what it did" has "$err" 'from 2023-2024 into 2024-2025, which is in hand now: plans 5'
check "and what is not done yet" has "$err" 'Not finalised in the last quarter of 2023-2024: returns 5'
run plans list --fiscal-year 2024-25
is "every plan is there" "$(tail -n +2 out | cut -f 2 | sort | tr '\n' ' ')" 'charter egov grs integrity rti '
run office
says "the new year is in hand" 'fiscal_year=2024-25'
says "with its first quarter" 'quarter=1'
says "the old one is closed" 'closed_year=2023-24'
is "figures did not go along" "$(score_cell egov 5.1.1 state)" empty
is "the layout did" "$(scrubbed "$program" --db "$db" plans export egov | grep -c '^#layout')" 1
run print return --plan egov --fiscal-year 2023-24 --quarter 1
is "the old year can be read" "$code" 0
run verify
is "the file is sound" "$code" 0

before=$(fingerprint)
figures '2023-24\tegov\t5.1.1\t2\t2'
run enter figures.tsv
is "a figure of the old year is refused" "$code" 4
check "in words, with the way to open it" has "$err" 'orjon office closed_year=2022-23'
run plans target egov 5.1.1 target=9 --fiscal-year 2023-24
refused "so is a target" 4 'closed'
run undo egov --fiscal-year 2023-24
refused "and what undo would change" 4 'closed'
run plans order egov 5.1.1 1 --fiscal-year 2023-24
refused "and the order of a plan" 4 'closed'
run plans next-year --fiscal-year 2023-24
refused "a year that has all of them already" 1 'grs rti integrity egov charter'
sed 's/^#plan\t.*/#plan\tnew/; s/2024-25/2023-24/; s/2025-/2024-/; s/2024-1/2023-1/' "$source_dir"/db/plans/2024-25/coop-upazila/rti.tsv >closed.tsv
run plans install closed.tsv
refused "and another plan" 4 'closed'
is "nothing was changed" "$(fingerprint)" "$before"
run office fiscal_year=2022-23
ok "an earlier year can be in hand"
run office fiscal_year=2024-25
run office closed_year=2022-23
run plans install closed.tsv
ok "opened, the plan is taken"
run plans remove new --fiscal-year 2023-24
run office closed_year=2023-24
run plans restore new --fiscal-year 2023-24
refused "closed, it does not come back" 4 'closed'
run office closed_year=2022-23
run enter figures.tsv
is "opened, the figure is taken" "$code" 0
run office closed_year=
run office
says "no year need be closed" 'closed_year='
run office closed_year=never
refused "what is no year" 1 'never'

# Plans that are there already are kept, the others carried on.
run plans remove rti
run plans next-year --fiscal-year 2023-24
is "one that was missing" "$code" 0
check "is carried on alone" has "$err" ': plans 1'
check "and those kept are named" has "$err" 'grs integrity egov charter'
run plans next-year --fiscal-year 2031-32
refused "a year without plans" 1 'no plans for 2031-2032'
rm -rf "$db"
run init --name x --family none --fiscal-year 2190-91
run plans next-year
refused "the end of time" 1 '2191-2192'
sed 's/2024-25/2190-91/; s/20[12][0-9]-\([01][0-9]-[0-3][0-9]\)/2190-\1/g' "$source_dir"/db/plans/2024-25/coop-upazila/rti.tsv >far.tsv
run plans install far.tsv
run plans next-year
refused "with plans too" 1 '2191-2192'
finish
