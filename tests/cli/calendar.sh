#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon calendar.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"

while IFS=$'\t' read -r gregorian _ _ _ text _; do
    bare calendar "$gregorian"
    says "$gregorian" "$text বঙ্গাব্দ / "
    bare --as-of "$gregorian" calendar
    says "$gregorian as today" "$text বঙ্গাব্দ / "
done < <(tail -n +2 "$data/bengali_dates.tsv")
for day in 2024-03-17 17/03/2024 ১৭/০৩/২০২৪ 17.3.24 ১৭-০৩-২০২৪; do
    bare calendar "$day"
    is "$day" "$out" '৩ চৈত্র ১৪৩০ বঙ্গাব্দ / ১৭ মার্চ ২০২৪ খ্রিস্টাব্দ'
done
run calendar 2024-03-17
is "the same in English" "$out" '৩ চৈত্র ১৪৩০ বঙ্গাব্দ / ১৭ মার্চ ২০২৪ খ্রিস্টাব্দ'
bare --digits latin calendar 2024-03-17
is "in Latin digits" "$out" '3 চৈত্র 1430 বঙ্গাব্দ / 17 মার্চ 2024 খ্রিস্টাব্দ'
bare calendar
is "SOURCE_DATE_EPOCH is today" "$out" '১৬ আশ্বিন ১৪৩১ বঙ্গাব্দ / ১ অক্টোবর ২০২৪ খ্রিস্টাব্দ'
extra=(SOURCE_DATE_EPOCH=nonsense)
bare calendar
is "unless it is no number" "$code" 0
extra=()
for day in 2024-02-30 31/11/23 32/01/2024 1/13/2024 0/1/2024 x '' 99999999999999999999/1/2024 1/1/9999 1//2; do
    run calendar "$day"
    is "no day “$day”" "$code" 1
    check "one sentence" one_line "$err"
done
run calendar 2024-01-01 2024-01-02
refused "two days" 2 'orjon calendar'
check "it needs no office" test ! -e "$db"
finish
