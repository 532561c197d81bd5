#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon print packet: what an office hands in for a quarter, by ticks, with the papers of its meetings.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
# shellcheck disable=SC2034
extra=(SOURCE_DATE_EPOCH=1696464000) # 5 October 2023
run init --name "উপজেলা সমবায় কার্যালয়, দাকোপ" --family coop-upazila --fiscal-year 2023-24
run office officer="রহিমা খাতুন" designation="উপজেলা সমবায় অফিসার"
run enter "$source_dir/db/sample/coop-upazila/figures.tsv"

# The titles in the contents, in their order; the page of one.
titles() { sed -nE 's/^([^ ].*[^ ]) {2,}[০১২৩৪৫৬৭৮৯]+$/\1/p' out; }
page_of() { sed -nE "s,^$1 {2\,}([০১২৩৪৫৬৭৮৯]+)\$,\1,p" out | sed 'y/০১২৩৪৫৬৭৮৯/0123456789/'; }
has_part() { titles | grep -qF -- "$1"; }
lacks_part() { ! has_part "$1"; }
# The pages of text, each in a file of its own.
pages() {
    rm -f page.*
    csplit -s -f page. -b %03d out $'/\f/' '{*}'
}

run people add "রহিমা খাতুন" designation="উপজেলা সমবায় অফিসার" from=1/7/2020
run people add "কামাল হোসেন" designation="সহকারী পরিদর্শক" from=1/7/2020
run committee add "উদ্ভাবন কমিটি" plan=egov chair="রহিমা খাতুন" focal="কামাল হোসেন"
run committee member "উদ্ভাবন কমিটি" "কামাল হোসেন" সদস্য
run meeting new title="উদ্ভাবন কমিটির সভা" sort=meeting committee="উদ্ভাবন কমিটি" plan=egov date=10/9/2023 \
    notice_date=1/9/2023 venue="অফিস কক্ষ" chair="রহিমা খাতুন" focal="কামাল হোসেন"
meeting=$out
run meeting item "$meeting" subject="ই-নথি" discussion="আলোচনা হয়।"
run meeting decision "$out" text="শতভাগ ই-নথি" who="সংশ্লিষ্ট সকল"
run meeting new title="আগামী সভা" sort=meeting plan=rti date=10/11/2023 notice_date=1/11/2023
next=$out
run meeting new title="জেলা মাসিক সভা" sort=superior office="জেলা সমবায় কার্যালয়" date=20/8/2023
superior=$out
run meeting item "$superior" subject="তথ্য বাতায়ন"
run meeting decision "$out" text="হালনাগাদ রাখতে হবে"

run print packet
for part in 'কমিটির প্রত্যয়ন পত্র' 'সভার নোটিশ, ১০/০৯/২০২৩' 'হাজিরা সীট, ১০/০৯/২০২৩' 'সভার কার্যবিবরণী, ১০/০৯/২০২৩' \
    'সিদ্ধান্তের বাস্তবায়ন অগ্রগতি প্রতিবেদন, ১০/০৯/২০২৩' 'সিদ্ধান্তের বাস্তবায়ন অগ্রগতি প্রতিবেদন, ২০/০৮/২০২৩' \
    'অর্জিত মানের হিসাব'; do
    check "the contents name $part" has_part "$part"
done
check "no notice of another office's meeting" lacks_part 'সভার নোটিশ, ২০/০৮/২০২৩'
check "nor of the next quarter" lacks_part '১০/১১/২০২৩'
is "in the order of their dates" "$(titles | grep -c .)" 17

# Every part begins on the page that the contents name.
pages
for part in 'সভার নোটিশ|সভার নোটিশ' 'হাজিরা সীট|হাজিরা সীট।' 'সভার কার্যবিবরণী|সভার কার্যবিবরণী।'; do
    page=$(printf 'page.%03d' $(($(page_of "${part%|*}.*১০/০৯/২০২৩") - 1)))
    check "${part%|*} begins where the contents say" grep -qF "${part#*|}" "$page"
done

run print packet --parts return,minutes
ok "parts that are chosen"
is "are all there is" "$(grep -c 'কার্যবিবরণী।' out) $(grep -c 'হাজিরা' out) $(grep -c 'সূচিপত্র' out)" "1 0 0"
run print packet --parts 'cover contents'
ok "blanks part them too"
run print packet --parts cover,conents
refused "no part" 1 'there are: cover, contents, return'
run print packet --plan egov --parts proofs
refused "parts of which there is nothing" 1 'has none'
run print packet --plan rti --parts contents,notice,minutes
is "a plan takes its own meetings" "$(titles | grep -c .)" 0
run print packet --plan egov --parts contents,notice,minutes
is "and those of none" "$(titles | grep -c .)" 2
run print packet --parts contents,notice --meeting "$next"
check "one meeting alone" has_part 'সভার নোটিশ, ১০/১১/২০২৩'
run print packet --meeting 99999
refused "a meeting that is not there" 1 '99999'

run office packet=return,cover
ok "the office's choice"
run office
says "is kept in the order of binding" 'packet=cover,return'
run print packet
check "and printed" lacks_part 'অর্জিত মানের হিসাব'
run office packet.egov=minutes
run print packet --plan egov
is "a plan has its own" "$(grep -c 'কার্যবিবরণী।' out)" 1
run print packet --plan egov --parts cover
is "and --parts comes before it" "$(grep -c 'কার্যবিবরণী।' out)" 0
run office packet=nonsense
refused "no part in the office's choice" 1 'no part of a packet'
run office packet= packet.egov=

# What is finalised is no draft in a packet of drafts.
run finalise grs
run print packet --parts cover,return
pages
is "the cover is no draft, nor the signed return" "$(grep -L 'খসড়া' page.* | tr '\n' ' ')" "page.000 page.001 "
is "the others are" "$(grep -l 'খসড়া' page.* | wc -l)" 4

run print packet --parts cover,return,minutes -o packet.docx
unzip -p packet.docx word/document.xml | grep -o '<w:pgSz[^>]*>' | sed 's/.*landscape.*/wide/; s/<.*/tall/' | uniq -c |
    awk '{ printf "%s %s ", $1, $2 }' >sizes
is "pages of a docx are as those of each part" "$(cat sizes)" "1 tall 5 wide 1 tall "
finish
