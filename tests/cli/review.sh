#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The upazila sends, the district marks and judges, and what it says comes back; and the matrix of a
# department's twelve offices, typed as a table.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
up=$work/up.db dis=$work/dis.db dep=$work/dep.db
up() { db=$up run "$@"; }
dis() { db=$dis run "$@"; }
dep() { db=$dep run "$@"; }
said() { has "$err" "$1"; }

db=$up sample
up office code=1054
up finalise egov --quarter 1
up finalise grs --quarter 1
up send --quarter 1 -o q1.orjon
up key
up_key=$out
dis init --name জেলা --family none --fiscal-year 2023-24
dis office code=10 quarter=1
dis offices add code=1054 name=কাজিপুর level=upazila
dis offices add code=1055 name=ধুনট level=upazila
dis offices key 1054 q1.orjon "$up_key"
dis receive q1.orjon

# --- marks

dis review 1054 --plan egov
says "what was sent" 'came on'
check "with what is proposed" has "$out" 'proposed: '
check "and no mark yet" has "$out" '✓ 0, ✗ 0 of'
code1=$(scrubbed "$program" --db "$dis" review 1054 --plan egov --format tsv | sed -n 2p | cut -f3)
code2=$(scrubbed "$program" --db "$dis" review 1054 --plan egov --format tsv | sed -n 3p | cut -f3)
cell() { scrubbed "$program" --db "$dis" review 1054 --plan egov --format tsv | awk -F'\t' -v i="$1" -v c="$2" '$3 == i { print $c }'; }
dis review 1054 mark "$code1" ✓
refused "of two plans one is named" 2 'egov, grs'
dis review 1054 mark "$code1" √ স্থিরচিত্র পাওয়া যায়নি --plan egov
ok "a mark with a remark"
is "the mark" "$(cell "$code1" 9)" yes
is "and the remark beside it" "$(cell "$code1" 10)" "স্থিরচিত্র পাওয়া যায়নি"
dis review 1054 mark "$code1" √ --plan egov
check "what stands there already changes nothing, and says so" said 'Nothing changed'
dis review 1054 mark "$code2" X --plan egov
check "✗ asks for a remark" said 'without a remark'
dis review 1054 set "$code2" remark=নেই follow_up=yes marks=৯.৫ --plan egov
ok "which is given"
is "the mark stays" "$(cell "$code2" 9)" no
is "with the evaluator's marks" "$(cell "$code2" 12)" 9.5
dis review 1054 mark "$code1" perhaps --plan egov
refused "no mark" 1 'perhaps'
dis review 1054 mark 99.9 ✓ --plan egov
refused "no such indicator" 1 '99.9'
dis review 9999
refused "no such office" 1 '9999'
dis review 1054 dance
refused "no such deed" 2 'orjon review'
dis review 1054 --plan egov --quarter 2
says "what is followed up comes again" 'asked for in Q1: নেই'
dis undo marks
is "undone" "$(cell "$code2" 12)" ""
dis redo marks
is "and done again" "$(cell "$code2" 12)" 9.5
dis review 1055 mark "$code1" ✗ কিছুই পাঠায়নি --plan egov
ok "an office that sent nothing is marked too"
dis review 1055 propose --plan egov
check "and proposed ✗ where there is nothing" said 'marks taken as proposed'
dis export matrix --quarter 1
cp out matrix.tsv
dis import matrix matrix.tsv
check "the matrix goes out and in" [ "$code" = 0 ]
sed '2s/yes/maybe/;3s/^1054/7/' matrix.tsv >wrong.tsv
dis import matrix wrong.tsv
check "every fault is told" [ "$(grep -c '^wrong.tsv:[23]:' <<<"$err")" = 2 ]
printf 'office\tplan\nx\ty\n' >short.tsv
dis import matrix short.tsv
check "and what is missing" said 'column quarter is missing'

# --- verdicts

