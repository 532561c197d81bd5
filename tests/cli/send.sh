#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A finalised quarter as one signed file, and the key for it.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

run send --quarter 1
refused "without -o" 2 '-o'
run send --quarter 1 -o q1.orjon
refused "an office without a code" 2 'code='
run office code=1054
run send --quarter 1 -o q1.orjon
refused "before anything is finalised" 1 'finalised'
check "then no file is made" [ ! -e q1.orjon ]
check "nor a key" [ ! -e "$db.key" ]

run finalise egov --quarter 1
run send --quarter 1 -o q1.orjon
check "one of five is sent" [ "$code" = 0 ]
check "and the others are named" [ "$(grep -c 'not finalised' <<<"$err")" = 4 ]
check "the key is the owner's alone" [ "$(stat -c %a "$db.key")" = 600 ]
check "it begins as what it is" grep -q '^{"orjon":1,"office":{"code":"1054"' q1.orjon
check "figures as typed" grep -q '"typed":"' q1.orjon
check "the secret is not in it" bash -c "! grep -qF \"\$(sed -n 2p '$db.key')\" q1.orjon"
run send --quarter 1 -o q1.orjon
refused "a file that is there stays" 1 'q1.orjon'
run send --quarter 1 -o q1.orjon --force
check "unless --force" [ "$code" = 0 ]

run key
check "20 digits for the telephone" grep -qE '^([0-9]{4} ){4}[0-9]{4}$' <<<"$out"
first=$out
run backup copy.db
cmp -s "$db.key" copy.db.key
check "no copy has the key" [ ! -e copy.db.key ]
mv "$db.key" kept
run send --quarter 1 -o lost.orjon
refused "a key that is gone is not made anew unasked" 1 'key new'
run key new
check "but when it is asked for" [ "$code" = 0 ]
check "and is another" [ "$out" != "$first" ]
mv "$db.key" other && cp kept "$db.key"
run send --quarter 1 -o old.orjon
refused "the old one is then not the office's" 6 'key new'
chmod 644 "$db.key"
run key
refused "one that others can read is no secret" 1 'read by others'
run verify
check "the journal tells of the keys" [ "$code" = 0 ]
run log
check "each by its public half" [ "$(grep -c 'office key:' <<<"$out")" = 2 ]
finish
