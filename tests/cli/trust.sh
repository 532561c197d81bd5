#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever comes that is not in order: one clear sentence in Bengali for each, and the office file stays as it was, byte
# for byte. SHOW=1 in the environment prints the sentences. The third word is the program by a clock of the test's own.
# shellcheck source=lib.sh disable=SC2034,SC2154
. "$(dirname "$0")/lib.sh"
by_test_clock=$3
up=$work/up.db dis=$work/dis.db
up() { db=$up run "$@"; }
dis() { db=$dis run "$@"; }
column() { tail -n +2 <<<"$out" | cut -f"$1" | sort; }
key_of() { db=$1 run key && printf '%s' "$out"; }
plain() { ! grep -qiE 'sqlite|sql|errno|constraint|database|json_|\(null\)' <<<"$1"; }

db=$up sample
up office code=1054
up finalise egov --quarter 1
up send --quarter 1 -o q1.orjon
key=$(key_of "$up")
dis init --name জেলা --family coop-district --fiscal-year 2023-24
dis office code=10
dis offices add code=1054 name=ধুনট level=upazila
dis offices add code=1055 name=শেরপুর level=upazila
dis offices key 1054 q1.orjon "$key"

# NAME CODE PART COMMAND…: said in Bengali, with that part, and nothing changed. PART may be a pattern.
bad() {
    local name=$1 wanted=$2 part=$3 before
    shift 3
    before=$(cksum <"$dis")
    scrubbed "$program" --lang bn --db "$dis" "$@" >out 2>err
    code=$?
    out=$(cat out) err=$(cat err)
    [ -z "${SHOW-}" ] || printf '# %s (%s)\n%s\n' "$name" "$code" "$err$out" | head -8
    if [ "$code" = "$wanted" ] && grep -qE -- "$part" <<<"$err$out" && bengali "$err$out" && plain "$err" &&
        [ "$before" = "$(cksum <"$dis")" ]; then
        pass "$name"
    else
        fail "$name"
    fi
}
at() { # FILE COMMAND…: likewise of another office
    local dis=$1
    shift
    "$@"
}
# A file with an end as signed ones have, so that what is in it is read.
tailed() { printf '%s,"signature":"%088d"}\n' "$1" 0 >"$2"; }

# --- files

sed 's/"typed":"/"typed":"1/' q1.orjon >altered.orjon
bad 'one letter is another' 6 'পরিবর্তন' receive altered.orjon
head -c 3000 q1.orjon >cut.orjon
bad 'cut short' 1 'অসম্পূর্ণ|কাটা|মাঝখানে' receive cut.orjon
: >empty.orjon
bad 'empty' 1 'empty.orjon' receive empty.orjon
head -c 100000 /dev/urandom >noise.orjon
bad 'noise' 1 'noise.orjon' receive noise.orjon
truncate -s 1G large.orjon
bad 'a gigabyte' 1 '১৬' receive large.orjon
head -c 200000000 /dev/zero | gzip -9 >bomb.orjon
bad 'a bomb' 1 'bomb.orjon' receive bomb.orjon
tailed "{\"orjon\":$(printf '[%.0s' {1..1000})$(printf ']%.0s' {1..1000})" deep.orjon
bad 'a thousand levels' 1 'deep.orjon' receive deep.orjon
tailed "{\"orjon\":$(printf '[%.0s' {1..100000})" deeper.orjon
bad 'a hundred thousand, never closed' 1 'deeper.orjon' receive deeper.orjon
for number in 1e400 99999999999999999999999999 -1 0.5 '"1"' null; do
    tailed "{\"orjon\":$number" number.orjon
    bad "the number $number" 1 'number.orjon' receive number.orjon
done
sed 's/"fiscal_year":2023/"fiscal_year":99999/' q1.orjon >year.orjon
bad 'a year that cannot be' 1 'fiscal_year' receive year.orjon
sed 's/^{"orjon":1/{"orjon":7/' q1.orjon >newer.orjon
bad 'of a newer orjon' 5 'নতুন' receive newer.orjon
bad 'none there' 1 'none.orjon' receive none.orjon
mkdir empty && bad 'a folder with nothing in it' 1 'orjon' receive empty
mkdir other && echo x >other/readme.txt && cp "$up" other/office.db
bad 'a folder with other files' 1 'orjon' receive other
mkfifo pipe.orjon
bad 'a pipe' 1 'pipe.orjon' receive pipe.orjon
ln -s loop.orjon loop.orjon
bad 'a link to itself' 1 'loop.orjon' receive loop.orjon
cp q1.orjon locked.orjon && chmod 0 locked.orjon
[ -r locked.orjon ] || bad 'one that may not be read' 1 'locked.orjon' receive locked.orjon

# --- who sends

db=$work/stranger.db sample
db=$work/stranger.db run office code=1099
db=$work/stranger.db run finalise egov --quarter 1
db=$work/stranger.db run send --quarter 1 -o stranger.orjon
bad 'an office that nobody knows' 1 '1099' receive stranger.orjon
db=$work/stranger.db run office code=1054
db=$work/stranger.db run send --quarter 1 -o false.orjon
bad 'in the name of another' 6 'orjon offices key 1054' receive false.orjon
bad 'whose digits nobody read aloud' 6 'মেলে না|নয়' offices key 1054 false.orjon '1111 1111 1111 1111 1111'
bad 'or with no memo' 2 'memo' offices key 1054 false.orjon "$(key_of "$work/stranger.db")"
db=$work/stranger.db run office code=1055
db=$work/stranger.db run send --quarter 1 -o second.orjon
bad 'one whose key is not known yet' 6 'orjon offices key 1055' receive second.orjon
bad 'a key for another office' 6 '1054' offices key 1055 q1.orjon "$key"
bad 'two offices of one code' 1 '1054' offices add code=1054 name=ক
bad 'of one code in other digits' 1 '১০৫৪|1054' offices add code=১০৫৪ name=ক
dis offices set 1054 under=1055
bad 'in a circle' 1 'নিজেরই' offices set 1055 under=1054
bad 'from a day on' 1 'নিজেরই' offices move 1055 from=2024-01-01 under=1054
bad 'below itself' 1 'নিজেরই' offices set 1054 under=1054
bad 'below itself from a day on' 1 'নিজেরই' offices move 1054 from=2024-01-01 under=1054

