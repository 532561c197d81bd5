#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon enter: figures from a file, all or nothing.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

figures '2023-24\tegov\t5.1.1\t2\t১' '২০২৩-২০২৪\tegov\t৬.১.১\t২\t1\tমন্তব্য'
before=$(fingerprint)
run enter --dry-run figures.tsv
check "a dry run is good" test "$code" = 0
check "and says so" has "$err" '2 figures are right; nothing was saved'
is "and saves nothing" "$(fingerprint)" "$before"
run enter figures.tsv
check "two figures" test "$code" = 0
is "nothing on standard output" "$out" ''
check "are saved" has "$err" '2 figures saved'
is "and count" "$(score_cell egov 5.1.1 total --quarter 2)" 2
run explain egov 6.1.1 --quarter 2
says "the remark is kept" '(মন্তব্য)'
bare --db "$db" enter figures.tsv
check "in Bengali digits" has "$err" '২টি'

# Where it comes from.
scrubbed "$program" --db "$db" enter - <figures.tsv 2>err
is "standard input" $? 0
sed 's/$/\r/' figures.tsv >dos.tsv
run enter dos.tsv
check "CR LF" test "$code" = 0
{ printf '\357\273\277' && cat figures.tsv; } >bom.tsv
run enter bom.tsv
check "a byte order mark" test "$code" = 0
printf 'fiscal_year\tplan\tindicator\tquarter\tentry\n2023-24\tegov\t5.1.1\t2\t1' >short.tsv
run enter short.tsv
check "five columns, no line end" test "$code" = 0

# Every bad line is named, and nothing is saved.
figures '2023-24\tegov\t5.1.1\t2\tabc' '2023-24\tegov\t1.1.1\t2\t৩১/১১/২৩' '2023-24\tnope\t1\t1\t1' \
    '2023-24\tegov\t9\t1\t1' '2023-24\tegov\t5.1.1\t5\t1' '2023-24\tegov\t5.1.1\t0\t1' \
    '9999\tegov\t5.1.1\t1\t1' '2023-24\tegov\t5.1.1\t1\t1\t\tfoo' '2023-24\tegov\t5.1.1\t1\t\0377' \
    '2023-24\tegov\t5.1.1\t1\t1\t\t\textra' '2023-24\tegov\t5.1.1\t1\t99999999999999' \
    '2023-24\tegov\t5.1.1\t1\t-5' '2023-24\tegov\t5.1.1\t1\t1.2.3' '2023-24\tegov\t5.1.1\t1.5\t1' \
    '20235\tegov\t5.1.1\t1\t1' '2023-24\tegov\t5.1.1\t1\t-\t\tvalue' '2023-24\tegov\t5.1.1\t1\t\t\tempty' \
    '2023-24\tintegrity\t1.4\t1\t2 31/12/2023' '2024-25\tegov\t5.1.1\t1\t1' '2023-24\tegov\t5.1.1\t3\t7'
before=$(fingerprint)
run enter figures.tsv
is "a bad file" "$code" 1
for line in {2..20}; do
    check "line $line is named" grep -q "^figures.tsv:$line: ..." err
done
check "the good one is not" test "$(grep -c '^figures.tsv:21:' err)" = 0
check "the count" grep -q '^orjon: figures.tsv: 19 lines are wrong; nothing was saved' err
is "nothing is saved" "$(fingerprint)" "$before"
check "no word of the database" test "$(grep -ci 'constraint\|sqlite' err)" = 0
bare --db "$db" enter figures.tsv
check "in Bengali" grep -q '^figures.tsv:3: .*নভেম্বর' err
is "every line of it" "$(LC_ALL=C.UTF-8 grep -vcP '\p{Bengali}' err)" 0

# Files that are none.
: >none.tsv
run enter none.tsv
check "an empty file" grep -q '^none.tsv:1: ' err
printf 'a\tb\n' >none.tsv
run enter none.tsv
check "another table" grep -q '^none.tsv:1: the first row must be' err
run enter nowhere.tsv
refused "a file that is not there" 1 'nowhere.tsv'
run enter .
refused "a folder" 1 'orjon: .'
head -c 3000 /dev/urandom >none.tsv
run enter none.tsv
is "noise" "$code" 1
scrubbed "$program" --db "$db" enter - <&- 2>err
is "closed standard input" $? 1
run enter
refused "no file" 2 'FILE.tsv'

# What is odd is accepted with a word.
figures '2023-24\tegov\t5.1.1\t2\t1.5' '2023-24\tegov\t1.1.1\t2\t16/03/2030' '2023-24\tegov\t4.1.1\t2\t১০ ৪%' \
    '2023-24\tegov\t3.1.1\t1\t14/04/2024' '2023-24\trti\t1.1.1\t1\t-\tকোন আবেদন জমা হয় নাই'
run enter figures.tsv
is "odd figures are accepted" "$code" 0
for line in 2 3 4 5 6; do
    check "with a word on line $line" grep -q "^figures.tsv:$line: " err
