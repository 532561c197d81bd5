#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon plans: list, install, target.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

columns='area area_marks activity_code activity indicator_code indicator evidence responsible kind unit method method_label rule no_case weight target target_count grade_90 grade_80 grade_70 grade_60 q1_target q2_target q3_target q4_target components alternative_of'
# row CODE TEXT KIND METHOD RULE WEIGHT TARGET [90 80 70 60]
row() {
    printf '\t\t\t\t%s\t%s\t\t\t%s\t\t%s\t\t%s\t\t%s\t%s\t\t%s\t%s\t%s\t%s\t\t\t\t\t\t\n' \
        "$1" "$2" "$3" "$4" "$5" "$6" "$7" "${8-}" "${9-}" "${10-}" "${11-}"
}
# head NAME FAMILY [MARKS]
head_of() {
    printf '#plan\t%s\n#fiscal_year\t2023-24\n#family\t%s\n#title\tপরীক্ষা\n#full_marks\t%s\n' "$1" "$2" "${3-}"
    tr ' ' '\t' <<<"$columns"
}

run plans
ok "the list"
is "has its columns" "$(head -n 1 out)" $'fiscal_year\tplan\tfamily\ttitle\tfull_marks\tapa_marks\tindicators'
is "and a row" "$(grep -P '\trti\t' out)" \
    $'2023-24\trti\tcoop-upazila\tতথ্য অধিকার বিষয়ে বার্ষিক কর্মপরিকল্পনা\t3\t3\t2'
one=$out
run plans list
is "“list” is the same" "$out" "$one"
run plans --fiscal-year 2024-25
is "another year has none" "$(wc -l <out)" 1
run plans nonsense
refused "an unknown word" 2 'install FILE.tsv'

