#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Proofs: their files beside the office file, what may be taken in, what is noticed, and where they go along.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample_returns
folder=$work/office.evidence
add() { run evidence add rti 1.1.1 "$@"; }
hash_of() { sha256sum "$1" | cut -d' ' -f1; }
row_of() { run evidence list --plan rti && out=$(printf '%s\n' "$out" | awk -F'\t' -v f="$1" '$9 == f'); }
finds() { check "$1" grep -qxF "$2" <<<"$out"; }
findings() { run check --plan rti --format tsv && out=$(printf '%s\n' "$out" | cut -f1,3-5 | grep proof); }

# What the plan asks for.
run evidence list --plan rti
is "the head of the list" "$(head -1 <<<"$out")" \
    $'plan\tindicator\tquarter\tnumber\tevidence\tthere\tid\tstate\tfile\tbytes\tsha256\tmeeting\tnote'
says "what the plan asks for" $'rti\t2.1.1\t1\t1\tবার্ষিক প্রতিবেদনের কপি\t\t'
findings
is "an office without proofs is not asked for them" "$out" ''

# Taken in.
echo 'notice of the first quarter' >'সভার নোটিশ.pdf'
add 'সভার নোটিশ.pdf'
ok "a file is taken in"
hash=$(hash_of 'সভার নোটিশ.pdf')
row_of 'সভার নোটিশ.pdf'
id=$(cut -f7 <<<"$out")
is "its row" "$out" $'rti\t1.1.1\t1\t1\tঊর্ধ্বতন কার্যালয়ে প্রেরিত প্রতিবেদন\tyes\t'"$id"$'\tsound\tসভার নোটিশ.pdf\t28\t'"$hash"$'\t\t'
is "the folder is private" "$(stat -c %a "$folder")" 700
is "the file is private" "$(stat -c %a "$folder/$hash")" 600
check "it is what it was" cmp -s "$folder/$hash" 'সভার নোটিশ.pdf'
cp 'সভার নোটিশ.pdf' again.pdf
run evidence add rti 2.1.1 again.pdf "file://$work/again.pdf"
check "the same twice for one proof" has "$err" 'is there already'
is "the same content is one file" "$(ls "$folder" | wc -l)" 1
is "and two proofs" "$(run evidence check && sed -n 1p <<<"$out" | cut -d, -f2-)" ' files: 2, 1 MB; not as they were taken in: 0'
add --name 'আরও' one.pdf two.pdf
is "all or nothing" "$code" 1

# What is no proof, each with its own sentence.
mkdir a_folder && mkfifo a_pipe && ln -s 'সভার নোটিশ.pdf' a_link && ln -s /etc a_way && : >nothing && truncate -s 2G large
add a_folder && refused "a folder" 1 'a_folder is a folder; name the files in it'
add a_pipe && refused "a pipe" 1 'a_pipe is a pipe between programs, no file'
add a_link && refused "a link" 1 'a_link is a link; name the file itself'
add /dev/zero && refused "a device" 1 '/dev/zero is a device, no file'
add nothing && refused "an empty file" 1 'nothing is empty'
add large && refused "2 GB" 1 'large has 2048 MB; a proof may have 50 at most'
add absent && refused "a file that is not there" 1 'There is no file absent'
add ../../absent/x && refused "a way out to nothing" 1 'There is no file ../../absent/x'
add "$(printf 'y%.0s' {1..300})" && refused "a name of 300 letters" 1 'No file can have a name as long as this'
add https://example.org/a.pdf && refused "an address of the net" 1 'is no file of this machine'
if [ "$(id -u)" != 0 ]; then
    echo x >closed && chmod 0 closed
    add closed && refused "a file that may not be read" 1 'closed may not be read by you'
fi
add --name 7 again.pdf && refused "a proof that the plan does not ask for" 1 'the plan asks for 1 proof, there is no number 7'
run evidence add rti 9.9 again.pdf && refused "an indicator that is not there" 1 'has no indicator'
is "nothing of all that was taken in" "$(ls "$folder")" "$hash"