done
figures '2023-24\tcharter\t1.1.1\t2\t১,০০০' '2023-24\tegov\t4.1.1\t3\t৬০/৫০' '2023-24\tegov\t6.1.1\t2\t5' \
    '2023-24\tegov\t6.1.1\t3\t1'
run enter --dry-run figures.tsv
is "figures that nobody would believe" "$code" 0
check "one far above its target" grep -q '^figures.tsv:2: 1,000 is over 3 times the target 4; ' err
check "a part above its whole" grep -q '^figures.tsv:3: 60 of 50: ' err
check "beside the quarters before it" grep -q '^figures.tsv:5: With this figure the total is 7, over 3 times the target 2; ' err
is "and nothing else" "$(grep -c '^figures.tsv:' err)" 3
figures '2023-24\tegov\t4.1.1\t2\t77,5%' '2023-24\tegov\t4.1.1\t3\t80%-90%' '2023-24\tcharter\t1.1.1\t2\t1,36,500'
run enter figures.tsv
is "a comma that groups nothing and a range are refused" "$code" 1
check "the comma with what was expected" grep -q '^figures.tsv:2: .*“77,5”.* 77.5' err
check "the range too" grep -q '^figures.tsv:3: “80%-90%” names two figures.*a percent is expected' err
is "but no comma that groups" "$(grep -c '^figures.tsv:4' err)" 0
is "a remark sets no state" "$(score_cell rti 1.1.1 state)" none

# The state goes before the entry.
figures '2023-24\tegov\t5.1.1\t1\tabc\t\tnot-due' '2023-24\tegov\t6.1.1\t1\t-\t\tno-case' \
    '2023-24\tegov\t4.1.1\t1\t80%\t\tnot-applicable' '2023-24\tegov\t2.1.1\t1\t5\t\tnone' \
    '2023-24\tcharter\t1.1.1\t1\t2\t\tvalue'
run enter figures.tsv
is "states" "$code" 0
is "not-due over an unreadable entry" "$(score_cell egov 5.1.1 state)" not-due
is "no-case over a dash" "$(score_cell egov 6.1.1 state)" no-case
is "not-applicable over a figure" "$(score_cell egov 4.1.1 state)" not-applicable
is "none over a figure" "$(score_cell egov 2.1.1 total)" 0
is "value beside a figure" "$(score_cell charter 1.1.1 total)" 2
figures '2023-24\tegov\t5.1.1\t1\t'
run enter figures.tsv
is "an empty entry clears" "$(score_cell egov 5.1.1 state)" empty

# How figures may be written.
written() { # PLAN INDICATOR ENTRY TOTAL
    figures "2023-24\t$1\t$2\t1\t$3"
    run enter figures.tsv
    is "$3" "$(score_cell "$1" "$2" total)" "$4"
}
written egov 5.1.1 '০' 0
written egov 5.1.1 '--' 0
written egov 5.1.1 '০6' 6
written egov 5.1.1 '২ টি' 2
written egov 5.1.1 '০১ (একটি)' 1
written egov 5.1.1 '১,৩৬,৫৬,৫০০' 13656500
written egov 5.1.1 '349320/-' 349320
written egov 4.1.1 '৮০%' 80.00
written egov 4.1.1 '80％' 80.00
written egov 4.1.1 '০০%' 0.00
written egov 4.1.1 '৪০/৫০' 80.00
written egov 1.1.1 '১৬/০৩/২৪' 2024-03-16
written egov 1.1.1 '১২.০৮.২০ ২৩' 2023-08-12
written egov 1.1.1 '২০২৪-০৩-১৬' 2024-03-16
written egov 1.1.1 '০১-১২-২০২৩ থেকে ৩১-১২-২০২৩' 2023-12-31
written egov 1.1.1 '০' NA
written integrity 1.4 '২ ৩১/১২/২০২৩ ৩০/০৬/২০২৪' 2

# Too much of anything.
long=$(head -c 1000000 /dev/zero | tr '\0' x)
figures "2023-24\tegov\t5.1.1\t1\t$long"
run enter figures.tsv
check "a cell of 1 MB that is no figure" grep -q '^figures.tsv:2: ' err
check "is not repeated" test "$(wc -c <err)" -lt 1000
figures "2023-24\tegov\t5.1.1\t1\t1\t$long"
run enter figures.tsv
is "a remark of 1 MB" "$code" 1
check "and why not" grep -q '^figures.tsv:2: The text has 1000000 letters; at most 10000 fit here' err
figures '2023-24\tegov\t5.1.1\t1\t1\tr'
run enter figures.tsv
figures "2023-24\tegov\t5.1.1\t1\t1$(printf '\\tx%.0s' {1..10000})"
run enter figures.tsv
check "10,000 columns" grep -q '^figures.tsv:2: ' err
figures '2023-24\tegov\t5.1.1\t1\t1\t\0033[31mred\0007\0342\0200\0256'
run enter figures.tsv
run explain egov 5.1.1
check "control characters are not kept" test "$(LC_ALL=C tr -d '\n\011\040-\377' <out | wc -c)" = 0
figures '2023-24\tegov\t5.1.1\t1\t1\0000'
run enter figures.tsv
is "a NUL is dropped" "$(score_cell egov 5.1.1 total)" 1
figures '2023-24\tegov\t5.1.1\t1\t9999999999999.9999' '2023-24\tegov\t5.1.1\t2\t9999999999999.9999'
run enter figures.tsv
is "the largest numbers add up" "$(score_cell egov 5.1.1 total --quarter 2)" 19999999999999.9998
run plans target egov 5.1.1 target=0.000001
is "and have a percent" "$(score_cell egov 5.1.1 annual_percent --quarter 2)" 1999999999999999980000.00
for format in json tsv text; do
    run score --quarter 2 --format $format
    ok "score as $format"
    check "without an ellipsis for a number" test "$(grep -c '…' out)" = 0
