#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Three offices, three files: a return goes from the upazila to the district, is sent back, corrected
# and accepted; goes on to the department beside the district's own; and what the department has
# decided comes down again.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
as() { # OFFICE WORD…: the program on that office's file
    db=$work/$1.db
    shift
    run "$@"
}
said() { has "$err" "$1"; }
key_of() { as "$1" key && [ "$code" = 0 ] && key=$out; }
cell() { # OFFICE COLUMN: of what came from the upazila, RTI 1.1
    scrubbed "$program" --db "$work/$1.db" review 1054 --plan egov --format tsv |
        awk -F'\t' -v i="$first" -v c="$2" 'NR == 1 { for (f = 1; f <= NF; f++) if ($f == c) n = f } $3 == i { print $n }'
}

# --- the upazila sends

db=$work/upazila.db
sample
as upazila office code=1054
as upazila finalise egov --quarter 1
as upazila send --quarter 1 -o up-1.orjon
check "the upazila sends its first quarter" [ "$code" = 0 ]
key_of upazila
upazila_key=$key

as district init --name জেলা-সমবায়-কার্যালয় --sample
as district office code=10 name=জেলা-সমবায়-কার্যালয় quarter=1
as district offices add code=1054 name=কাজিপুর level=উপজেলা
as district offices add code=1055 name=ধুনট level=উপজেলা
as district offices key 1054 up-1.orjon "$upazila_key"
as district receive up-1.orjon
check "the district has it" [ "$code" = 0 ]
as district offices sent --plan egov --quarter 1
says "and sees who has not sent" 'not-sent'
first=$(scrubbed "$program" --db "$work/district.db" review 1054 --plan egov --format tsv | awk -F"\t" '$5 == "value" { print $3; exit }')

# --- sent back, corrected, sent again

as district review 1054 mark "$first" ✗ প্রমাণক-পাওয়া-যায়নি --plan egov
as district review 1054 --return --reason প্রমাণক-দিন --plan egov -o down-1.orjon
ok "the district sends it back with a file"
key_of district
district_key=$key
as upazila receive down-1.orjon --key "$district_key"
check "which the upazila takes in, its digits read aloud" [ "$code" = 0 ]
check "and is told at once" said 'প্রমাণক-দিন'
as upazila check
check "and again by the check" has "$out" 'প্রমাণক'
as upazila reopen egov --quarter 1 --reason ফেরত-এসেছে
check "the quarter is opened" [ "$code" = 0 ]
printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\n2023-24\tegov\t%s\t1\t7\tসংশোধিত\n' "$first" >new.tsv
as upazila enter new.tsv
as upazila finalise egov --quarter 1
as upazila send --quarter 1 -o up-2.orjon
check "corrected and sent again" [ "$code" = 0 ]
as district receive --dry-run up-2.orjon
check "the district sees what differs" has "$out$err" "$first"
as district receive up-2.orjon
check "the newer takes the place of the older" [ "$code" = 0 ]
as district receive up-1.orjon
check "the older is told and left" has "$out$err" 'older'
is "one figure, never two" "$(cell district entry)" 7
is "the mark outlives the return" "$(cell district mark)" no
as district consolidated --plan egov --format tsv
check "counted once" [ "$(cut -f1 <<<"$out" | grep -c .)" -gt 1 ]
as district review 1054 mark "$first" ✓ --plan egov
as district review 1054 accept --plan egov
check "accepted" [ "$code" = 0 ]
as district review 1054 -o down-2.orjon --plan egov
as upazila receive down-2.orjon
check "which the upazila learns" said 'Accepted'

# --- on to the department

as district finalise egov --quarter 1
as district send --quarter 1 -o district-1.orjon
check "the district sends its own" [ "$code" = 0 ]
as department init --name সমবায়-অধিদপ্তর --family none --fiscal-year 2023-24
as department office code=1 quarter=1
as department offices add code=10 name=জেলা level=জেলা
as department offices add code=1054 name=কাজিপুর level=উপজেলা under=10
mkdir came
cp up-2.orjon district-1.orjon came/
as department offices key 10 district-1.orjon "$district_key"
as department offices key 1054 up-2.orjon "$upazila_key"
as department receive came
check "the department takes a folder of both" [ "$code" = 0 ]
as department offices sent --plan egov --quarter 1 --under 10
says "each with its day" 'late'
for office in 10 1054; do
    as department review "$office" propose --plan egov
done
as department review totals --plan egov
says "totals of the matrix" "$(printf 'plan\tegov')"
as department meeting new title=পরিবীক্ষণ-সভা date=2023-11-20
meeting=$out
as department meeting item "$meeting" subject=প্রমাণক
as department meeting decision "$out" text=প্রমাণক-সংরক্ষণ-করতে-হবে due=2023-12-10
as department review 10 -o orders.orjon --meeting "$meeting" --plan egov
check "its decisions go down with the review" [ "$code" = 0 ]
key_of department
as district receive orders.orjon --key "$key"
check "and come to the district" [ "$code" = 0 ]
as district decision list
says "as decisions to report on" 'প্রমাণক-সংরক্ষণ-করতে-হবে'
as district decision list --format tsv
decision=$(awk -F'\t' '/সংরক্ষণ/ { print $1 }' <<<"$out" | head -1)
as district decision progress "$decision" সংরক্ষণ-করা-হয়েছে
check "which it does" [ "$code" = 0 ]

for office in upazila district department; do
    as "$office" verify
    check "$office: all is sound" [ "$code" = 0 ]
done
finish
