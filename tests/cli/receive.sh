#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Two office files: the upazila finalises and sends; the district receives, sees what differs, takes
# back. Whatever is not in order has a word of its own.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
up=$work/up.db dis=$work/dis.db other=$work/other.db
up() { db=$up run "$@"; }
dis() { db=$dis run "$@"; }
column() { tail -n +2 <<<"$out" | cut -f"$1" | sort; }
db=$up sample
db=$other sample
digits() { grep -oE '([0-9]{4} ){4}[0-9]{4}' <<<"$1" | head -1; }

up office code=1054
up finalise egov --quarter 1
up finalise grs --quarter 1
up send --quarter 1 -o q1.orjon
up key
key=$out
dis init --name জেলা --family coop-district --fiscal-year 2023-24
dis office code=10

# --- who sends

dis receive q1.orjon
refused "an office that is not known" 1 '1054'
dis offices add code=1054 name=ধুনট level=upazila
dis receive q1.orjon
refused "a key that is not known" 6 "$key"
check "and the command that takes it" has "$err" 'orjon offices key 1054 q1.orjon'
dis offices key 1054 q1.orjon "1111 1111 1111 1111 1111"
refused "other digits than were read aloud" 6 'not those'
dis offices key 1054 q1.orjon ""
refused "nor none" 6 'not those'
dis offices key 1054 q1.orjon "${key// /-}"
ok "the key is kept when they are its own"
dis offices key 1054 q1.orjon "$key"
refused "and once" 1 'already'
dis offices add code=1088 name=শেরপুর
dis offices key 1088 q1.orjon "$key"
refused "not for another office" 6 '1054'
dis export keys
cp out keys.tsv
sed -E '2s/^([0-9]+)\t[0-9]+/99\t0/' keys.tsv >twice.tsv
second=$(db=$dis run export offices && grep 1088 <<<"$(cat out)" | cut -f1)
sed -E "2s/^99\t0/\t$second/" twice.tsv >two.tsv
dis import keys two.tsv
check "one key of two offices is refused" has "$err" 'Two offices cannot have one key'

# --- taking in

dis receive --dry-run q1.orjon
check "a dry run" [ "$code" = 0 ]
is "says what it is" "$(column 6,8,9)" "egov	new	no
grs	new	no"
dis receive q1.orjon
check "it is taken in" [ "$code" = 0 ]
is "whole" "$(column 8,9)" "new	yes
new	yes"
check "after a copy" [ -n "$(find . -name "*receive.db")" ]
dis receive q1.orjon
is "twice is once" "$(column 8,9)" "same	no
same	no"
check "and no fault" [ "$code" = 0 ]
dis undo receive
check "undone as one" has "$err" 'Quarter 1 of 2023-2024'
dis undo receive
refused "then there is nothing more" 1 'nothing to undo'
dis redo receive
check "done again" has "$err" 'here again'
dis redo receive
refused "once" 1 'nothing to redo'
dis undo receive
dis receive --plan grs q1.orjon
is "one alone" "$(column 6,8,9)" "egov	new	no
grs	new	yes"
dis receive --plan apa q1.orjon
refused "one that is not in it" 1 'no plan apa'
dis receive q1.orjon
is "then the other" "$(column 6,8,9)" "egov	new	yes
grs	same	no"
dis receive --plan grs q1.orjon
refused "the same by its name" 1 'already here'
dis verify
check "is what is in the signed files" has "$out" '2 returns of other offices'

# --- a newer revision

up reopen egov --quarter 1 --reason ভুল
printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\n' >figures.tsv
code_of=$(db=$up run export figures && awk -F'\t' '$2 == "egov" && $4 == 1 && $5 ~ /^[০-৯0-9]+$/ { print $3; exit }' out)
printf '2023-24\tegov\t%s\t1\t3\tসংশোধিত\n' "$code_of" >>figures.tsv
up enter figures.tsv
up finalise egov --quarter 1
up send --quarter 1 -o again.orjon
dis receive --dry-run again.orjon
is "a newer revision" "$(column 6,8)" "egov	newer
grs	same"
check "and the figure that differs" has "$err" "1054 egov $code_of Q1: "
dis receive again.orjon
is "takes the place of the first" "$(column 6,9)" "egov	yes
grs	no"
dis receive q1.orjon
is "which is older now" "$(column 6,8,9)" "egov	older	no
grs	same	no"
check "and waits" [ "$code" = 3 ]
dis receive --plan egov q1.orjon
check "unless it is asked for" [ "$code" = 0 ]
dis undo receive
dis receive again.orjon
is "undone, the newer one is in force again" "$(column 8)" "same
same"

