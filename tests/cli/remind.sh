#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Those who have not sent: the list to telephone by, one letter to all of them, and who was reminded when.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sent_to_district
run memo series new 'pattern=47.61.10.000.39.014.{yy}.{n}' first=12
run offices add code=10 name=বগুড়া families=coop-division
run offices add code=1054 name=ধুনট under=10 families=coop-upazila phone=01700-000000
run offices add code=1088 name=শেরপুর under=10 families=coop-upazila
run offices key 1054 q1.orjon "$key"

run offices remind --as-of 2023-10-15
refused "nobody is reminded before the day after the due one" 1 '15/10/2023'
run print reminder
refused "nor is there a letter" 1 'No reminder was written'
run receive --as-of 2023-10-18 q1.orjon
run offices remind --as-of 2023-10-20 --plan egov
check "one letter goes to who has not sent" has "$err" 'A reminder to 1 office was written'
check "with the next number of the register" has "$out" '৪৭.৬১.১০.০০০.৩৯.০১৪.২৩.১২'
check "of that day" has "$out" '২০/১০/২০২৩'
check "says when it was due" has "$out" '১৫/১০/২০২৩'
check "names the office with its plan" has "$out" '১। শেরপুর (ই-গভর্ন্যান্স'
check "and no other" [ "$(grep -cP '^[০-৯]+। ' <<<"$out")" = 1 ]
letter=$out
run print reminder
is "it can be printed again, as it was" "$out" "$letter"
run memo
check "the number stands in the register" grep -q $'47.61.10.000.39.014.23.12\t2023-10-20\t.*\treminder ' <<<"$out"
run offices sent --plan egov
is "who was reminded is remembered" "$(grep '^1088' <<<"$out" | cut -f14-)" "1	2023-10-20"
is "and who was not" "$(grep '^1054' <<<"$out" | cut -f14-)" "	"
run offices sent --plan egov --format text
check "for reading too" has "$out" 'egov: not sent, reminded on 20/10/2023'
run offices remind --as-of 2023-10-20 --plan egov
refused "nobody twice on a day" 1 'today already'
run offices remind --as-of 2023-10-21 --plan egov --under 1054
refused "nor one who has sent" 1 'Nobody'
run offices remind --as-of 2023-10-27 -o all.txt
check "every plan, into a file" [ "$(grep -cP '^[০-৯]+। ' all.txt)" = 3 ]
run offices sent --plan egov
is "again, a second time" "$(grep '^1088' <<<"$out" | cut -f14-)" "2	2023-10-27"

run print missing --plan egov --as-of 2023-10-27
check "the list counts who has sent" has "$out" '২টি প্রতিবেদনের মধ্যে ১টি পাওয়া গেছে (৫০.০০%), এর মধ্যে ০টি যথাসময়ে'
check "who has not, for how many days, and when reminded" grep -q 'শেরপুর.*│ *১২ │ ২৭/১০/২০২৩' <<<"$out"
check "who sent late, with the telephone and by how many days" grep -q 'ধুনট.*০১৭০০-০০০০০০.*১৮/১০/২০২৩.*│ *৩ │' <<<"$out"
run review 1054 return --plan egov reason=ছবি --as-of 2023-10-20
run print missing --plan egov --as-of 2023-10-27 --under 1054
check "who has it back" grep -q 'ধুনট.*│ *৭ │' <<<"$out"
check "of one part" [ "$(grep -c শেরপুর <<<"$out")" = 0 ]
run print missing --plan nothing
refused "a plan that nobody knows" 1 'nothing'
run print missing --under 77
refused "an office that is not there" 1 '77'

run undo records
check "a letter is undone whole" has "$err$out" 'reminder'
run offices sent --plan egov
is "then nobody was reminded by it" "$(grep '^1088' <<<"$out" | cut -f14-)" "1	2023-10-20"
run verify
check "the file is in order" [ "$code" = 0 ]

finish
