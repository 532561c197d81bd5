#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon print of papers of records: a meeting from its records in every format, lists, the office's own wording.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample
new() { scrubbed "$program" --lang en --db "$db" "$@" 2>err; }

new people add 'রহিমা খাতুন' designation='পরিদর্শক' from=2022-01-01 signs=yes >/dev/null
run office officer= designation=
meeting=$(new meeting new title='ই-গভর্ন্যান্স কমিটির সভা' sort=training date=2023-09-10 time=10:30 venue='অফিস কক্ষ' \
    chair='রহিমা খাতুন' plan=egov notice_date=2023-09-01 notice_memo='৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.২৩.২৫৬')
check "a meeting" test "$meeting" -gt 0
item=$(new meeting item "$meeting" subject='ই-নথি' discussion='আলোচনা হয়।')
decision=$(new meeting decision "$item" text='শতভাগ করতে হবে' who='সকল' due=2023-09-30)
new meeting decision "$item" text='প্রতিবেদন দিতে হবে' who='সকল' >/dev/null

for paper in notice attendance minutes letter progress decisions cover proofs; do
    run print $paper --meeting "$meeting"
    ok "$paper"
done
run print notice --meeting "$meeting"
says "the notice has its short number" 'স্মারক নং-২৫৬'
says "and the whole one" '৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.২৩.২৫৬'
says "its own date" 'তারিখঃ-০১/০৯/২০২৩'
says "who holds the post" '(রহিমা খাতুন)'
says "and the agenda" '০১। ই-নথি'
run print minutes --meeting "$meeting"
says "the minutes have the decisions" '১) শতভাগ করতে হবে'
says "each with its number" '২) প্রতিবেদন দিতে হবে'
says "and its day" '৩০/০৯/২০২৩'
run print minutes --meeting "$meeting" --layout minutes-headquarters
says "a headquarters has a table of what" '│ সভার সময়'
run print decisions --as-of 2023-10-01
# A word alone, for a cell is wrapped.
says "the list of what is open" 'শতভাগ'
new decision set "$decision" state=done >/dev/null
run print decisions --as-of 2023-10-01
check "has nothing that is done" test "${out/শতভাগ/}" = "$out"
run print memos
says "the register has the notice's number" '৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.২৩.২৫৬'
for format in html csv pdf docx xlsx; do
    run print minutes --meeting "$meeting" --format $format -o minutes.$format
    if [ "$code" = 1 ] && [[ $err == *package* || $err == *lib* ]]; then continue; fi # a build without it
    ok "minutes as $format"
    check "something is in it" test -s minutes.$format
done

# A transfer: each paper says who held the post on its day.
new people transfer 'রহিমা খাতুন' 'আবুল কাশেম' from=2023-09-05 >/dev/null
run print notice --meeting "$meeting"
says "the notice of before is signed by whoever was there" '(রহিমা খাতুন)'
run print letter --meeting "$meeting" --as-of 2023-10-01
says "the letter of today by whoever is" '(আবুল কাশেম)'

# What is asked for wrongly.
run print notice
refused "a meeting must be named" 2 '--meeting'
run print notice --meeting 9999
refused "one that is there" 1 '9999'
run print notice --meeting first
refused "by a number" 2 '“first”'
run print certificate --meeting "$meeting"
refused "of no committee" 1 'of no committee'
new committee add 'ই-গভর্ন্যান্স কমিটি' chair='রহিমা খাতুন' >/dev/null
new committee member 'ই-গভর্ন্যান্স কমিটি' 'আবুল কাশেম' সদস্য >/dev/null
new meeting set "$meeting" committee='ই-গভর্ন্যান্স কমিটি' >/dev/null
run print certificate --meeting "$meeting"
says "of a committee that goes on" '(বিগত'
new committee set 'ই-গভর্ন্যান্স কমিটি' formed=2023-08-15 >/dev/null
run print certificate --meeting "$meeting"
says "of one whose day is known with that" '১৫/০৮/২০২৩ খ্রিঃ'
run print certificate --meeting "$meeting" --layout certificate-new
says "or was formed anew, with its members" '│ সদস্য'
run print minutes --meeting "$meeting" --layout notice
refused "in a layout of that paper" 2 'minutes, minutes-headquarters'

# The office's own wording.
run layouts show notice
sed 's/^title.*/title\tআমাদের {meeting.sort:র} ডাক/' out >notice.tsv
run layouts install notice.tsv
ok "the office's own is installed"
run print notice --meeting "$meeting"
says "and printed" 'আমাদের প্রশিক্ষণের ডাক'
sed 's/{meeting.date}/{meeting.day}/' notice.tsv >bad.tsv
run layouts install bad.tsv
check "a fault is named by its place" has "$err" 'bad.tsv:18:3: with: “{meeting.day}”'
check "and nothing is installed" test "$code" = 1
run layouts remove notice
run print notice --meeting "$meeting"
says "the built-in one is back" 'প্রশিক্ষণের নোটিশ'
finish