# Every template of ours can be installed again.
for file in "$source_dir"/db/plans/2023-24/coop-upazila/*.tsv; do
    run plans install "$file"
    ok "installed anew: $(basename "$file")"
done
is "the figures stay" "$(score_cell charter 1.1.1 total)" 1

# A plan as nobody has seen it before: a marking scale with steps, fortnights and all-or-nothing dates.
{
    head_of gpms 'any family' 100
    row K1 'সেবার মান' number sum steps 40 100 90 80 70 60
    row K2 'পরিকল্পনা প্রকাশ' date date fortnight 10 2023-09-30
    row K3 'সভা' dates dates all-dates 20 '2;2023-09-30;2024-03-31'
    row K4 'সভার তারিখ' dates dates dates 10 '2;2023-09-30;2024-03-31'
    row K5 'সন্তুষ্টি' percent average ladder 20 80 75 70 65 none
} >gpms.tsv
run plans install gpms.tsv
ok "a plan of another kind is installed"
figures '2023-24\tgpms\tK1\t1\t85' '2023-24\tgpms\tK2\t1\t২৫/১০/২০২৩' '2023-24\tgpms\tK3\t1\t30/09/2023' \
    '2023-24\tgpms\tK4\t1\t30/09/2023' '2023-24\tgpms\tK5\t1\t৭৭.৫%' '2023-24\tgpms\tK3\t2\t' \
    '2023-24\tgpms\tK3\t3\t31/03/2024' '2023-24\tgpms\tK5\t2\t72.5'
run enter figures.tsv
is "and usable at once" "$code" 0
is "steps: the grade still met" "$(score_cell gpms K1 raw)" 80.00
is "steps: its marks" "$(score_cell gpms K1 score)" 32.00
is "fortnight: a quarter mark off for each one begun" "$(score_cell gpms K2 score)" 9.50
is "all-dates: one of two is nothing" "$(score_cell gpms K3 score)" 0.00
is "all-dates: two of two is all" "$(score_cell gpms K3 score --quarter 3)" 20.00
is "dates: one of two is half" "$(score_cell gpms K4 score)" 5.00
is "ladder: between two grades" "$(score_cell gpms K5 raw)" 95.00
is "average of two quarters" "$(score_cell gpms K5 total --quarter 2)" 75.00
is "ladder: on a grade" "$(score_cell gpms K5 raw --quarter 2)" 90.00
run explain gpms K2
says "it is explained" '9.50'
run print return --plan gpms
says "and printed" 'পরিকল্পনা প্রকাশ'
run check --plan gpms
check "and checked" test "$code" = 0
run score --roll-up
says "and rolled up" $'gpms\t100\t'

# Any name.
for name in 'two words' 'কর্মপরিকল্পনা ২০২৪' '../../etc/passwd' 'NA' "a'b\"c;--" '%s%n' "$(printf 'x%.0s' {1..40})"; do
    { head_of "$name" fam 10 && row 1 t number sum proportion 10 4; } >named.tsv
    run plans install named.tsv
    ok "a plan named ${name:0:30}"
    figures "2023-24\t${name//\\/\\\\}\t1\t1\t2"
    run enter figures.tsv
    is "takes a figure" "$code" 0
    is "and earns its marks" "$(score_cell "$name" 1 score)" 5.00
done
run score --format json --plan NA
says "a plan named NA is no missing value" '"plan":"NA"'

# What is wrong is named by line and column, all of it.
{
    printf '#plan\tbad\n#fiscal_year\tnever\n#colour\tred\n#title\tt\n#share\tx\t0\n'
    tr ' ' '\t' <<<"$columns"
    row 1 t number sum proportion ten 4
    row 1 t number date proportion 10 4
    row 3 t colour sum proportion 10 4
    row '' t number sum proportion 10 4
    row 5 t number sum ladder 10 4 3 5
    row 6 t date date deadline 10 2024-02-30
    row 7 t date date proportion 10 2024-02-28
    row 8 t dates dates dates 10 '3;2024-02-28'
    printf '\t\t\t\t9\tt\377\t\t\tnumber\t\tsum\t\tproportion\n'
    printf '\t\t\t\t10\tt\t\t\tnumber\t\tsum\t\tproportion\t\t\t\t\t\t\t\t\t\t\t\t\t\tnone-such\textra\n'
} >bad.tsv
before=$(fingerprint)
run plans install bad.tsv
is "a bad template is refused" "$code" 1
for place in 2:2 3:2 5:2 1:1 7:15 8:11 8:5 9:9 10:5 11:18 12:16 13:13 14:16 15:6 16:28; do
    check "the fault at $place is named" grep -q "^bad.tsv:$place: ." err
done
check "the last line says how many" grep -q '^orjon: bad.tsv: [0-9]* faults; nothing was installed' err
is "nothing was installed" "$(fingerprint)" "$before"
scrubbed "$program" --db "$db" plans install bad.tsv 2>err
check "in Bengali, the place in ASCII digits for editors" env LC_ALL=C.UTF-8 grep -qP '^bad.tsv:7:15: .*\p{Bengali}' err
: >empty.tsv
run plans install empty.tsv
is "an empty template" "$code" 1
printf 'x\ty\n' >junk.tsv
run plans install junk.tsv
is "a text that is none" "$code" 1
head -c 5000 /dev/urandom >junk.tsv
run plans install junk.tsv
is "noise" "$code" 1
run plans install nowhere.tsv
refused "a file that is not there" 1 'nowhere.tsv'

# Line ends and marks of other systems.
{ printf '\357\273\277' && { head_of dos fam 10 && row 1 t number sum proportion 10 4; } | sed 's/$/\r/'; } >dos.tsv
run plans install dos.tsv
ok "a byte order mark and CR LF"
is "are no part of the text" "$(scrubbed "$program" --db "$db" plans | grep -c $'\tdos\tfam\tপরীক্ষা\t10\tNA\t1')" 1
scrubbed "$program" --db "$db" plans install /dev/stdin <dos.tsv
is "through standard input" $? 0

# Installed again: replaced.
{ head_of dos other 20 && row 1 t number sum proportion 20 8 && row 2 t number sum proportion '' 4; } >dos.tsv
run plans install dos.tsv
ok "the same plan again"
is "replaces it" "$(scrubbed "$program" --db "$db" plans | grep -P '\tdos\t' | cut -f 3,5,7)" $'other\t20\t2'
figures '2023-24\tdos\t2\t1\t3'
run enter figures.tsv
{ head_of dos other 20 && row 1 t number sum proportion 20 8; } >dos.tsv
run plans install dos.tsv
refused "an indicator with figures does not vanish" 1 '2'

# A target of the office's own.
run plans target egov 5.1.1 target=5 weight=8
ok "a target is changed"
is "the mark follows" "$(score_cell egov 5.1.1 score)" 1.60
run plans target egov ৫.১.১ target= weight=
ok "and put back, the code in Bengali digits"
is "the mark follows again" "$(score_cell egov 5.1.1 score)" 1.75
before=$(fingerprint)
run plans target egov 5.1.1 colour=red
refused "an unknown key lists the keys" 2 'q4_target'
run plans target egov 5.1.1 weight=8 target=many
refused "a value that is none" 1 'many'
run plans target egov 1.1.1 target=2024-02-30
refused "an impossible day" 1 'February has 29 days'
run plans target egov 4.1.1 target=99999999999999999999
refused "a number that is too large" 1 'too large'
run plans target egov 9.9 target=5
refused "an unknown indicator" 1 '9.9'
run plans target nope 1 target=5
refused "an unknown plan" 1 'nope'
run plans target egov
refused "half a command" 2 'target PLAN INDICATOR'
is "none of them changed anything" "$(fingerprint)" "$before"

# As spreadsheets save them.
{ head_of sheet fam 20 && row 1 t number sum proportion 10 8; } >sheet.tsv
sed 's/$/\t\t\t/; s/$/\r/' sheet.tsv | iconv -f UTF-8 -t UTF-16 >padded.tsv
run plans install padded.tsv
is "UTF-16, padded, with CR LF" "$code" 0
run plans
says "is installed" $'\tsheet\tfam\t'
sed 's/\t/,/g' sheet.tsv >sheet.csv
run plans install sheet.csv
is "commas" "$code" 0
run print return --plan egov --format xlsx -o paper.xlsx
run plans install paper.xlsx
is "a sheet of another kind" "$code" 1
check "with its place" grep -q '^paper.xlsx![^:]*:[0-9]*:[0-9]*: ' err
{ head_of long fam 20 && for i in $(seq 10000); do row $i t number sum proportion 10 8; done; } >long.tsv
run plans install long.tsv
is "10,000 rows" "$code" 0
run plans
says "are installed" $'\tlong\tfam\t'

# What was changed in a target that a newer template has dropped, or set anew, is history.
{ head_of short fam 20 && row 1 t number sum proportion 10 8 && row 2 t number sum proportion 10 4; } >short.tsv
run plans install short.tsv
run plans target egov 5.1.1 target=5
run plans target short 2 target=6
run plans target short 1 target=7
{ head_of short fam 20 && row 1 t number sum proportion 20 9; } >short.tsv
run plans install short.tsv
run undo targets
is "undo passes over it" "$code $(head -1 <<<"$err")" '0 egov 5.1.1 target: “5” → “4”'
run redo targets
is "redo as well" "$code $(head -1 <<<"$err")" '0 egov 5.1.1 target: “4” → “5”'
finish
