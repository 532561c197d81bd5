#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A quarter as a zip with the files of its proofs: sent, taken in, looked at; and zips that are not
# what they should be.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
up=$work/up.db dis=$work/dis.db
up() { db=$up run "$@"; }
dis() { db=$dis run "$@"; }
db=$up sample
up office code=1054
printf 'a notice' >"notice of the day.txt"
printf 'a photograph' >photo.jpg
up evidence add egov 2.1.1 "notice of the day.txt" photo.jpg --quarter 1
check "two proofs with files" [ "$code" = 0 ]
up finalise egov --quarter 1
up send --quarter 1 --with-proofs -o q1.zip
check "sent with them" [ "$code" = 0 ]
check "as a zip" [ "$(head -c 2 q1.zip)" = PK ]
up send --quarter 1 --with-proofs -o q1.zip
refused "a file that is there stays" 1 'q1.zip'
up send --quarter 1 --with-proofs -o q1.zip --force
check "unless --force" [ "$code" = 0 ]
check "nothing half is left" [ -z "$(ls | grep part)" ]
up send --quarter 1 -o alone.orjon --force
up key
key=$out
dis init --name জেলা --family none --fiscal-year 2023-24
dis office code=10 quarter=1
dis offices add code=1054 name=কাজিপুর level=উপজেলা
dis offices key 1054 alone.orjon "$key"

dis receive --dry-run q1.zip
says "looked at" 'new'
check "nothing is kept by a look" [ ! -e dis.received.evidence ]
mkdir came && cp q1.zip came/
dis receive came
check "taken in from a folder" [ "$code" = 0 ]
check "with both files" [ "$(ls dis.received.evidence | wc -l)" = 2 ]
check "which nobody else reads" [ "$(stat -c %a dis.received.evidence)" = 700 ]
dis review 1054 proofs --plan egov
says "they are listed" "$(printf 'notice of the day.txt\t8\tyes')"
number=$(awk -F'\t' '$5 == "photo.jpg" { print $1 }' <<<"$out")
dis review 1054 open "$number" --plan egov
check "and opened" cmp -s "$out" photo.jpg
rm -f "$out"
dis review 1054 open 99 --plan egov
refused "none of that number" 2 'number'
dis review 1054 proofs --plan egov --quarter 3
refused "of a quarter that did not come" 1 'Nothing came'
dis evidence tidy
check "tidying the own ones leaves them" [ "$(ls dis.received.evidence | wc -l)" = 2 ]
dis verify
check "and all is sound" [ "$code" = 0 ]

# --- not what they should be

again() { # a district that has not yet received
    rm -rf "$dis" "$dis".* dis.received.evidence
    dis init --name জেলা --family none --fiscal-year 2023-24
    dis office code=10 quarter=1
    dis offices add code=1054 name=কাজিপুর level=উপজেলা
    dis offices key 1054 q1.zip "$key"
}
again
head -c 200 q1.zip >cut.zip
dis receive cut.zip
refused "cut short" 1 'cut.zip: the zip is broken'
if command -v zip >/dev/null && command -v unzip >/dev/null; then
    rm -rf inside && mkdir inside && (cd inside && unzip -q ../q1.zip)
    hash=$(sha256sum <photo.jpg | cut -d' ' -f1)
    (cd inside && printf 'a photogrAph' >"proofs/$hash" && zip -qr ../altered.zip .)
    dis receive altered.zip
    refused "a proof that is another" 6 'is not what the office has signed'
    check "then nothing is taken in" [ "$(dis review 1054 proofs; echo "$code")" != 0 ]
    (cd inside && head -c 30000000 /dev/zero >"proofs/$hash" && zip -qr ../bomb.zip .)
    dis receive bomb.zip
    refused "one that unpacks to more than was signed" 1 'larger than the office has signed'
    (cd inside && rm "proofs/$hash" && zip -qr ../without.zip . && printf x >../outside && zip -q ../without.zip ../outside)
    dis receive without.zip
    check "one that is not in it is no fault of the others" [ "$code" = 0 ]
    dis review 1054 proofs --plan egov
    says "it is listed as not here" "$(printf 'photo.jpg\t12\tno')"
    dis review 1054 open "$number" --plan egov
    refused "and cannot be opened" 1 'did not come'
    dis receive q1.zip
    dis review 1054 proofs --plan egov
    says "what comes later is kept beside a return that is here" "$(printf 'photo.jpg\t12\tyes')"
    rm -f no.zip && zip -q no.zip photo.jpg
    dis receive no.zip
    refused "a zip without a return" 1 'no return in this zip'
    (cd inside && head -c 30000000 /dev/zero >return.orjon && zip -qr ../large.zip .)
    dis receive large.zip
    refused "a return that unpacks to too much" 1 'larger than 16 MB'
fi
rm up.evidence/*
up send --quarter 1 --with-proofs -o empty.zip
check "a file that is gone stays away, and is told" [ "$(grep -c 'stays away' <<<"$err")" = 2 ]
finish
