#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copies on a pen drive: drives are mounted in a name space of the test's own; 77 where that cannot be.
# shellcheck source=lib.sh disable=SC2034,SC2154
if [ -z "${3-}" ]; then
    unshare -rm true 2>/dev/null || exit 77
    ground=$(mktemp -d)
    unshare -rm "$BASH" "$0" "$1" "$2" "$ground"
    code=$?
    rmdir "$ground"
    exit $code
fi
# A file system of its own that is not in memory, as far as can be told: one in memory below.
disk() { # BELOW FOLDER SIZE
    mount -t tmpfs -o "size=$3" memory "$1" && mkdir "$1/"{lower,upper,work} &&
        mount -t overlay -o "lowerdir=$1/lower,upperdir=$1/upper,workdir=$1/work" drive "$2"
}
# The office file's disk, which is none in memory wherever the machine keeps what is temporary.
mount -t tmpfs disk "$3" && mkdir "$3/below" "$3/disk" && disk "$3/below" "$3/disk" 200m || exit 77
export TMPDIR=$3/disk
. "$(dirname "$0")/lib.sh"
extra=(ORJON_TEST_CLOCK=1727740800)
sample
stick=$work/stick
mkdir "$stick" "$work/memory"
copies() { find "$stick" -name 'office-*.db' | wc -l; }
plug() { disk "$work/memory" "$stick" "${1:-10m}"; }
unplug() { umount "$stick" && umount "$work/memory"; }
at() { extra=(ORJON_TEST_CLOCK="$1"); }
enter() { # a figure
    figures "2023-24\tegov\t5.1.1\t2\t$1"
    run enter figures.tsv
}

run office pen_drive=stick
refused 'a folder is named from / on' 1 '/media/clerk/ORJON'
mkdir 'my  stick'
for name in "$work/my  stick" "$work/a"$'\t'b "$work/$(printf 'cafe\xcc\x81')"; do
    run office pen_drive="$name"
    refused 'a name that would be changed is not taken' 1 "this folder's name cannot be kept; rename the pen drive"
done
run office pen_drive="  $work/my stick "
is 'blanks around it are no part of it' "$code" 0
run office
says 'and dropped' "pen_drive=$work/my stick"
run office pen_drive="$work/none"
is 'a drive may be away as it is named, which is said' "$code$err" "0$work/none: not there: no copy is made"
run office pen_drive="$stick/"
is 'so is that a folder is none of a drive' "$code$err" \
    "0$stick: not a pen drive: this folder is on the computer’s own disk"
run office
says 'and kept' "pen_drive=$stick"

# A folder that waits for its drive is no drive.
enter 1
is 'work goes on without the drive' "$code$err" '01 figure saved'
is 'and its folder stays empty' "$(ls "$stick")" ''

plug || exit 77
at 1727740801
enter 2
is 'a copy before the file, and one at the end' "$code $(copies)" '0 2'
for copy in "$stick"/office-*.db; do
    run --db "$copy" --readonly verify
    says 'each is sound' 'is sound'
done
run office
run verify
run score
is 'nothing changed, nothing copied' "$(copies)" 2
at 1727740802
run office officer='মোঃ আবদুল করিম'
is 'particulars count as well' "$(copies)" 3
run --readonly office
is 'reading copies nothing' "$(copies)" 3
run finalise egov
is 'finalising does' "$code $(copies)" '0 4'
run enter --dry-run figures.tsv
is 'a trial copies nothing' "$(copies)" 4
run log egov
check 'finalised' has "$out" 'finalised egov'
figures '2023-24\tegov\t5.1.1\t1\t9'
run enter figures.tsv
is 'what was refused copies nothing' "$code $(copies)" '4 4'

# The last ten of this office, and nothing of anybody else.
touch "$stick/letter.odt" "$stick/office-00000000-000009-20200101-000000-11111111.db" "$stick/office-20200101-000000.db"
for i in 1 2 3 4 5 6 7 8; do
    at $((1727740900 + i))
    run office officer="$i"
done
own=$(find "$stick" -name 'office-*.db' | sed 's/.*office-//; s/-.*//' | sort | uniq -c | sort -rn | head -1)
is 'ten copies are kept' "${own% *}" '     10'
is 'of others all' "$(find "$stick" -type f | wc -l)" 13
check 'the newest is the present state' cmp -s <("$program" --db "$(find "$stick" -name 'office-*-2024*.db' | sort | tail -1)" office) \
    <("$program" --db "$db" office)

# A wrong clock changes nothing in which are the last.
before=$(find "$stick" -name 'office-*-2024*.db' | wc -l)
for i in 1 2 3 4 5; do
    at $((i % 2 ? 4070908800 + i : 1275393600 + i))
    run office officer="wrong $i"