dis review 1055 accept --plan egov
refused "nothing to accept" 1 'has not sent'
dis review 1054 accept 0123456789 --plan egov
refused "another return than was seen" 1 'changed meanwhile'
dis review 1054 accept --plan egov
ok "accepted"
dis review 1054 --plan egov
says "so it stands there" 'Accepted'
dis undo verdicts
check "undone" said 'No verdict'
dis redo verdicts
check "done again" said 'Accepted'
dis undo verdicts
dis review all accept
check "what has a ✗ is not accepted with the others" said 'ই-গভর্ন্যান্স is left'
dis review 1054 return --plan grs
refused "sent back only with a reason" 2 'why'
dis review 1054 --return --reason "আবার পাঠান" -o back.orjon --plan egov
ok "sent back, with a file"
check "that says so" grep -q '"verdict":"returned"' back.orjon
dis review 1054 take-back --plan egov
ok "a verdict is undone"
dis review 1054 return আবার পাঠান --plan egov

# --- down

dis meeting new title=সমন্বয়-সভা date=2024-01-20
meeting=$out
dis meeting item "$meeting" subject=সেবা-বক্স
item=$out
dis meeting decision "$item" text="তথ্য হালনাগাদ করতে হবে" due=2024-02-10
dis review 1054 -o down.orjon --meeting "$meeting"
ok "orders go with it"
dis key
key=$out
up receive down.orjon
refused "an office above that is not known" 6 "$key"
up receive down.orjon --key "1111 1111 1111 1111 1111"
refused "other digits" 6 'not those'
up receive down.orjon --key "$key"
check "its digits" [ "$code" = 0 ]
check "what it says is told" said 'Sent back'
up review
says "and stands there" 'আবার পাঠান'
check "with the remarks" has "$out" 'স্থিরচিত্র পাওয়া যায়নি'
up decision list
says "orders are decisions to report on" 'তথ্য হালনাগাদ'
order=$(scrubbed "$program" --db "$up" decision list --format tsv | awk -F'\t' '/তথ্য হালনাগাদ/ { print $1 }')
ordered=$(scrubbed "$program" --db "$up" meeting list --format tsv | awk -F'\t' '/সমন্বয়-সভা/ { print $1 }')
up decision progress "$order" "তথ্য হালনাগাদ হয়েছে"
ok "they are reported on"
up print progress --meeting "$ordered"
says "and the report of them comes out" 'তথ্য হালনাগাদ করতে হবে'
check "with the progress" has "$out" 'হালনাগাদ হয়েছে'
up undo records
up receive down.orjon
check "again it is here already" said 'already'
up receive back.orjon
check "another one is taken in by the key that is known" [ "$code" = 0 ]
sed 's/returned/accepted/' down.orjon >forged.orjon
up receive forged.orjon
refused "an altered one is not" 6 'forged.orjon'
dis receive down.orjon
check "nor one for another office" [ "$code" = 1 ]
up undo records
up undo records
up review
is "undone, nothing is left" "$out" ""
up verify
check "and all is sound" [ "$code" = 0 ]
dis verify
check "above too" [ "$code" = 0 ]

# --- twelve offices

dep init --name সমবায়-অধিদপ্তর --family none --fiscal-year 2023-24
dep office code=61 quarter=2
dep import offices "$data/matrix-offices.tsv"
dep import matrix "$data/matrix.tsv"
check "a matrix of twelve offices" said '48 rows'
dep export matrix
is "31 ✓ of 48" "$(cut -f6 <<<"$out" | grep -c yes)" 31
is "17 ✗ of 48" "$(cut -f6 <<<"$out" | grep -c no)" 17
is "by office" "$(awk -F'\t' 'NR > 1 { n[$1] += $6 == "yes" } END { for (i = 6101; i <= 6112; i++) printf "%d ", n[i] }' <<<"$out")" \
    "4 0 4 3 3 4 4 3 3 1 1 1 "
is "✓ with a remark that says no" "$(awk -F'\t' '$1 == 6109 && $5 == 4 { print $6, $7 }' <<<"$out")" \
    "yes অবহিতকরণ সভার স্থিরচিত্র পাওয়া যায়নি।"
dep review totals --plan charter
says "all together" "$(printf 'plan\tcharter\t31\t17\t0')"
check "by office" has "$out" "$(printf 'office\t6109\t3\t1\t0')"
check "and by indicator" has "$out" "$(printf 'indicator\t1\t10\t1\t0')"
dep review totals
refused "of one plan" 2 'plan'
finish