# --- another office, another year

db=$other run office code=1088
db=$other run plans target egov "$code_of" target 9 --reason পত্র
db=$other run finalise egov --quarter 1
db=$other run send --quarter 1 -o sherpur.orjon
dis receive sherpur.orjon
dis offices key 1088 sherpur.orjon "$(digits "$err")"
dis receive sherpur.orjon
check "with other targets, which are its own" [ -z "$(column 11)" ]
is "another office's stands beside it" "$(column 2,8,9)" "1088	new	yes"
db=$work/fresh.db run init --name বিভাগ --family coop-division --fiscal-year 2024-25
db=$work/fresh.db run import offices <(printf 'id\tcode\tname\n5\t1054\tধুনট\n')
db=$work/fresh.db run receive q1.orjon
db=$work/fresh.db run offices key 1054 q1.orjon "$key"
db=$work/fresh.db run receive q1.orjon
is "a year of which nothing is known" "$(column 8,9)" "other-year	no
other-year	no"

# --- what is no such file

sed 's/"typed":"/"typed":"1/' q1.orjon >altered.orjon
dis receive altered.orjon
refused "an altered file" 6 'changed after it was signed'
head -c 3000 q1.orjon >cut.orjon
dis receive cut.orjon
refused "one that is cut short" 1 'cut short'
echo hello >text.orjon
dis receive text.orjon
refused "a file of another kind" 1 'no return'
: >empty.orjon
dis receive empty.orjon
refused "an empty one" 1 'no return'
truncate -s 1G large.orjon
dis receive large.orjon
refused "one of a gigabyte" 1 '16 MB'
mkfifo pipe.orjon
dis receive pipe.orjon
refused "a pipe" 1 'no ordinary file'
dis receive /dev/zero
refused "a device" 1 'no ordinary file'
dis receive none.orjon
refused "one that is not there" 1 'none.orjon'
{ printf '{"orjon":' && printf '[%.0s' {1..1000}; } >deep.orjon
dis receive deep.orjon
refused "a thousand levels" 1 'deep.orjon'
db=$dis run send --quarter 1 -o own.orjon
mkdir none && dis receive none
refused "a folder without such files" 1 'orjon'
mkdir all && cp q1.orjon again.orjon sherpur.orjon cut.orjon all
dis receive all
check "of a folder, those that can be" has "$out" 'all/sherpur.orjon'
check "and the others are named" has "$err" 'all/cut.orjon'
dis --readonly receive again.orjon
check "what is read only" [ "$code" = 0 ]

# --- a key that was lost

up key new <<<''
up key
new=$out
up send --quarter 1 -o new.orjon
dis receive new.orjon
refused "another key than the office's" 6 "$new"
check "asks for a memo" has "$err" 'memo='
dis offices key 1054 new.orjon "$new"
refused "without which it is not taken" 2 'memo'
dis offices key 1054 new.orjon "$new" memo=12
ok "with it, it is"
dis receive new.orjon
is "the same returns under another signature" "$(column 8)" "same
same"
dis receive q1.orjon
refused "the old key ended" 6 'ended on'
dis verify
check "what came with it is still sound" [ "$code" = 0 ]

# --- somebody writes into the file

cp "$dis" "$work/forged.db"
sqlite3 "$work/forged.db" "UPDATE received SET typed = '99' WHERE rowid = (SELECT min(rowid) FROM received WHERE receipt IN (SELECT id FROM receipt WHERE in_force))" 2>/dev/null ||
    sqlite3 "$work/forged.db" "UPDATE received SET typed = '99' WHERE receipt IN (SELECT id FROM receipt WHERE in_force)"
db=$work/forged.db run verify
check "is found by the signed file" has "$err" 'signed file'
finish