# Names become one line, and no way out of a folder.
echo one >$'a\nb.pdf' && echo two >"$(printf 'x%.0s' {1..250}).pdf" && mkdir shut && echo three >shut/..x
add $'a\nb.pdf'
check "a name with a line break is changed, and it is said" has "$err" 'is kept as “a?b.pdf”'
add x*.pdf
check "a long one is shortened" has "$err" 'xxx.pdf”'
add a_folder/../shut/..x
check "what is hidden shows" has "$err" 'is kept as “x”'
is "in one line each" "$(run evidence list --plan rti && wc -l <<<"$out")" 6

# Opened: a copy in a folder of one's own.
XDG=$work/session && mkdir -m 700 "$XDG"
open_it() { extra=("XDG_RUNTIME_DIR=$XDG") && run evidence open "$1" && extra=(); }
open_it "$id"
check "a copy is opened under its own name" cmp -s "$out" 'সভার নোটিশ.pdf'
check "where nobody else can look" test "$(stat -c %a "$(dirname "$out")")" = 700
has_name() { [ "$(basename "$out")" = "$1" ]; }
check "it is called so" has_name 'সভার নোটিশ.pdf'
open_it 9999 && refused "one that is not there" 1 'There is no'
open_it x && refused "no number" 2 'is no number of a record'

# A name brought in from elsewhere is no way out.
run evidence set "$id" file=../../x && refused "the name of a file is not set" 1 'by the program alone'
run evidence set "$id" note='read out' && ok "a note is"

# Whether it is there on paper.
run evidence mark rti 2.1.1 no --name 'বার্ষিক প্রতিবেদনের কপি'
ok "what is not there"
run evidence mark rti 2.1.1 perhaps
is "yes or no" "$code" 2

# A figure without proof is a query, one for an indicator, where the office keeps proofs.
figures '2023-24\trti\t1.1.1\t1\t100%\t\t' '2023-24\trti\t1.1.1\t2\t100%\t\t' '2023-24\tcharter\t1.1.1\t1\t1\t\t'
run enter figures.tsv
findings
is "what has its proofs is not asked for" "$(grep 1.1.1 <<<"$out")" ''
run check --plan rti --quarter 2 --format tsv
is "a figure without them is" "$(cut -f1,3-5 <<<"$out" | grep no-proof)" $'query\t1.1.1\t2\tno-proof'
run check --plan charter --format tsv
is "not in a plan for which there are none" "$(grep -c no-proof <<<"$out")" 0

# Lost, altered.
spoil() { printf 'N' | dd of="$folder/$hash" conv=notrunc status=none; }
mend() { rm -f "$folder/$hash" && cp -p 'সভার নোটিশ.pdf' "$folder/$hash" && chmod 600 "$folder/$hash"; }
rm "$folder/$hash"
findings
finds "a file that vanished is an error" $'error\t1.1.1\t1\tproof-missing'
mkdir "$folder/$hash" && findings
finds "a folder in its place too" $'error\t1.1.1\t1\tproof-altered'
rmdir "$folder/$hash" && mkfifo "$folder/$hash" && findings
finds "and a pipe" $'error\t1.1.1\t1\tproof-altered'
rm "$folder/$hash" && ln -s "$work/সভার নোটিশ.pdf" "$folder/$hash" && findings
finds "and a link, also to the same" $'error\t1.1.1\t1\tproof-altered'
mend && echo more >>"$folder/$hash" && findings
finds "and another size" $'error\t1.1.1\t1\tproof-altered'
mend && spoil
run evidence check
is "one letter: exit code of evidence check" "$code" 3
check "it is named" has "$out" '2023-24 rti 1.1.1 Q1 “সভার নোটিশ.pdf”: altered'
run verify
is "exit code of verify" "$code" 1
check "named there too" has "$err" 'rti 1.1.1 Q1 “সভার নোটিশ.pdf”: altered'
open_it "$id" && refused "nobody is shown another file" 1 'it was altered'
run finalise rti --quarter 1
is "nothing is finalised over it" "$code" 3
add 'সভার নোটিশ.pdf'
check "the same file again is there already" has "$err" 'is there already'
mend

