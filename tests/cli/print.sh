#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon print.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

# How wide a line is on the terminal: wc counts as the C library does, and so do we.
widths() { # of the lines of a table
    LC_ALL=C.UTF-8 grep '^[┌├└│+|]' "$1" | while IFS= read -r line; do
        LC_ALL=C.UTF-8 wc -L <<<"$line"
    done | sort -u
}
for layout in return-11 return-11-areas return-methods return-13 return-14 return-14-targets return-15; do
    run print return --plan egov --layout $layout
    ok "a return as $layout"
    is "every line of its table is as wide" "$(widths out | wc -l)" 1
    cp out first
    extra=(COLUMNS=40)
    run print return --plan egov --layout $layout
    extra=()
    check "however wide the terminal" cmp -s out first
done
for paper in targets scoresheet; do
    run print $paper --plan grs
    ok "$paper"
    says "has the indicator" 'অভিযোগ নিষ্পত্তি'
done
run print return --plan all
ok "all plans"
for title in 'সেবা প্রদান প্রতিশ্রুতি' 'ই-গভর্ন্যান্স' 'অভিযোগ প্রতিকার' 'শুদ্ধাচার' 'তথ্য অধিকার'; do
    says "with $title" "$title"
done
cp out all
run print return
check "without --plan the same" cmp -s out all
says "papers are in Bengali digits even in English" '১০০%'
run print return --digits latin
says "unless it is said otherwise" '100%'
run print return --ascii --plan rti
is "rules of + - |" "$(LC_ALL=C.UTF-8 grep -c '[┌│├└─]' out)" 0
is "as wide, all of them" "$(widths out | wc -l)" 1
run print return --quarter 2 --plan rti
says "another quarter" 'অক্টোবর-ডিসেম্বর/২০২৩'

# What there is to choose from.
run print list
ok "the papers that there are"
says "with what people call them" $'paper\treturn\tquarterly return'
says "the parts of a packet" $'part\tcontents\tContents'
says "the formats" $'format\thtml'
while IFS=$'\t' read -r what paper _; do
    [ "$what" = paper ] || continue
    run print "$paper" --quarter 1 --meeting 1
    check "$paper is a paper" lacks "$err" 'There is no paper'
done < <(scrubbed "$program" print list)
run print list more
refused "nothing stands behind it" 2 'orjon print'

# Formats.
run print return --plan grs --format csv
ok "csv"
says "has the figures, in ASCII digits and without units" ',100,15.00,'
run print return --plan grs --format csv --bom
is "a byte order mark for Excel" "$(head -c 3 out | od -An -tx1 | tr -d ' ')" efbbbf
run print return --plan grs --format html
ok "html"
says "a table" '<table'
says "its language" 'lang="bn"'
figures '2023-24\tgrs\t1.1.1\t1\t100%\t<script>alert(1)</script> & "x" =1+1'
run enter figures.tsv
run print return --plan grs --format html
check "no markup from a remark" test "$(grep -c '<script>' out)" = 0
run print return --plan grs --format csv
says "quotation marks are doubled" '""x""'

# Into a file.
run print return --plan rti -o paper.txt
ok "into a file"
is "says nothing" "$out" ''
run print return --plan rti
check "the same as on the screen" cmp -s out paper.txt
run print return --plan rti -o paper.html
ok "the ending of the name decides"
check "html" grep -q '<table' paper.html
run print return --plan rti -o PAPER.HTML
check "in capital letters too" cmp -s PAPER.HTML paper.html
run print return --plan rti -o paper.odt
refused "an ending of no format is not taken for text" 2 'odt'
check "and nothing is written" test ! -e paper.odt
run print return --plan rti -o paper.2023
check "what is no ending is text" cmp -s paper.2023 paper.txt
run print return --plan rti --format text -o paper.csv
check "unless a format is named" cmp -s paper.csv paper.txt
run print return --plan grs -o paper.txt
refused "a file that exists is kept" 1 'exists already'
run print return --plan grs --force -o paper.txt
ok "--force replaces it"
check "wholly" grep -q 'অভিযোগ' paper.txt
run print return --plan rti -o -
says "-o - is the screen" 'তথ্য অধিকার'
run print return -o nowhere/paper.txt
refused "no such folder" 1 "nowhere”"
mkdir folder
run print return -o folder
refused "a folder is no file" 1 'folder'
run print return --force -o folder
refused "not even by force" 1 'folder'
check "it is still a folder" test -d folder
is "no temporary file is left" "$(find . -name '.orjon*' | wc -l)" 0
mkfifo pipe
cat pipe >piped &
run print return --plan rti --force -o pipe
wait $!
check "a pipe is written to" grep -q 'তথ্য অধিকার' piped
check "and stays a pipe" test -p pipe
run print return --plan rti -o /dev/full
refused "a full device" 1 '/dev/full'

# What is not there.
run print
refused "no paper" 2 'return|targets|scoresheet'
run print poem
refused "an unknown paper lists those there are" 2 'return, targets, scoresheet'
run print return --format docbook
refused "an unknown format lists those there are" 2 'csv'
run print return --layout broad
check "an unknown layout" test "$code" = 1 -o "$code" = 2
check "lists those there are" has "$err" 'return-11, return-11-areas'
run print return --plan nope
refused "an unknown plan" 1 'nope'
for word in "--layout=$(head -c 100000 /dev/zero | tr '\0' l)" "--format=$(head -c 100000 /dev/zero | tr '\0' f)" \
    "--plan=$(head -c 100000 /dev/zero | tr '\0' p)"; do
    run print return "$word"
    check "a very long ${word%%=*}" test "$code" -ge 1 -a "$code" -le 2 -a "${#err}" -lt 2000
done
finish
