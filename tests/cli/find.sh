#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon find: a text in all years, plans and records.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample
tab=$'\t'

run find 'তথ্য বাতায়ন' --format tsv
ok "a name of an indicator is found"
says "under names of columns" "fiscal_year${tab}plan${tab}indicator${tab}quarter${tab}record${tab}id${tab}text"
says "with year, plan and code" "2023-24${tab}egov${tab}5.1.1${tab}${tab}${tab}${tab}"
run find তথ্য বাতায়ন
says "words are one text; people read its place" '· 5.1.1 ·'
before=$(run find ৫.১.১ --format tsv && echo "$out")
after=$(run find 5.1.1 --format tsv && echo "$out")
is "digits make no difference" "$before" "$after"
run find 'লক্ষ্যমাত্রা অনুযায়ী করা হবে' --format tsv
says "a remark, with its quarter" "egov${tab}3.1.1${tab}1${tab}"
run plans next-year
run find 'তথ্য বাতায়ন' --format tsv
says "a later year too" "2024-25${tab}egov"
says "and the earlier one still" "2023-24${tab}egov"
run find zzzz
refused "what is nowhere" 1 'zzzz'
run find ' '
refused "blanks" 1 ''
run find
is "nothing asked for" "$code" 2
finish
