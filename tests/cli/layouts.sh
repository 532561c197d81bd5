#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon layouts: the office's own ways a paper looks.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

# own NAME TITLE [PAPER]
own() {
    printf '#layout\t%s\n#paper\t%s\n#title\t%s\ncolumn\twidth\theading\n' "$1" "${3:-return}" "$2"
    printf 'indicator\t\tসূচক\ntarget\t12\tলক্ষ্য\nto_date\t12\tমোট\n'
}
row() { cut -f1-3 out | grep -P "^$1\t"; }

run layouts
ok "the list"
is "has its columns" "$(head -n 1 out)" $'layout\tpaper\tsource\ttitle'
is "and those built in" "$(row return-13)" $'return-13\treturn\tbuilt-in'
one=$out
run layouts list
is "“list” is the same" "$out" "$one"
for name in return return-13 targets scoresheet; do
    run layouts show $name
    check "“show $name” is the file" cmp -s out "$source_dir/db/layouts/$name.tsv"
done
run layouts show nonsense
refused "none of that name" 1 'There is no layout “nonsense”'
run layouts nonsense
refused "an unknown word" 2 'install FILE.tsv'

own short 'আমাদের {year} এর ছক' >short.tsv
run layouts install short.tsv
ok "one is installed"
run layouts
is "it is in the list" "$(grep -P '^short\t' out)" $'short\treturn\toffice\tআমাদের {year} এর ছক'
run layouts show short
check "and put out as it was" cmp -s out short.tsv
run print return --plan egov --layout short
says "and printed" 'আমাদের ২০২৩-২০২৪ এর ছক'
run print return --plan egov --layout nonsense
refused "what is there is named" 2 'return-15, short'
run log
says "the journal tells of it" 'layout short'
run verify
check "and the file is sound" test "$code" = 0
rows=$(wc -l <<<"$(scrubbed "$program" --db "$db" log)")
run layouts install short.tsv
ok "the same again"
is "is no change" "$(wc -l <<<"$(scrubbed "$program" --db "$db" log)")" "$rows"

# One of the name of a built-in one stands in for it, until it is taken out.
own return-13 'তেরো কলাম নয়' >thirteen.tsv
run print return --plan egov --layout return-13
before=$out
run layouts install thirteen.tsv
ok "a built-in one is replaced"
run layouts
is "the list says so" "$(row return-13)" $'return-13\treturn\toffice'
run print return --plan egov --layout return-13
says "it is used" 'তেরো কলাম নয়'
run layouts remove return-13
ok "it is taken out"
run print return --plan egov --layout return-13
is "and the built-in one is back" "$out" "$before"
run layouts remove return-13
refused "not twice" 1 'no layout “return-13” of its own'
own return-13 'তেরো' targets >other.tsv
run layouts install other.tsv
check "not as one of another paper" test "$code" = 1
check "which is said" has "$err" 'other.tsv:1:1: “return-13” is the name of a layout of another paper: return'

# All or nothing, every fault by file, line and cell.
own third 'তৃতীয়' >third.tsv
{ own bad 'ভুল' && printf 'q5\t\tx\n'; } >bad.tsv
own worse 'ভুল' nothing >worse.tsv
run layouts install third.tsv bad.tsv worse.tsv
check "one that is wrong is refused" test "$code" = 1
check "its cell is named" has "$err" 'bad.tsv:8:1: column: '
check "and that of the next" has "$err" 'worse.tsv:2:2: '
run layouts
check "and nothing was installed" test -z "$(row third)"
cp third.tsv again.tsv
run layouts install third.tsv again.tsv
check "two of one name" has "$err" 'again.tsv:1:1: the layout “third” is in third.tsv too'
{ own large 'বড়' && head -c 70000 /dev/zero | tr '\0' '#'; } >large.tsv
run layouts install large.tsv
refused "a large one" 1 'at most 65536 bytes'
own latin 'ভুল' | iconv -t UTF-16 >wide.tsv
run layouts install wide.tsv
ok "one in UTF-16"
run layouts show latin
check "is put out as it was, too" cmp -s out wide.tsv
{ own torn 'ছেঁড়া' && printf 'q1\t\t\xe0\xa6\n'; } >torn.tsv
run layouts install torn.tsv
check "one with bytes that are no text" test "$code" = 1
check "is named by its cell" has "$err" 'torn.tsv:8:3: '
run layouts install nowhere.tsv
check "a file that is not there" test "$code" = 1
: >empty.tsv
run layouts install empty.tsv
check "an empty one" test "$code" = 1
printf '\xef\xbb\xbf' >bom.tsv
own bom 'চিহ্ন' | sed 's/$/\r/' >>bom.tsv
run layouts install bom.tsv
ok "one as an editor of Windows saves it"
run layouts show bom
check "is put out as it was" cmp -s out bom.tsv
run --readonly layouts install third.tsv
check "nothing is changed where nothing may be" test "$code" = 1

# What a plan names stays.
run plans export egov
sed 's/^#layout.*/#layout\tshort/' out >egov.tsv
grep -q '^#layout' egov.tsv || sed -i '1a #layout\tshort' egov.tsv
run plans install egov.tsv
ok "a plan has it"
run print return --plan egov
says "and is printed so" 'আমাদের ২০২৩-২০২৪ এর ছক'
run layouts remove short
refused "it cannot be taken out" 1 'The plan “egov” of 2023-2024 names the layout “short”'

# What was signed stays as it was.
run --as-of 2024-10-05 finalise egov --quarter 1
check "the quarter is finalised" test "$code" = 0
run --as-of 2024-10-05 print return --plan egov --quarter 1
signed=$out
says "with this layout" 'আমাদের ২০২৩-২০২৪ এর ছক'
own short 'পরের ছক' >short.tsv
run layouts install short.tsv
ok "the layout is replaced"
run --as-of 2024-12-05 print return --plan egov --quarter 1
is "the paper is not" "$out" "$signed"
run verify
check "and fits its seal" test "$code" = 0
run --as-of 2024-12-05 print return --plan egov --quarter 1 --layout short
says "asked for, it is a copy in the new one" 'পরের ছক'
finish