done
is 'copies of 2099 and of 2010 are copies' "$(find "$stick" -name 'office-*-2099*.db' -o -name 'office-*-2010*.db' | wc -l)" 5
is 'and take the place of the oldest' "$(find "$stick" -name 'office-*-2024*.db' | wc -l)" $((before - 5))
for i in 1 2 3 4 5 6 7 8 9 10; do
    at $((1727741000 + i))
    run office officer="right $i"
done
is 'and then go as others do' "$(find "$stick" -name 'office-*-2099*.db' -o -name 'office-*-2010*.db' | wc -l)" 0
is 'while ten are kept' "$(find "$stick" -name 'office-*-2024*.db' | wc -l)" 10

# Another office on the same drive.
run --db other/office.db init --sample
run --db other/office.db office pen_drive="$stick"
is 'has copies of its own' "$(find "$stick" -type f | wc -l)" 14

# A name as long as a file system takes leaves no room for what a copy's name adds.
for long in "$(printf 'কার্যালয়%.0s' {1..8})" "$(printf 'x%.0s' {1..220})"; do
    run --db "$long.db" init --sample
    run --db "$long.db" office pen_drive="$stick"
    is 'a long name is cut' "$code$err" 0
    is 'in its one copy' "$(find "$stick" -name "${long:0:40}*-[0-9]*.db" | iconv -f utf-8 -t utf-8 | wc -l)" 1
    run --db "$long.db" office pen_drive="$stick"
    is 'which is found again' "$code$err$(find "$stick" -name "${long:0:40}*.db" | wc -l)" 01
    find "$stick" -name "${long:0:40}*.db" -delete
done

# Read-only, full, and away.
mount -o remount,ro "$stick"
run office pen_drive="$stick"
is 'what is there is found on a drive that can only be read' "$code$err" 0
run office officer=one
is 'a drive that can only be read is no failure' "$code" 0
is 'but is told' "$err" "the pen drive cannot be written to: $stick"
unplug
plug 100k
run office officer=two
is 'nor is a full one' "$code" 0
is 'with a sentence of its own' "$err" "the pen drive is full: $stick"
is 'nothing is left on it' "$(ls -A "$stick")" ''
unplug

# What a copy that was cut short has left is no copy, and takes no room for ever.
plug 800k
at 1727742001
run office officer=cut
is 'a copy' "$code$err $(copies)" '0 1'
part=$(find "$stick" -name 'office-*.db').part-99
head -c 560k /dev/zero >"$part"
touch -d '2 hours ago' "$part"
at 1727742002
run office officer=again
is 'what was left over is swept first' "$code$err $(find "$stick" -type f | wc -l)" '0 2'
for empty in true false; do
    rm -f "$stick"/*
    at 1727742003
    run office officer="short $empty"
    copy=$(find "$stick" -name 'office-*.db')
    $empty && : >"$copy" || truncate -s 40k "$copy"
    run office pen_drive="$stick"
    is 'a copy that is not whole is made anew' "$code$err $(copies)" '0 1'
    run --db "$(find "$stick" -name 'office-*.db')" --readonly verify
    says 'and sound' 'is sound'
done
for i in 1 2 3 4 5 6 7 8; do
    at $((1727743000 + i))
    run office officer="full $i"
    is 'copies of our own make room' "$code$err" 0
done
check 'for the newest' has "$(ls "$stick")" "-$(date -u -d @1727743008 +%Y%m%d)-"
run verify
says 'the file is compared with the copies there' "the newest $stick/office-"
cp "$db" whole.db
for copy in "$stick"/office-*.db; do cp "$copy" "$db" && break; done # the oldest, put in by hand
rm -rf backups
run verify
refused 'which know more than an older one' 1 'goes on from'
cp whole.db "$db"
unplug

run office officer=three
is 'one that is away is nothing to speak of' "$code$err" 0
run verify
says 'nothing was lost' 'is sound'
run office pen_drive=
run office
says 'a drive is taken off' 'pen_drive='
plug
run office officer=four
is 'and gets nothing more' "$(ls -A "$stick")" ''

unplug

# What is in memory is lost with the power.
mount -t tmpfs memory "$stick"
mkdir "$stick/ORJON"
for folder in "$stick" "$stick/ORJON" /dev/shm /dev /proc /sys; do
    [ -d "$folder" ] || continue
    run office pen_drive="$folder"
    is "$folder is no drive" "$code$err" "0$folder: not a pen drive: emptied as the computer shuts down"
done
is 'and gets nothing' "$(find "$stick" -type f | wc -l)" 0
umount "$stick"

finish
