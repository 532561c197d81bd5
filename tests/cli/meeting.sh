#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon meeting and orjon decision: made, counted, carried over, and what is odd about them.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"

run init --name 'A' --family coop-upazila --fiscal-year 2023-24
day() { run "$@" --as-of 2023-09-30; }
id=
made() { # NAME ODD WORDS…: makes something; $id is its number, ODD what is said besides
    local name=$1 odd=$2
    shift 2
    day meeting "$@"
    id=$out
    is "$name" "$err" "$odd"
}

day meeting
is 'no meeting at first' "$out" ''
made 'a meeting is made' '? “Ethics” (22/08/2023): nobody chairs it
? “Ethics” (22/08/2023): nobody is marked as present' \
    new title=Ethics date=২২/০৮/২০২৩ plan=integrity indicators='1.1 3.1' every=quarter time=১০.৩০
meeting=$id
day meeting list
is 'it is listed' "$out" "    $meeting  22/08/2023  Ethics"
day meeting list --format tsv
is 'as rows' "$(tail -n 1 out)" "$meeting	2023-08-22		integrity	1.1 3.1		Ethics"
day meeting list --fiscal-year 2024-25
is 'of a year' "$out" ''
day meeting list --format xml
refused 'in no other format' 2 'text, tsv'
day meeting new date=2023-08-22
refused 'a meeting without a subject' 2 'title='
day meeting new title=x date=31/02/2023
refused 'a day that there is not' 1 'Date'
day meeting new title=x chair=Nobody
refused 'a chair whom nobody knows' 1 'Chair'
day meeting new title=x colour=red
refused 'a field that there is not' 2 'colour'
day meeting show 99
refused 'a meeting that there is not' 1 'number 99'
day meeting show x
refused 'a number that is none' 2 'like 12'

# Its agenda.
made 'one of a plan that there is not' '? “Lost” (22/08/2023): there is no plan “nosuch” in its fiscal year
? “Lost” (22/08/2023): nobody chairs it
? “Lost” (22/08/2023): nobody is marked as present' new title=Lost date=22/08/2023 plan=nosuch
day meeting remove "$id"
made 'an item' '' item "$meeting" subject=First
first=$id
made 'another' '' item "$meeting" subject=Second
second=$id
made 'a decision without anybody, due too early' '? “Ethics” (22/08/2023): nobody carries out the decision “Publish”
? “Ethics” (22/08/2023): the decision “Publish” is due on 01/08/2023, before the meeting' \
    decision "$first" text=Publish due=2023-08-01
publish=$id
made 'a sound one' '' decision "$second" text=Report who=All due=2023-09-15
report=$id
day meeting decision "$meeting" text=x
refused 'a decision belongs to an item' 1 'item of the agenda'
day meeting move "$second" 1
ok 'an item is moved'
day meeting show "$meeting"
is 'and stands first' "$(grep "^  Subject" out | head -n 1)" "  Subject: Second"
day meeting set "$publish" who=All due=2023-12-01
is 'a decision is set right, and nothing is odd about it any more' "$err" ''
day meeting set "$meeting" notice_date=2023-08-23 minutes_date=2023-08-21 notice_memo=47.1
is 'what is odd is said by name' "$err" \
    '? “Ethics” (22/08/2023): held before its notice of 23/08/2023
? “Ethics” (22/08/2023): its minutes of 21/08/2023 are older than the meeting'
day meeting set "$meeting" minutes_memo=৪৭.১
refused 'a memo number is used but once' 1 'The memo number 47.1 was used before: 23/08/2023, সভার নোটিশ: Ethics'
day check --plan integrity
check 'the check tells it as a query' has "$out" '? শুদ্ধাচার                 Quarter 1: “Ethics” (22/08/2023): held before'
run check --plan integrity --format tsv --as-of 2023-09-30
is 'of the plan, with a code' "$(awk -F'\t' '$5 == "meeting-notice" { print $1, $2, $3, $4 }' out)" 'query integrity  1'
run answer integrity - meeting-notice --reason 'the notice was written again' --as-of 2023-09-30
is 'it can be answered' "$err" '1 query answered'
day meeting set "$meeting" notice_date=2023-08-15 minutes_date=2023-08-24 minutes_memo=47.2
day meeting check "$meeting"
is 'set right' "$(tail -n 1 out)" '2 queries'

