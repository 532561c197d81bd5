#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon people and orjon committee: who held which post on a date, and who sits where.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"

# Seed of an office with an officer who is set by hand.
run init --name "উপজেলা সমবায় কার্যালয়, কাহালু" --family coop-upazila --fiscal-year 2023-24
run office officer="মোঃ মাহবুবুর রহমান" designation="উপজেলা সমবায় অফিসার(অঃদাঃ)" place="কাহালু, বগুড়া"
ok "an officer is set"

# cell NAME COLUMN: of the list in out
cell() {
    awk -F'\t' -v n="$1" -v c="$2" 'NR == 1 { for (f = 1; f <= NF; f++) if ($f == c) k = f } $2 == n { print $k }' out
}
# told NAME PART: it went well and said PART on standard error
told() {
    if [ "$code" = 0 ] && has "$err" "$2"; then pass "$1"; else fail "$1"; fi
}

run people
ok "nobody is in the list yet"
is "its columns" "$out" $'id\tname\tsort\tphone\temail\tnote\tdesignation\tacting\toffice\tfrom\tto\tsigns'
run people add "মোঃ গোলাম মোস্তফা" designation="সহকারী পরিদর্শক" phone="০১৭১১" from=১/১/২০২০ sort=staff
ok "a person with a post in one step"
mostofa=$out
run people
is "the post" "$(cell "মোঃ গোলাম মোস্তফা" designation) $(cell "মোঃ গোলাম মোস্তফা" from)" "সহকারী পরিদর্শক 2020-01-01"

before=$(fingerprint)
run people add "গোলাম মুস্তফা"
refused "a name like one there is" 1 "There is মোঃ গোলাম মোস্তফা already (number $mostofa)"
run people add "জনাব মোঃ গোলাম মোস্তফা"
refused "the same name with another title" 1 "--another"
run people add ""
refused "a person without a name" 1 "needs a name"
run people add নতুন from=31/2/2024
refused "a date that is none" 1 "From: February has 29 days"
run people add নতুন from=1/2/2024 to=1/1/2024
refused "an end before the beginning" 1 "cannot end on 01/01/2024, before it begins on 01/02/2024"
run people add নতুন rank=1
refused "an unknown field" 2 "designation, acting, office"
run people add নতুন signs=perhaps
refused "no choice" 1 "Signs for the office"
run people add নতুন phone
refused "a word without =" 2 "KEY=VALUE"
run people set "নেই" phone=1
refused "nobody of that name" 1 "no person called “নেই”"
run people set "গোলাম মুস্তফা" phone=1
refused "nearly somebody" 1 "is it “মোঃ গোলাম মোস্তফা”?"
run people transfer "মোঃ গোলাম মোস্তফা"
refused "a transfer without its day" 2 "from="
run people transfer "মোঃ গোলাম মোস্তফা" from=1/1/2020
refused "a transfer on the first day of the post" 1 "has no post on 31/12/2019"
run people transfer "মোঃ গোলাম মোস্তফা" from=1/13/2024
check "a transfer on a day that is none" [ "$code" = 1 ]
run people bogus
refused "an unknown word" 2 "orjon people [list"
is "nothing of it changed the file" "$(fingerprint)" "$before"

# Who was set by hand becomes the one before; one entry ends a post and begins the next.
run office
set_by_hand=$out
run people transfer "মাহবুবুর রহমান" "মোঃ নূরুজ্জামান" from=15/05/2024 acting="অঃদাঃ"
run undo records
run office
is "undone, whoever was set by hand is set again" "$out" "$set_by_hand"
run redo records
run undo office
run office
is "from either side" "$out" "$set_by_hand"
run people transfer "মাহবুবুর রহমান" "মোঃ নূরুজ্জামান" from=15/05/2024 acting="অঃদাঃ"
told "a transfer" "name who held the post on their date"
run office
says "the officer of today" "officer=মোঃ নূরুজ্জামান"
says "with the acting mark" "designation=উপজেলা সমবায় অফিসার (অঃদাঃ)"
run people --as-of 2024-05-14
is "the post of the day before" "$(cell "মোঃ মাহবুবুর রহমান" signs) $(cell "মোঃ মাহবুবুর রহমান" to)" "yes 2024-05-14"
run print return --plan egov --as-of 2024-05-14
says "a paper names who held the post on its date" "(মোঃ মাহবুবুর রহমান)"
says "with the designation of then" "উপজেলা সমবায় অফিসার (অঃদাঃ)"
run print return --plan egov --as-of 2024-05-15
says "and the next day the next one" "(মোঃ নূরুজ্জামান)"
run people check
ok "nothing is odd"
is "at all" "$out" ""

run people transfer from=1/9/2024
ok "whoever signs has left"
run people transfer "মোঃ নূরুজ্জামান" from=2/9/2024
refused "who has no post any more" 1 "has no post on 01/09/2024"
run people add "সালমা খাতুন" designation="উপজেলা সমবায় অফিসার" from=11/9/2024 signs=yes
told "a gap is said" "Nobody signed for the office from 01/09/2024 to 10/09/2024"
run people set "সালমা খাতুন" from=1/8/2024
told "two who sign" "Two sign for the office from 01/08/2024"
run people check
check "is an error" [ "$code" = 3 ]
run people set "সালমা খাতুন" from=1/9/2024
ok "put right"
run people add "সালমা খাতুন (২)" --another designation=x from=1/9/2024
ok "another person"

