#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon score, explain and check.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"

# The figures of real papers, through the commands: what must come out stands beside them.
rows() { # SEED: plan, code, the four quarters, the total, percent and marks of its rows, with | between
    awk -F'\t' -v seed="$1" 'BEGIN {
            name["e-gov"] = "egov"; name["NIS"] = "integrity"; name["CC"] = "charter"
            name["GRS"] = "grs"; name["RTI"] = "rti"
        }
        NR > 1 && $1 == seed {
            print name[$5] "|" $6 "|" $11 "|" $12 "|" $13 "|" $14 "|" $15 "|" $18 "|" $19
        }' "$data/rows.tsv"
}
paper() { # SEED FAMILY QUARTER
    local seed=$1 family=$2 quarter=$3 plan code q1 q2 q3 q4 total percent marks where
    rm -f "$db"
    run init --name x --family "$family" --fiscal-year 2023-24
    ok "an office for paper $seed"
    figures
    sed -i '2d' figures.tsv
    while IFS='|' read -r plan code q1 q2 q3 q4 total percent marks; do
        [ "$seed" = 001 ] && [ -z "$q1$q2$q3$q4" ] && q4=$total
        # «no application was filed», as the remark beside its dash says
        local state=
        [ "$seed $plan $code" = '004 rti 1.1.1' ] && state=no-case
        printf "2023-24\t$plan\t$code\t%s\t%s\t\t%s\n" 1 "$q1" "$state" 2 "$q2" '' 3 "$q3" '' 4 "$q4" ''
    done < <(rows "$seed") >>figures.tsv
    run enter figures.tsv
    check "its figures are entered" test "$code" = 0
    run score --quarter "$quarter" --format tsv
    cp out scores.tsv
    while IFS='|' read -r plan code q1 q2 q3 q4 total percent marks; do
        where="$seed $plan $code"
        [ "$where" = '004 rti 1.1.1' ] && percent=100.00 marks=2.00
        is "$where" "$(awk -F'\t' -v p="$plan" -v c="$code" '$2 == p && $3 == c { print $9, $12 }' scores.tsv)" \
            "${percent:-NA} ${marks:-NA}"
    done < <(rows "$seed" | sed 's/|NA\(|\|$\)/|\1/g')
}
code=0 out='' err=''
paper 001 coop-upazila-grades 4
paper 004 coop-upazila 1
is "all rows were compared" "$(rows 001 | wc -l) $(rows 004 | wc -l)" "$(awk -F'\t' '
    $1 == "001" { a++ } $1 == "004" { b++ } END { print a, b }' "$data/rows.tsv")"

# The formats.
sample
run score --format tsv
ok "tsv"
is "its header" "$(head -n 1 out)" \
    $'fiscal_year\tplan\tindicator\tkind\tmethod\tweight\ttarget\ttotal\tannual_percent\tquarter_percent\traw\tscore\tstate'
is "a row for each indicator" "$(wc -l <out)" 24
is "thirteen cells in each" "$(awk -F'\t' 'NF != 13' out | wc -l)" 0
is "ASCII, whatever the digits" "$(LC_ALL=C grep -c '[^ -~	]' out)" 0
scrubbed "$program" --db "$db" --digits bengali score --format tsv >again
check "the same in Bengali" cmp -s out again
is "a row" "$(grep -P '\tgrs\t1.1.1\t' out)" \
    $'2023-24\tgrs\t1.1.1\tpercent\trate\t15\t90\t100.00\t111.11\tNA\t100.00\t15.00\tvalue'
is "nothing entered" "$(score_cell grs 1.2.1 state)/$(score_cell grs 1.2.1 raw)" empty/NA
is "a later quarter" "$(score_cell egov 5.1.1 state --quarter 3)/$(score_cell egov 5.1.1 total --quarter 3)" empty/1
run score --format tsv --plan rti --quarter ১
is "one plan, the quarter in Bengali" "$(wc -l <out)" 3
run score --format json
ok "json"
is "an object for each indicator" "$(grep -c '^{"fiscal_year":"2023-24",.*}' out)" 23
if command -v python3 >/dev/null && python3 -c 'import json' 2>/dev/null; then
    check "it is JSON" python3 -c 'import json, sys; rows = json.load(open("out"));
assert [r["raw"] for r in rows if (r["plan"], r["indicator"]) == ("grs", "1.1.1")] == [100.0]'
fi
run score
ok "text"
says "a paper, so with Bengali digits in English too" '১৫.০০'
run score --digits latin
says "with Latin digits when they are asked for" '15.00'
bare --db "$db" score
says "with Bengali digits in Bengali" '১৫.০০'
run score --roll-up
is "the roll-up" "$(cat out)" 'plan	full_marks	score	apa_marks	apa_score	share
grs	20	15.00	4	3.00	সুশাসন ও সংস্কারমূলক কার্যক্রম
rti	3	2.00	3	2.00	সুশাসন ও সংস্কারমূলক কার্যক্রম
integrity	15	11.25	10	7.50	সুশাসন ও সংস্কারমূলক কার্যক্রম
egov	50	13.03	10	2.61	সুশাসন ও সংস্কারমূলক কার্যক্রম
charter	21	7.50	3	1.07	সুশাসন ও সংস্কারমূলক কার্যক্রম
total	NA	NA	30	16.18	সুশাসন ও সংস্কারমূলক কার্যক্রম'
run score --roll-up --format json
says "as json" '{"plan":"total","full_marks":null,"score":null,"apa_marks":30,"apa_score":16.18,"share":"সুশাসন ও সংস্কারমূলক কার্যক্রম"}'

