#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon export, import, undo and log of records.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

run export
ok "what there is"
check "is listed" grep -q '^meetings	' out
for what in $(tail -n +2 out | cut -f 1); do
    run export "$what"
    is "$what are written" "$code" 0
    [ "$what" = figures ] && continue
    printf '%s\n' "$out" >all.tsv
    before=$(fingerprint)
    run import "$what" all.tsv
    is "and taken in" "$code" 0
    is "where nothing changes" "$(fingerprint)" "$before"
done

printf 'name\tsort\nমোঃ মাহবুবুর আলম\tকর্মকর্তা-কর্মচারী\n"ক ""খ"""\tguest\n' >people.tsv
run import people people.tsv
is "people are taken in" "$code" 0
run export people
one=$(printf '%s\n' "$out" | grep 'মাহবুবুর আলম' | cut -f 1)
check "a choice by its name" has "$out" "$one	মোঃ মাহবুবুর আলম	staff"
check "a quote mark" has "$out" '"ক ""খ"""'

printf 'title\tdate\ttime\tchair\tindicators\nসভা\t১০ জুন ২০২৪\tসকাল ১০টা\tমাহবুবুর আলম\t৪.১.১, ৫.১.১\n' >meetings.tsv
run import meetings - <meetings.tsv
is "from standard input" "$code" 0
run export meetings
check "as it is kept" has "$out" "4.1.1 5.1.1	2024-06-10	10:00"
meeting=$(printf '%s\n' "$out" | tail -1 | cut -f 1)
printf 'parent\tsubject\tdiscussion\n%s\tএক\t"প্রথম\n\nদ্বিতীয়"\n%s\tদুই\t\n' "$meeting" "$meeting" >items.tsv
before=$(fingerprint)
run import items --dry-run items.tsv
is "a dry run" "$code" 0
is "saves nothing" "$(fingerprint)" "$before"
run import items items.tsv
is "items" "$code" 0
run export items
check "places of their own" has "$out" "	$meeting	2	দুই"
check "lines stay" has "$out" '"প্রথম'

run log
check "the log names record and field" grep -q "item of the agenda [0-9]*, Discussion: “” → “প্রথম দ্বিতীয়”" out
run log --format tsv
check "and files have words" grep -q "	item [0-9]* subject	" out
check "a row is a line" [ "$(cut -f 1 out | tail -n +2 | grep -cv '^[0-9]*$')" = 0 ]
run undo records
is "undone" "$code" 0
check "and told" has "$err" "Discussion: “প্রথম দ্বিতীয়” → empty"
run export items
check "the file as one step" [ "$(printf '%s\n' "$out" | grep -c দুই)" = 0 ]
run redo records
is "done again" "$code" 0
run redo records
refused "there is no more" 1 "nothing to redo"

# A copy has them, and brings them back.
run export items
printf '%s\n' "$out" >items.then
run backup copy.db
is "a copy" "$code" 0
run undo records
run restore copy.db
is "put in the place of the file" "$code" 0
run export items
is "has what there was" "$out" "$(cat items.then)"
run verify
is "and is sound" "$code" 0

# Faults by file, line and column; nothing is saved.
before=$(fingerprint)
printf 'parent\tsubject\tplace\n%s\tx\ty\n999\tz\t1\n\tw\t\n' "$meeting" >bad.tsv
run import items bad.tsv
is "a table with faults" "$code" 1
is "each named" "$(grep -o '^bad.tsv:[0-9]*:[0-9]*:' err | tr '\n' ' ')" "bad.tsv:2:3: bad.tsv:3:1: bad.tsv:4:1: "
is "and nothing saved" "$(fingerprint)" "$before"
run import figures bad.tsv
refused "figures are entered" 2 "orjon enter"
run import people missing.tsv
refused "a file that is not there" 1 "missing.tsv"
run import people
refused "no file" 2 "import"
run --readonly import people people.tsv
is "a file that can only be read" "$code" 1
printf 'name\n\xff\n' >bytes.tsv
run import people bytes.tsv
is "what is no text" "$code" 1
run verify
is "the file is sound" "$code" 0
finish