# --- what is in it

dis receive q1.orjon
check 'what is in order is taken in' [ "$code" = 0 ]
bad 'twice is once' 0 'same' receive q1.orjon
bad 'also by its name' 1 'egov' receive --plan egov q1.orjon
cp q1.orjon 'another name.orjon'
bad 'under another name too' 0 'same' receive 'another name.orjon'
up reopen egov --quarter 1 --reason ভুল
up finalise egov --quarter 1
up send --quarter 1 -o second-revision.orjon
dis receive second-revision.orjon
check 'a newer revision takes its place' has "$out" 'newer'
bad 'an older one, played again' 3 'older' receive q1.orjon
dis undo receive
dis undo receive
dis receive second-revision.orjon
bad 'nor after both were undone' 3 'older' receive q1.orjon
db=$work/far.db run init --name দূর --family none --fiscal-year 2031-32
db=$work/far.db run offices add code=1054 name=ধুনট
db=$work/far.db run offices key 1054 q1.orjon "$key"
at "$work/far.db" bad 'of a year of which nothing is known' 3 'other-year' receive q1.orjon
at "$up" bad 'the own return' 1 'এই দপ্তর' receive q1.orjon

# --- an office that was closed, moved, renamed

dis offices set 1054 until=2023-08-31 successor=1055
dis receive --dry-run q1.orjon
check 'what it still sent for its days can be looked at' has "$out" '1054'
dis offices set 1054 until= successor=
dis offices move 1054 from=2023-09-01 under=-
dis offices rename 1054 from=2023-09-01 name=ধুনট-২
up reopen egov --quarter 1 --reason ভুল
up finalise egov --quarter 1
up send --quarter 1 -o third.orjon
dis receive third.orjon
check 'moved and renamed, it is the same office' has "$out" $'newer\tyes'

# --- a key that was lost

up key new <<<''
up send --quarter 1 -o lost.orjon
new=$(key_of "$up")
bad 'a new key that nobody has told of' 6 'memo' receive lost.orjon
dis offices key 1054 lost.orjon "$new" memo=১২
bad 'the old one ended' 6 'শেষ|পর্যন্ত|মেয়াদ' receive q1.orjon
bad 'and does not come back' 1 'শেষ' offices key 1054 q1.orjon "$key" memo=১৩
dis verify
check 'what came with it is sound' [ "$code" = 0 ]

# --- reviews

dis review 1054 --accept --plan egov -o review.orjon
check 'a review is written' [ -s review.orjon ]
digits=$(key_of "$dis")
at "$up" bad 'its key is not known yet' 6 'receive|DIGITS' receive review.orjon
at "$up" bad 'other digits' 6 'অঙ্ক' receive review.orjon --key '1111 1111 1111 1111 1111'
sed 's/"verdict":"accepted"/"verdict":"returned"/' review.orjon >forged.orjon
at "$up" bad 'a verdict turned round' 6 'পরিবর্তন' receive forged.orjon --key "$digits"
head -c 300 review.orjon >cut.orjon
at "$up" bad 'a review cut short' 1 'অসম্পূর্ণ' receive cut.orjon --key "$digits"
tailed "{\"orjon_review\":$(printf '[%.0s' {1..1000})$(printf ']%.0s' {1..1000})" deep.orjon
at "$up" bad 'a review a thousand levels deep' 1 'deep.orjon' receive deep.orjon --key "$digits"
db=$work/third.db sample
db=$work/third.db run office code=1088
at "$work/third.db" bad 'a review for another office' 1 '1054' receive review.orjon --key "$digits"
up receive review.orjon --key "$digits"
check 'in order, it is taken in' [ "$code" = 0 ]
at "$up" bad 'twice is once' 0 'আগে' receive review.orjon
bad 'the own review' 1 'review.orjon' receive review.orjon

# --- clocks

# The day is that of Dhaka, wherever the machine thinks it is.
midnight=1696442400 # of 2023-10-05 there
day_of() { # SECONDS
    dis undo receive
    extra=(ORJON_TEST_CLOCK="$1" TZ=America/New_York SOURCE_DATE_EPOCH=)
    program=$by_test_clock dis receive lost.orjon
    extra=()
    dis offices sent --plan egov --quarter 1 --format tsv
    day=$(awk -F'\t' '/1054/' <<<"$out" | grep -oE '2023-10-0[0-9]' | sort -u)
}
day_of $((midnight - 1))
is 'a second before midnight in Dhaka' "$day" 2023-10-04
day_of $midnight
is 'and at midnight' "$day" 2023-10-05
for year in 1971 2050; do
    extra=(ORJON_TEST_CLOCK="$(date -u -d "$year-06-01" +%s)")
    program=$by_test_clock dis receive --dry-run lost.orjon
    check "a clock in $year does not keep it back" [ "$code" = 0 ]
done
extra=()

# --- very many

mkdir many
for i in {1..2000}; do ln lost.orjon "many/$i.orjon"; done
bad 'thousands of the same' 0 'same' receive many
check 'each told' [ "$(wc -l <<<"$out")" = 2001 ]
finish