day meeting check "$meeting" --format tsv
is 'as rows, with codes' "$(cut -f1,4,5 out | sed 1d)" $'query\t1\tmeeting-chair\nquery\t1\tmeeting-attendance'

# Who was there.
day meeting attend "$meeting" name='A guest' designation=Teacher present=yes
is 'a guest is put on the sheet' "$err" ''
day meeting check
is 'then somebody was there' "$out" '? “Ethics” (22/08/2023): nobody chairs it
1 query'
run people add 'Sample Officer' sort=staff designation=Officer from=2020-01-01 to=2023-08-01
run people add 'Sample Assistant' sort=staff designation=Assistant from=2020-01-01
run committee add Committee plan=integrity
run committee member Committee 'Sample Assistant' Member
day meeting set "$meeting" committee=Committee chair='Sample Officer'
is 'a chair who had left is odd' "$err" \
    '? “Ethics” (22/08/2023): the chair, Sample Officer, held no post any more on that day'
day meeting attend "$meeting"
is 'the members and the staff are put on the sheet, but for who had left' "$err" '1 name on the attendance sheet changed'
day meeting attend "$meeting" fill
is 'but once' "$err" '0 names on the attendance sheet changed'
day meeting attend "$meeting" 'Sample Assistant' no
day meeting attend "$meeting" all
is 'all who are not marked are there' "$err" '0 names on the attendance sheet changed'
day meeting show "$meeting"
is 'and nobody stands there twice' "$(grep -c 'Person: Sample Assistant' out)" 1
day meeting set "$meeting" chair='Sample Assistant'
day meeting check "$meeting"
is 'nothing is odd then' "$out" '0 queries'
day meeting attend "$meeting" who
refused 'attendance of nothing' 2 'fill, all'
day meeting attend "$meeting" Nobody yes
refused 'of a person whom nobody knows' 1 'Nobody'

# Decisions.
day decision list --open
is 'overdue first' "$(awk '{ print $1, $2 }' out | head -n 1)" "! $report"
day decision progress "$report" date=2023-08-01 sent to all
is 'progress before the meeting is odd' "$(tail -n 1 err)" \
    '? “Ethics” (22/08/2023): the decision “Report” has progress of 01/08/2023, before the meeting'
day decision progress "$report" sent again
check 'the number of what is new is put out' test "$out" -gt "$report"
run decision list --format tsv --as-of 2023-09-30
is 'several lines, and it is running' "$(awk -F'\t' -v i="$report" '$1 == i { print $2, $4, $5 }' out)" '2 running overdue'
day decision show "$report"
says 'both lines are shown' 'Progress: sent again'
day decision progress "$report"
refused 'progress without words' 2 'orjon decision'
day decision progress 99 x
refused 'of no decision' 1 '99'
day decision set "$report" state=perhaps
refused 'a state that there is not' 1 'State'

