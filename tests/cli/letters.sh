#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The letters of a quarter: their order, their pages, their memo numbers and dates, and what is left to the pen.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
run init --name নাম --family coop-upazila --fiscal-year 2024-25
ok "an office"
run office officer=ক designation=খ quarter=1 memo=৪৭.৬১.
ok "its particulars"

plans() { run plans && printf '%s' "$out" | awk -F'\t' 'NR > 1 { printf "%s ", $2 }'; }
memos() { run "$@" print return && grep -o '^স্মারক নম্বর:.*তারিখ' out | sed 's/স্মারক নম্বর: *//; s/ *তারিখ//'; }
dates() { run --as-of 2024-10-05 print return && grep -o 'তারিখ: [^ ]* খ্রি' out | sort -u; }

# Their order is that of the plans, or of the office.
is "in the order of the plans" "$(plans)" "grs egov integrity rti apa charter "
run office order.rti=1 order.grs=১০
ok "another order"
is "one of the office's own" "$(plans)" "rti egov integrity apa charter grs "
run print return
first=$(grep -n 'তথ্য অধিকার' out | head -1 | cut -d: -f1) last=$(grep -n 'অভিযোগ প্রতিকার' out | tail -1 | cut -d: -f1)
check "papers go by it" test "$first" -lt 10 -a "$last" -gt 200
run office order.rti= order.grs=
is "undone" "$(plans)" "grs egov integrity rti apa charter "
for wrong in order.grs=0 order.grs=1.5 order.grs=1000 order.grs=x; do
    run office "$wrong"
    check "refused: $wrong" test "$code" = 1 -a -n "$err"
done
run office order.none=1
refused "no such plan" 1 'no plan “none”'
run office order.=1
refused "no plan at all" 2 'order.PLAN'

# Each is a letter of its own: numbered from 1.
run print return --plan all
is "each has a first page" "$(grep -cE '(^| )১/[^ /]+$' out)" 6
check "none goes on with the pages of another" test "$(grep -cE ' [^ ]+/(৭|৮|৯|১০|১১)$' out)" = 0
run print packet
is "the packet has one first page" "$(grep -cE '(^| )১/[^ /]+$' out)" 1

# Memo numbers.
is "a part of a number goes on with a dotted line" "$(memos | sort -u)" "৪৭.৬১..............................."
run office memo.egov=৪৭.৬১.৫ memo.rti=ফাঁকা
ok "a plan's own"
is "one has its own, one none" "$(memos | sed -n '2p;4p')" "৪৭.৬১.৫
.............................."
run office
says "they are shown" 'memo.egov=৪৭.৬১.৫'
says "what is blank is said in one word" 'memo.rti=blank'
run print return
check "nothing is said of numbers for the pen" test -z "$err"
run office memo=৪৭.৬১.৭
run print return
check "one number on several letters is said" has "$err" 'the same memo number'
run print return --plan grs
check "not on one" test -z "$err"
bare --db "$db" print return
check "in Bengali" bengali "$err"
run office memo= memo.egov= memo.rti=
is "without one there is nothing" "$(memos | sort -u)" ""
run office memo.none=1
refused "of no plan" 1 'no plan “none”'
run office memo=blank
is "left to the pen" "$(memos | sort -u)" ".............................."

# Dates.
is "of the day" "$(dates)" "তারিখ: ০৫/১০/২০২৪ খ্রি"
run office date=ফাঁকা
is "left to the pen" "$(dates)" "তারিখ: .................... খ্রি"
run office date=01/01/2025
refused "no other" 1 'blank'
run office date=
is "of the day again" "$(dates)" "তারিখ: ০৫/১০/২০২৪ খ্রি"

# What is signed keeps all of it.
figures '2024-25\tgrs\t2.2.1\t1\t১\t\t'
run enter figures.tsv
run office memo.grs=৪৭.৬১.৮ date=blank
run --as-of 2024-10-05 finalise grs
ok "finalised"
run print return --plan grs
cp out signed
run office memo.grs=৯৯ date= order.grs=4 memo=৯
run --as-of 2025-01-01 print return --plan grs
check "memo number and date stay" cmp -s out signed
run print return --plan all
check "also among others" has "$out" "$(cat signed)"
is "which go their new ways" "$(plans)" "egov integrity grs rti apa charter "
run verify
ok "the file is sound"

finish