# What is not there.
run score --format xml
refused "an unknown format lists those there are" 2 'text, tsv, json'
for plan in nope 'two words' '../x' 'ক'; do
    run score --plan "$plan" --format tsv
    refused "no plan $plan" 1 "$plan"
done
for quarter in 0 5 x 1.5 11 1-2 '' ৫; do
    run score --quarter "$quarter" --format tsv
    refused "no quarter “$quarter”" 2 'not a quarter'
done
for year in 9999 20235 1 abc '' 2023-25 2023-2; do
    run score --fiscal-year "$year" --format tsv
    refused "no year “$year”" 2 'fiscal year'
done
run score --fiscal-year 2019-20
refused "a year without plans" 1 '2019-2020'
for year in 2023 2023-24 2023-2024 ২০২৩-২৪ 2023/24; do
    run score --fiscal-year "$year" --format tsv
    ok "the year $year"
done
run score extra
refused "a word too many" 2 'orjon score'

# The working of a figure.
run explain grs 1.1.1
ok "explain"
says "the method" 'Method: '
says "the target" 'Target: 90%'
says "the quarter" 'Quarter 1: 100%'
says "the percent" '100 × 100.00% / 90% = 111.11%'
says "the marks" '15 × 100.00 / 100 = 15.00'
bare --db "$db" explain grs ১.১.১
says "in Bengali, with the code in Bengali digits" '১৫ × ১০০.০০ / ১০০ = ১৫.০০'
is "every line of it" "$(LC_ALL=C.UTF-8 grep -vcP '\p{Bengali}' out)" 0
bare --db "$db" --digits latin explain grs 1.1.1
says "in Bengali with Latin digits" '15 × 100.00 / 100 = 15.00'
for plan in charter egov grs integrity rti; do
    for indicator in $(scrubbed "$program" --db "$db" score --plan $plan --format tsv | tail -n +2 | cut -f 3); do
        for quarter in 1 4; do
            run explain $plan "$indicator" --quarter $quarter
            check "explains $plan $indicator up to $quarter" test "$code" = 0 -a "$(wc -l <out)" -ge 4
            is "no Bengali in the labels" "$(tail -n +2 out | LC_ALL=C.UTF-8 grep -cP '^[^:]*\p{Bengali}.*:')" 0
        done
    done
done
run explain egov 9.9
refused "an unknown indicator" 1 '9.9'
run explain nope 1.1.1
refused "an unknown plan" 1 'nope'
run explain egov
refused "no indicator" 2 'PLAN INDICATOR'

# The check.
run check
is "queries alone: exit 0" "$code" 0
says "counted" 'errors: 0, queries: 4'
run check --quarter 2
is "errors: exit 3" "$code" 3
check "nothing on standard error" test -z "$err"
run check --format tsv --quarter 2
is "tsv: exit 3 too" "$code" 3
is "its header" "$(head -n 1 out)" $'severity\tplan\tindicator\tquarter\tcode\tmessage'
is "six cells in each row" "$(awk -F'\t' 'NF != 6' out | wc -l)" 0
check "a missing figure" grep -q $'^error\tcharter\t1.1.1\t2\tempty\t' out
run check --plan rti --format tsv
is "one plan" "$(tail -n +2 out | cut -f 2 | sort -u)" rti
run check --as-of 2023-07-01 --format tsv
check "a day that has not come" grep -q $'^query\t.*\tfuture-date\t.*01/07/2023' out
is "is a query" "$code" 0
run check --as-of 2023-06-30 --format tsv
check "a quarter that has not begun" grep -q $'^error\t.*\tfuture-quarter\t' out
is "is an error" "$code" 3
run check --format xml
refused "an unknown format" 2 'text, tsv'
figures '2023-24\tegov\t1.1.1\t1\t01/01/2023' '2023-24\tegov\t3.1.1\t1\t14/04/2024' '2023-24\tegov\t5.1.1\t1\t1.5'
run enter figures.tsv
run check --format tsv --plan egov
for finding in $'query\tegov\t1.1.1\t1\tdate-outside-year' $'query\tegov\t3.1.1\t1\tdate-outside-quarter' \
    $'query\tegov\t5.1.1\t1\tfraction'; do
    check "finding ${finding##*	}" grep -q "^$finding	" out
done
bare --db "$db" check --quarter 2
is "in Bengali: exit 3" "$code" 3
is "every line of it" "$(LC_ALL=C.UTF-8 grep -vcP '\p{Bengali}' out)" 0
finish