# Counting.
day meeting count "$meeting" 1.1 --dry-run
is 'the offer' "$err" 'This is number 1 of 4 for [1.1]; Quarter 1: empty → “1”'
run score --plan integrity --format tsv
is 'and nothing is saved' "$(awk -F'\t' '$3 == "1.1" { print $13 }' out)" empty
day meeting count "$meeting" 1.1
is 'on yes it is counted' "$err" 'This is number 1 of 4 for [1.1]; Quarter 1: empty → “1”'
run export figures --quarter 1
is 'as the figure of its quarter' "$(grep -c $'integrity\t1.1\t1\t1\t' out)" 1
day undo
is 'it is undone' "$code$err" $'0integrity 1.1 Q1: “1” → “”\n1 figure undone'
day meeting list --format tsv
is 'with all that went with it' "$(cut -f6 out | sed 1d)" ''
run export evidence
is 'the evidence too' "$(sed 1d out)" ''
day redo
day meeting list --format tsv
is 'and done again' "$(cut -f6 out | sed 1d)" 1.1
day undo records
check 'so it is by the records' has "$err" 'integrity 1.1 Q1: “1” → “”'
run export figures
is 'with the figure' "$(sed 1d out)" ''
day redo records
run export figures
is 'both ways' "$(grep -c $'integrity\t1.1\t1\t1\t' out)" 1
day check --plan integrity
check 'and nothing is missing of it' test "$(grep -c 'counted for\|are counted' out)" = 0
day meeting count "$meeting" 1.1
refused 'but once' 1 '“Ethics” (22/08/2023): it is counted for [1.1] already'
run meeting check "$meeting" --as-of 2023-08-01
is 'counted before it is held it is odd' "$(grep -c 'it is counted for \[1.1\], but still to be held' out)" 1
figures '2023-24\tintegrity\t1.1\t1\t-'
run enter figures.tsv
day check --plan integrity
check 'a figure below its meetings is a query' has "$out" '1 meeting is counted for it, but the figure is “-”'
figures '2023-24\tintegrity\t1.1\t1\t1'
run enter figures.tsv
day meeting count "$meeting" ১.২
refused 'for no indicator that it does not serve' 1 '[1.2] is none of the indicators'
day meeting count "$meeting" 3.1
refused 'and for no percent' 1 '[3.1] is a percent'
day meeting count "$meeting" 9.9
refused 'nor what is not there' 1 'no indicator “9.9”'
day meeting remove "$meeting"
refused 'it is not removed then' 1 'is counted for [1.1]; withdraw that first'
echo minutes >minutes.pdf
run evidence add integrity 1.1 minutes.pdf --quarter 1 --meeting "$meeting"
day meeting set "$meeting" date=2023-10-10
check 'moved into another quarter it is odd' has "$err" \
    'it is counted for [1.1] in Quarter 1, but not held in that quarter'
run check --plan integrity --quarter 1 --as-of 2023-10-12
check 'also where the quarter is checked in which it was counted' has "$out" 'but not held in that quarter'
day meeting count "$meeting" 1.1 --withdraw
is 'undone from where it was' "$err" 'It is not counted for [1.1] any more; Quarter 1: “1” → empty'
run export evidence
is 'what was put beside it by hand is left' "$(sed 1d out | cut -f8)" minutes.pdf
day meeting set "$meeting" date=2023-08-22
day meeting count "$meeting" 1.1
run print proofs --plan integrity --quarter 1
says 'the index of evidence names the meeting' 'Ethics, ২২/০৮/২০২৩'
day meeting count "$meeting" 1.1 --withdraw
run export evidence
is 'also where it was counted by that' "$(sed 1d out | cut -f8)" minutes.pdf
day meeting count "$meeting" 1.1 --withdraw
refused 'but once' 1 'it is not counted for [1.1]'
figures '2023-24\tintegrity\t1.1\t1\t2'
run enter figures.tsv
day meeting count "$meeting" 1.1
is 'a figure typed by hand stays' "$err" 'This is number 1 of 4 for [1.1]; Quarter 1 says “2” and stays'
day meeting count "$meeting" 1.1 --withdraw
is 'also when it is undone' "$err" 'It is not counted for [1.1] any more; Quarter 1 says “2” and stays'
day office closed_year=2023-24
day meeting count "$meeting" 1.1
refused 'nothing is counted in a closed year' 4 'closed'
day office closed_year=
day meeting new title=Lost date=2023-08-22
day meeting count $((meeting + 99))
refused 'nor a meeting that there is not' 1 'number'

# The next one.
day meeting next "$meeting" --dry-run
says 'the next is proposed' 'Date: 22/11/2023'
day meeting next "$meeting" date=2023-11-20 title=Next
is 'and made, with what is open' "$(head -n 1 err)" '2 open decisions come first on its agenda'
next=$out
day meeting show "$next"
says 'as it was said' 'Subject: Next'
says 'with its items' 'Subject: First'
run decision list --format tsv --as-of 2023-09-30
is 'what was open is carried over' "$(awk -F'\t' '$4 == "carried" { print $1 }' out | sort | xargs)" "$publish $report"
day meeting next "$meeting" date=2023-07-01
refused 'none is the next before the last' 1 'cannot be held before the last'
day meeting next "$meeting" date=2023-10-01
is 'one in between takes nothing from a later one' "$(grep -c 'open decisions' err)" 0
day meeting remove "$out"
day decision progress "$report" more
refused 'and has no progress of its own any more' 1 'carried over'
run print progress --meeting "$meeting"
says 'its progress report tells that it was carried over' 'স্থানান্তরিত'
day export decisions
later=$(awk -F'\t' -v of="$publish" '$NF == of { print $1 }' out)
day decision progress "$later" 'নোটিশ জারি'
run print progress --meeting "$meeting"
says 'and what was done since' 'নোটিশ জারি'
check 'then not that it was carried over' test "${out/স্থানান্তরিত/}" = "$out"
day meeting remove "$meeting"
refused 'a meeting whose decisions live on stays' 1 'lives on in a later meeting'
day meeting remove "$next"
ok 'the next one is removed'
run decision list --format tsv --as-of 2023-09-30
is 'and they are open again, or running' "$(awk -F'\t' 'NR > 1 { print $1, $4 }' out | sort | xargs)" \
    "$publish open $report running"
