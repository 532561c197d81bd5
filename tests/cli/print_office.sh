#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon print: docx and xlsx, and printing through a spooler that is a script.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

# Formats that may be absent from a build are refused by name, with the package to install.
have() { # FORMAT
    run print return --format "$1" --force -o "probe.$1"
    [ "$code" = 0 ] || { has "$err" 'built without' || fail "$1"; return 1; }
}
for format in docx xlsx; do
    have $format || { refused "$format is not built here" 1 "$format" && continue; }
    run print return --format $format -o return.$format
    ok "$format"
    check "a whole zip" unzip -tqq return.$format
    run print return --format $format -o return.$format
    refused "a file that exists is kept" 1 'exists already'
    run print return --format $format -o again.$format
    check "twice the same bytes" cmp -s return.$format again.$format
    run print return --plan all --format $format -o /dev/full
    refused "a full device" 1 '/dev/full'
    mkdir locked
    chmod 500 locked
    if [ "$(id -u)" != 0 ]; then
        run print return --format $format -o locked/return.$format
        refused "a folder that can only be read" 1 'locked'
    fi
    chmod 700 locked
    (ulimit -f 1 && run print return --format $format -o locked/return.$format && [ "$code" = 0 ]) 2>/dev/null &&
        fail "a disk with no room for it"
    is "leaves nothing" "$(find locked -mindepth 1 | wc -l)" 0
    rmdir locked
    run print targets --format $format -o targets.$format
    ok "the grade table as $format"
    run print scoresheet --format $format -o scoresheet.$format
    ok "the score sheet as $format"
done

# Printing.
mkdir bin
spooler() { printf '#!/bin/sh\n%s\n' "$1" >bin/lp && chmod 700 bin/lp; }
real_path=$PATH
PATH=$work/bin:$PATH
spooler "for a; do echo \"[\$a]\"; done >'$work/args'; head -c 5 >'$work/paper'; echo 'request id is laser-1'"
run print return --copies 2
refused "copies without a printer" 2 '--printer'
run print return --printer laser --format html
refused "a printer gets PDF only" 2 'PDF'
run print return --printer laser -o file
refused "a printer or a file" 2 '-o'
for copies in 0 100 x 1.5 -1; do
    run print return --printer laser --copies=$copies
    refused "no number of copies: $copies" 2 'copies'
done
check "nothing was printed yet" test ! -e args
if have pdf; then
    run print return --printer laser --copies ২ --pages 1-2
    check "printed" test "$code" = 0
    check "the spooler's answer is talk" test "$out" = '' -a "$err" = 'request id is laser-1'
    is "what the spooler was asked" "$(tr -d '\n' <args)" '[-dlaser][-n2][-treturn][-P1-2][--]'
    is "it got a PDF" "$(cat paper)" '%PDF-'
    run print return --printer='-o raw; touch bad'
    is "a printer's name is no option" "$(head -n 1 args)" '[-d-o raw; touch bad]'
    check "and no command" test ! -e bad
    run print return --printer laser --pages '1;2'
    refused "no pages" 2 '1-2,5'
    spooler "echo 'lp: The printer or class does not exist.' >&2; exit 1"
    run print return --printer nowhere
    refused "the spooler's words are shown" 1 'does not exist'
    mkdir none
    PATH=$work/none
    out=$("$program" --lang en --db "$db" print return --printer laser 2>err) code=$?
    PATH=$real_path
    err=$(cat err)
    refused "no spooler" 1 'cups-client'
else
    run print return --printer laser
    refused "without the pdf writer" 1 'pdf'
    check "nothing was printed" test ! -e args
fi
finish
