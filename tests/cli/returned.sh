#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A return is sent back: below it is told everywhere, answered, opened, corrected and sent again; on
# both sides stands what is other since, and what was said of a figure.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
up=$work/up.db dis=$work/dis.db
up() { db=$up run --as-of 2023-10-05 "$@"; }
dis() { db=$dis run --as-of 2023-10-06 "$@"; }
said() { has "$err" "$1"; }

db=$up sample
up office code=1054
up finalise egov --quarter 1
up send --quarter 1 -o q1.orjon
up key
up_key=$out
dis init --name জেলা --family none --fiscal-year 2023-24
dis office code=10 quarter=1
dis offices add code=1054 name=কাজিপুর level=upazila
dis offices key 1054 q1.orjon "$up_key"
dis receive q1.orjon
dis review 1054 mark 4.1.1 ✗ প্রমাণক নেই --plan egov
dis review 1054 mark 5.1.1 ✓ ছবি পাওয়া যায়নি --plan egov
dis review 1054 mark 6.1.1 ✓ --plan egov
dis review 1054 set 5.1.1 marks=3.27 --plan egov
dis review 1054 return সংশোধন করে পাঠান --plan egov
dis key
dis_key=$out

# --- the first file of an office above

dis review 1054 -o down.orjon
up receive down.orjon
refused "an office above that is not known" 6 "$dis_key"
up receive down.orjon --key "1111 1111 1111 1111 1111"
refused "with other digits" 6 'not those'
up receive down.orjon --key "$dis_key" --dry-run
check "looked at" said 'Sent back'
up review
is "nothing is kept of that" "$out" ""
up receive down.orjon --key "$dis_key"
check "taken in with its digits" said 'Sent back'

# --- the evaluator's marks beside the own

sed 's/^#layout.*/#layout\tevaluated/' "$source_dir/db/layouts/scoresheet.tsv" >evaluated.tsv
printf 'evaluator_marks\t9\tright\tমূল্যায়িত মান\n' >>evaluated.tsv
up layouts install evaluated.tsv
up print scoresheet --plan egov --layout evaluated
says "stand in the column of a layout" 'মূল্যায়িত'
check "where they were given" [ "$(grep -c '৩.২৭' <<<"$out")" = 1 ]
up print scoresheet --plan egov --layout evaluated --quarter 2
check "and in their quarter" [ "$(grep -c '৩.২৭' <<<"$out")" = 0 ]
sed -i 's/^evaluator_marks\t9/evaluator_marks\t/' evaluated.tsv
up layouts install evaluated.tsv
check "a column that may be left to the pen has a width" said 'needs a width of its own'

# --- told and answered

up check --plan egov
says "the check says that it came back" 'Returned for correction by জেলা (remarks: 2)'
check "and what was remarked" has "$out" '✗ জেলা: প্রমাণক নেই'
check "beside a ✓ too" has "$out" '✓ জেলা: ছবি পাওয়া যায়নি'
check "a mark without a word asks nothing" [ "$(grep -c 6.1.1 <<<"$out")" = 0 ]
up answer egov 4.1.1 remark --reason "প্রমাণক যুক্ত করা হলো"
check "a remark is answered" said 'query answered'
up answer egov - sent-back --reason "সংশোধন করা হলো"
check "and the whole" said 'query answered'
up check --plan egov
says "answered it is told" 'প্রমাণক যুক্ত করা হলো'
up answer egov 4.1.1 remark --withdraw
up answer egov 4.1.1 remark --reason "প্রমাণক যুক্ত"
up review
says "the answer stands there" 'Answer: প্রমাণক যুক্ত'
up undo records
up review
check "it can be undone as any record" [ "$(grep -c 'প্রমাণক যুক্ত' <<<"$out")" = 0 ]
up redo records
up verify
check "and the file is sound" [ "$code" = 0 ]

# --- corrected

up review - changes --plan egov
says "nothing is other yet" 'figures that are others now: 0'
up reopen egov --quarter 1
check "opened without another reason" said 'revision 1'
up log egov
says "which is that it was sent back" 'Returned by জেলা, 05/10/2023: সংশোধন করে পাঠান'
up reopen grs --quarter 1
check "one that is not finalised is not" [ "$code" != 0 ]
printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\n2023-24\tegov\t4.1.1\t1\t৮৫%%\t\n' >figures.tsv
up enter figures.tsv
check "the figure is corrected" [ "$code" = 0 ]
up review - changes --plan egov
says "which is what is other" '4.1.1 Q1: “৮০%” → “৮৫%”'
up finalise egov --quarter 1
up check --plan egov
check "corrected, what was not answered is not asked again" [ "$(grep -c ছবি <<<"$out")" = 0 ]
up review - changes --plan egov --format tsv
is "the same after it was finalised" "$(sed -n 2p <<<"$out")" "$(printf '4.1.1\t1\t৮০%%\t৮৫%%\t\t')"
up review - history 4.1.1 --plan egov --format tsv
is "all that was said of it" "$(cut -f2,3 <<<"$out" | tr '\t\n' '  ')" \
    "event revision sent 0 marked 0 judged 0 answered 0 sent 1 "
is "with the figures" "$(awk -F'\t' '$2 == "sent" { print $6 }' <<<"$out" | tr '\n' ' ')" "৮০% ৮৫% "
up review - history 9.9 --plan egov
refused "of no such indicator" 1 '9.9'
up review - changes
refused "of which plan" 2 'plan'

# --- above

up send --quarter 1 -o q1r.orjon
dis receive q1r.orjon
says "it is a newer one" newer
dis review 1054
says "the answer to the whole" 'Answer: সংশোধন করা হলো'
check "and to a remark" has "$out" 'Answer: প্রমাণক যুক্ত'
check "with the figure that was there" has "$out" 'before it was sent again: “৮০%”'
dis review 1054 changes
says "what is other" '4.1.1 Q1: “৮০%” → “৮৫%”'
check "since it was sent back" has "$out" 'revision 0'
dis review 1054 history 4.1.1 --format tsv
is "all that was said of it" "$(cut -f2,3 <<<"$out" | tr '\t\n' '  ')" \
    "event revision sent 0 marked 0 judged 0 answered  sent 1 "
dis review 1054 accept
dis review 1054 history 4.1.1
says "the acceptance is the last of it" 'Accepted'
dis undo receive
dis review 1054 changes
says "undone, nothing is other" 'figures that are others now: 0'
dis receive q1r.orjon

# --- a remark without a verdict is answered with the next quarter

dis review 1054 accept --plan egov
dis review 1054 set 5.1.1 follow_up=yes --plan egov
dis review 1054 -o accepted.orjon
up receive accepted.orjon
check "accepted it comes down by the key that is known" said Accepted
up check --plan egov
check "nothing has come back" [ "$(grep -c Returned <<<"$out")" = 0 ]
check "the remark is asked after" has "$out" 'ছবি পাওয়া যায়নি'
up answer egov 5.1.1 remark --reason "ছবি পাঠানো হলো" --quarter 1
up office quarter=2
up check --plan egov
check "in the next quarter too" has "$out" 'answered: ছবি পাঠানো হলো'
finish