day meeting set "$meeting" every=
day meeting next "$meeting"
refused 'without a day there is no next' 1 'how often'
day meeting remove "$first"
ok 'an item is removed with its decisions'
day decision show "$publish"
refused 'which are gone' 1 "number $publish"

# Orders from above.
made 'an order from above needs no chair and no attendance of ours' '' \
    new title='Monthly meeting' sort=superior office=District date=2023-09-05
order=$id
made 'it has items' '' item "$order" subject=Innovation
made 'and decisions' '' decision "$id" text='Make a list' who=Us due=2023-09-20
day decision list --open
check 'that stand in the same list' has "$out" 'Make a list – Us; “Monthly meeting” (05/09/2023)'

# In Bengali.
bare --db "$db" meeting check
check 'the findings are in Bengali' bengali "$out"
bare --db "$db" meeting remove 99
check 'and so are the refusals' bengali "${err#orjon: }"

# The sample office has two, and nothing about them is odd.
sample
day meeting list --format tsv
is 'the sample office has a meeting and orders from above' "$(cut -f2,3,6 out | sed 1d)" \
    $'2023-08-22\tmeeting\t1.1\n2023-09-07\tsuperior\t'
day meeting check
is 'nothing about them is odd' "$out" '0 queries'
day people check
is 'nor about its people' "$code$out$err" 0
run memo gaps
is 'nor its memo numbers' "$code$out$err" 0
mkdir kinds
for kind in people terms series committees members meetings items decisions progress attendance memos phrases evidence; do
    run export $kind -o "kinds/$kind.tsv"
done
rm -rf "$db"*
run init --name A --family coop-upazila --fiscal-year 2023-24
for kind in people terms series committees members meetings items decisions progress attendance memos phrases evidence; do
    run import $kind "kinds/$kind.tsv"
    run export $kind
    is "its $kind go into another office as they are" "$out" "$(cat "kinds/$kind.tsv")"
done

# What the committee says, the meeting need not; the chair comes first on the sheet.
sample
run people add Clerk designation=Assistant
run people add Head designation=Officer
run committee add Board plan=integrity chair=Head focal=Clerk
board=${out%%[!0-9]*}
day meeting new title=Board committee=Board date=2023-08-22
meeting=$out
is 'the chair is the committee'"'"'s' "$(grep -c 'nobody chairs' <<<"$err")" 0
day meeting show "$meeting"
says 'so is the plan' 'Plan: '
says 'and the focal point' 'Focal point: Clerk'
day meeting attend "$meeting" fill
day meeting show "$meeting"
is 'the chair is first on the sheet' "$(grep -m 1 'Person: ' <<<"$out" | xargs)" 'Person: Head'
day meeting next "$meeting" date=
refused 'without a date there is no next one' 1 'Give the date'

# On a sealed return.
sample
run enter "$source_dir/db/sample/coop-upazila/figures.tsv"
day meeting new title=Ethics date=2023-08-22 plan=integrity indicators=1.1
meeting=$out
before=$(fingerprint)
run finalise integrity --quarter 1 --as-of 2023-09-30
is 'queries about meetings keep no quarter from being finalised' "$code" 0
check 'it is' test "$before" != "$(fingerprint)"
before=$(fingerprint)
day meeting count "$meeting" 1.1
refused 'a sealed quarter counts no meeting' 4 'finalised'
is 'and nothing was changed' "$(fingerprint)" "$before"

# What a field names is told by its name.
run people add Karim
run people add Rahim
day meeting set "$meeting" chair=Karim
day meeting set "$meeting" chair=Rahim
day undo records
check 'who chaired before' has "$out$err" '“Rahim” → “Karim”'
finish
