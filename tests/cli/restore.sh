#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Another file in the place of the office file opens nothing that was locked, and forgets nothing that was finalised.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample
put_back() { # WORD… : the command, with the passphrase at hand
    extra=("ORJON_PASSPHRASE_FILE=$work/passphrase")
    run "$@"
    extra=()
}
finalised_as() { # NAME PLAN REVISION
    put_back finalise "$2" --quarter 1
    says "$1" "$3"
    run verify
    says "$1: the file is sound" 'is sound'
}
letters_of() { printf '%s' "$out" | sed -n 's/.*(\([0-9a-f]\{8\}\)\([0-9a-f]\{8\}\).*/\1 \2/p'; }

run backup old.db
echo 'long enough' >passphrase
scrubbed "$program" --db "$db" office passphrase <passphrase >/dev/null 2>&1
figures '2023-24\tcharter\t1.1.1\t2\t7\t\t'
run enter figures.tsv
put_back finalise egov --quarter 1
seal=$(letters_of)
before=$(fingerprint)

# Who does not know the passphrase puts nothing back.
run restore old.db </dev/null
is "without the passphrase: exit code" "$code" 1
check "it is the officer's" has "$err" "officer's"
is "nothing has changed" "$(fingerprint)" "$before"
echo 'something else' >wrong
extra=("ORJON_PASSPHRASE_FILE=$work/wrong")
run restore old.db
extra=()
is "with another one: exit code" "$code" 1
is "with another one nothing has changed" "$(fingerprint)" "$before"
run init --sample --force </dev/null
is "init --force without it: exit code" "$code" 1
is "init --force changes nothing" "$(fingerprint)" "$before"
is "and nothing is left beside the file" "$(find . -name 'office.db.*' | wc -l)" 0

# What goes is told, kept and written down.
put_back restore old.db
is "with the passphrase" "$code" 0
check "the seal is named" has "$err" "egov 2023-24, Quarter 1, goes: $seal"
check "the figure is named" has "$err" '1 figure goes: charter 1.1.1 Q2 “7”'
check "and where it is kept" has "$err" "kept as $db.1"
is "it is kept as it was" "$(cksum <"$db.1")" "$before"
run log
says "the journal names the copy and the last row" 'restored old.db: what was there ended with'
says "and the seal" "next revision 1"
check "by which command" grep -q '(restore) restored' out
run verify
says "the file is sound" 'is sound'
run finalise egov --quarter 1 </dev/null
refused "the passphrase has stayed" 1 "officer's"
finalised_as "the next is a revision" egov 'সংশোধিত 1 · '
put_back reopen egov --quarter 1 --reason again
check "and the next but one" has "$err" 'revision 2'
put_back restore old.db
check "opened and put back" has "$err" 'as revision 2'
finalised_as "it is not forgotten" egov 'সংশোধিত 2 · '

# A file that is too damaged to be asked.
damaged() { head -c 5000 /dev/zero | dd of="$db" conv=notrunc status=none; }
damaged
run restore old.db
is "a damaged file is replaced" "$code" 0
check "and it is said" has "$err" 'cannot be read'
check "its copies tell what they know" has "$err" 'egov 2023-24, Quarter 1, goes'
run log
says "in the journal too" 'could not be read'
run finalise egov --quarter 1 </dev/null
refused "its copies know that there is a passphrase" 1 "officer's"
finalised_as "one more than its copies know" egov 'সংশোধিত 3 · '
finalised_as "and one more than the copy where nobody knows" rti 'সংশোধিত 1 · '

# A file that is not there, while copies know more.
rm "$db"
run restore old.db
is "a file that is missing" "$code" 0
check "copies that know more are told of" has "$err" 'copies of it know more'
finalised_as "what they know counts" rti 'সংশোধিত 2 · '
rm "$db" && : >"$db"
run restore old.db
check "an empty file likewise" has "$err" 'copies of it know more'
finalised_as "what they know counts there too" rti 'সংশোধিত 3 · '

# Nothing but the copy is known where it is put back on another machine.
mkdir elsewhere && cp old.db elsewhere/
db=$work/elsewhere/office.db
run restore elsewhere/old.db
is "another machine: nothing goes" "$(wc -l <err)" 1
run finalise egov --quarter 1
check "it begins with the first" test "$(grep -c সংশোধিত out)" = 0
run verify
says "another machine: the file is sound" 'is sound'

# A newer state takes the place of an older one: nothing goes.
run backup newer.db
figures '2023-24\tcharter\t1.1.1\t3\t7\t\t'
run restore newer.db
is "the same state: only what was put back is told" "$(wc -l <err)" 2
run verify
says "the seal that comes with it holds" 'sealed returns: 1'

# A new office.
run init --sample --force
check "a new office: the seal is named" has "$err" 'egov 2023-24, Quarter 1, goes'
check "a new office: what was there is kept" has "$err" "kept as $db."
run log
says "a new office: the journal begins with figures and tells of it" '(init) restored:'
run finalise egov --quarter 1
says "a new office: the next is a revision" 'সংশোধিত 1 · '
run verify
says "a new office: the file is sound" 'is sound'
bare --db "$db" log
says "in Bengali" 'আগের ফাইলে চূড়ান্ত'

finish