# A sealed quarter.
run meeting new title=Ethics date=2023-09-20 plan=rti
meeting=$out
run meeting set "$meeting" venue=Room
add --name Ethics --meeting "$meeting"
run finalise rti --quarter 1
is "finalised" "$code" 0
run verify
says "sound" 'sealed returns: 1'
says "with its proofs" '5 files of proofs are what was taken in'
add again.pdf --name other && refused "no more is added" 4 'finalised and locked'
run evidence mark rti 1.1.1 no && refused "nor said" 4 'finalised and locked'
run evidence remove "$id" && refused "nor removed" 4 'finalised and locked'
run evidence set "$id" note=other && refused "nor changed" 4 'finalised and locked'
run meeting set "$meeting" date=2023-09-23 && refused "nor the day of the meeting that is one" 4 'finalised and locked'
run meeting set "$meeting" venue=Hall && is "what no proof rests on is" "$code" 0
run export meetings -o held.tsv && sed -i 's/2023-09-20/2023-09-23/' held.tsv
run import meetings held.tsv && refused "nor by a table" 4 'finalised and locked'
run undo records && run undo records
is "nor by undoing" "$code" 4
run evidence add rti 1.1.1 again.pdf --quarter 2 && ok "the next quarter is open"
spoil
run verify
is "altered: exit code of verify" "$code" 6
check "by name" has "$err" 'A proof no longer fits the seal: 2023-24 rti 1.1.1 Q1 “সভার নোটিশ.pdf”: altered'
bare --db "$db" verify
check "in Bengali" has "$err" 'প্রমাণকটি আর সিলের সাথে মেলে না'
mend
run reopen rti --quarter 1 --reason 'a proof was left out'
run evidence remove "$id"
ok "opened again it can be removed"
run undo records 2>/dev/null
add 'সভার নোটিশ.pdf' --name 1

# Copies take them along.
run backup copy.db
ok_copy() { [ "$code" = 0 ] && [ "$(ls copy.evidence | wc -l)" = 4 ]; }
check "a backup has its proofs beside it" ok_copy
check "each as it was" cmp -s "copy.evidence/$hash" 'সভার নোটিশ.pdf'
check "so have the copies that make themselves" test -f "backups/office.evidence/$hash"
mkdir elsewhere && cp copy.db elsewhere/ && cp -r copy.evidence elsewhere/
rm -r "$folder"
run backup lost.db
check "what is lost is not taken along, and it is said" has "$err" 'A proof was not taken along, “সভার নোটিশ.pdf” of 1.1.1: its file is missing'
run restore elsewhere/copy.db
is "put back" "$code" 0
run evidence check
is "with its proofs" "$code" 0
rm -r "$folder" && rm -r elsewhere/copy.evidence
run restore elsewhere/copy.db
check "a copy without them says so" has "$err" 'its file is missing'
newest=$(ls backups/*.db | tail -1)
run restore "$newest"
run evidence check
is "the copies in backups bring them back" "$code" 0

# Tidied on demand only.
run reopen rti --quarter 1 --reason 'one more'
echo more >more.pdf && add more.pdf --name 1
more=$(printf '%s\n' "$(run evidence list --plan rti && awk -F'\t' '$9 == "more.pdf" { print $7 }' <<<"$out")")
run evidence remove "$more"
check "a file stays when its proof goes" test -f "$folder/$(hash_of more.pdf)"
run evidence check
says "and is told of" 'files that no proof names: 1'
run evidence tidy
check "until it is tidied" test ! -e "$folder/$(hash_of more.pdf)"
check "the others stay" test -f "$folder/$hash"

# All of them together have a limit.
truncate -s 4G "$folder/$(printf '0%.0s' {1..64})"
add more.pdf && refused "the limit of all" 1 'all proofs together may have 4096 MB'

finish