# A particular that is set by hand stands on every paper, and is asked about.
run office officer="অন্য কেউ"
run print return --plan egov
says "who is set by hand" "(অন্য কেউ)"
run check --plan egov --format tsv
check "is asked about" has "$out" $'signer-set\tঅন্য কেউ'
run office officer= designation=হিসাবরক্ষক
run office
says "a designation alone that is set keeps the name" "officer=সালমা খাতুন"
says "and stands beside it" "designation=হিসাবরক্ষক"
run office designation=
run office
says "emptied, the post counts again" "officer=সালমা খাতুন"

run committee add "ই-গভর্ন্যান্স কমিটি" plan=egov chair="মাহবুবর রহমান"
refused "the chair spelled otherwise" 1 "is it “মোঃ মাহবুবুর রহমান”?"
run committee add "ই-গভর্ন্যান্স কমিটি" plan=egov chair="সালমা খাতুন" focal="$mostofa" formed=5/9/2024 memo=৪৭.১
ok "a committee"
run committee set "ই-গভর্ন্যান্স কমিটি" chair="মোঃ মাহবুবুর রহমান"
told "a chair who had left" "মোঃ মাহবুবুর রহমান (Chair) has left this office"
run committee set "ই-গভর্ন্যান্স কমিটি" chair="সালমা খাতুন"
run committee member "ই-গভর্ন্যান্স কমিটি" "গোলাম মোস্তফা" "সদস্য সচিব"
ok "a member"
run committee member "ই-গভর্ন্যান্স কমিটি" "$mostofa"
refused "twice" 1 "is on the committee already"
run committee member "ই-গভর্ন্যান্স কমিটি" "মোঃ নূরুজ্জামান" সদস্য
told "a member who had left" "মোঃ নূরুজ্জামান (সদস্য) has left"
run committee add " " plan=egov
refused "one without a name" 1 "must be filled in"
run committee set "ই-গভর্ন্যান্স কমিটি" name=
refused "nor is its name taken away" 1 "must be filled in"
printf 'name\tplan\n\tegov\n' >nameless.tsv
run import committees nameless.tsv
check "nor does one come without" grep -q '^nameless.tsv:2:1: “Committee” must be filled in' err
run committee show "ই-গভর্ন্যান্স কমিটি"
says "its members with their posts" $'মোঃ গোলাম মোস্তফা\tসহকারী পরিদর্শক\tসদস্য সচিব'
run committee
is "the list" "$(tail -n 1 out | cut -f 2-)" $'ই-গভর্ন্যান্স কমিটি\tegov\tসালমা খাতুন\tমোঃ গোলাম মোস্তফা\t2024-09-05\t47.1\t2'
run people remove "$mostofa"
refused "whoever sits on a committee" 1 "still needed: by the committee “ই-গভর্ন্যান্স কমিটি”"
run committee drop "ই-গভর্ন্যান্স কমিটি" "মোঃ নূরুজ্জামান"
ok "a member less"
run committee drop "ই-গভর্ন্যান্স কমিটি" "মোঃ নূরুজ্জামান"
refused "who is not on it" 1 "is not on the committee"
run people remove "মোঃ নূরুজ্জামান"
ok "who is named nowhere can go"
run committee remove "ই-গভর্ন্যান্স কমিটি"
ok "the committee goes"
run committee show "ই-গভর্ন্যান্স কমিটি"
refused "and is not there" 1 "no committee called"
run verify
ok "the file is as the journal says"

# Whoever is set by hand and stands in the list already has one post, not two.
sample
run people transfer "নমুনা কর্মকর্তা" "রওশন আরা" from=1/10/2023
told "a transfer in the sample office" "name who held the post on their date"
run office --as-of 2023-09-30
says "who signed until then" "officer=নমুনা কর্মকর্তা"
run office --as-of 2023-10-01
says "and who signs then" "officer=রওশন আরা"
says "in the same post" "designation=উপজেলা সমবায় অফিসার"
run people check
ok "nothing is odd in it"
is "and nobody has two posts" "$(grep -c overlap out)" 0
run undo records
check "a transfer is undone whole" [ "$code" = 0 ]
run undo office
run office
says "with the officer who was set" "officer=নমুনা কর্মকর্তা"
run people transfer "নমুনা অফিস সহকারী" from=1/10/2023
is "a post that does not sign ends, and the officer who was set stays" "$(grep -c "name who held" err)" 0
run office
says "and on the papers" "officer=নমুনা কর্মকর্তা"
run people
is "nobody new is in the list" "$(grep -c "রওশন আরা" out)" 0

# A table that comes from elsewhere is not refused for what is odd in it, which is told.
printf 'id\tparent\tdesignation\tfrom\tto\n\t1\tক\t2024-02-01\t2024-01-01\n' >terms.tsv
run import terms terms.tsv
check "a post that ends before it begins comes in" [ "$code" = 0 ]
run people check
check "and is an error" has "$out" $'error\tterm-backwards'
finish