done
run explain egov 5.1.1 --quarter 2
says "explained" '19999999999999.9998'
run print return --plan egov --quarter 2
ok "printed"

# What spreadsheets save.
head='fiscal_year\tplan\tindicator\tquarter\tentry\tremark\tstate\n'
saved() { # NAME ENTRY REMARK: the file of that name says so of egov 5.1.1
    run enter figures.tsv
    is "$1" "$code" 0
    run log egov 5.1.1 --format tsv
    is "$1: what was read" "$(printf '%s\n' "$out" | tail -1 | cut -f 13,15)" "$2"$'\t'"$3"
}
printf "$head"'2023-24\tegov\t5.1.1\t1\t1\t"এক, ""দুই"""\t\t\t\n\t\t\t\t\t\t\n' >figures.tsv
saved "quoted cells, padding and a blank row" 1 'এক, "দুই"'
printf "$head"'2023-24\tegov\t5.1.1\t1\t2\t"এক\nদুই\tতিন"\n' >figures.tsv
saved "a line break in a cell" 2 'এক দুই তিন'
printf "$head"'2023-24\tegov\t5.1.1\t1\t3\tএক\n' | tr '\n' '\r' >figures.tsv
saved "lines ended by CR alone" 3 'এক'
printf "$head"'2023-24\tegov\t5.1.1\t1\t4\tএক\n' | iconv -t UTF-16 >figures.tsv
saved "UTF-16 with its mark" 4 'এক'
printf "$head"'2023-24\tegov\t5.1.1\t1\t5\tদুই\n' | iconv -t UTF-16LE >figures.tsv
saved "UTF-16 without" 5 'দুই'
printf "$head"'2023-24\tegov\t5.1.1\t1\t6\tদুই\n' | iconv -t UTF-16BE >figures.tsv
saved "the other order" 6 'দুই'
printf "$head"'2023-24\tegov\t5.1.1\t1\t7\t"এক, দুই"\n' | tr '\t' , >figures.tsv
saved "commas" 7 'এক, দুই'
before=$(fingerprint)
figures '2023-24\tegov\t5.1.1\t1\t1\t' '2023-24\tegov\t6.1.1\t1\t1\t"এক' '2023-24\tegov\t6.1.1\t2\t1\t'
run enter figures.tsv
is "a quote mark that nothing closes" "$code" 1
check "its line" grep -q '^figures.tsv:3: the quote mark' err
figures '2023-24\tegov\t5.1.1\t1\t1\tmgevq Awdmvi'
run enter figures.tsv
check "Bijoy is named" grep -q '^figures.tsv:2: this is Bijoy' err
figures '2023-24\tegov\t5.1.1\t1\t1\t???? ??????'
run enter figures.tsv
check "lost letters are named" grep -q '^figures.tsv:2: the letters were lost' err
truncate -s 1G sparse.tsv
run enter sparse.tsv
refused "a file of 1 GB" 1 'sparse.tsv: the file is larger than 16 MB'
rm sparse.tsv

# What is no table.
printf '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest' >old.xls
run enter old.xls
refused "an old workbook, or an encrypted one" 1 'old.xls: an old .xls, or a file with a password'
printf 'PK\3\4rest' >cut.xlsx
run enter cut.xlsx
refused "a workbook that was cut off" 1 'cut.xlsx: the file is broken or cut off'
run print return --plan egov -o paper.docx
run enter paper.docx
refused "another document" 1 'paper.docx: this is no workbook'
run print return --plan egov -o paper.xlsx
run enter paper.xlsx
is "a sheet of another kind" "$code" 1
check "its place" grep -q '^paper.xlsx![^:]*:[0-9]*: the first row must be' err
run enter --sheet none paper.xlsx
refused "a sheet that is not there" 1 'there is no sheet “none”'
figures '2023-24\tegov\t5.1.1\t1\t1'
run enter --sheet one figures.tsv
refused "a sheet of a text" 2 'only an .xlsx has sheets'
is "nothing of these was saved" "$(fingerprint)" "$before"
finish
