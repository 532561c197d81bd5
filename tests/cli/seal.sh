#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The seal: its letters on every paper, and what becomes of them when the file is no longer what was finalised.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

# The bytes of a paper that a search can find the letters in.
bytes() { # FILE FORMAT
    case $2 in
    docx | xlsx) unzip -p "$1" ;;
    pdf) pdftotext "$1" - ;;
    *) cat "$1" ;;
    esac
}
formats=(text csv html)
for format in docx xlsx pdf; do
    [ $format = pdf ] && ! command -v pdftotext >/dev/null && continue
    run print return --format $format -o "probe.$format"
    [ "$code" = 0 ] && formats+=("$format")
done
letters_of() { run finalise "$@" --quarter 1 && printf '%s\n' "$out" | sed 's/.*(\([0-9a-f]\{8\}\)\([0-9a-f]\{8\}\).*/\1 \2/'; }
egov=$(letters_of egov)
rti=$(letters_of rti)
check "sixteen letters in two groups" grep -qE '^[0-9a-f]{8} [0-9a-f]{8}$' <<<"$egov"

# Every sealed plan's letters, in every format, whether it is printed alone or with others.
for format in "${formats[@]}"; do
    for paper in return packet; do
        run print $paper --plan all --format "$format" --force -o "paper.$format"
        bytes "paper.$format" "$format" >bytes
        check "$paper of all plans as $format carries the letters of egov" grep -q "$egov" bytes
        check "$paper of all plans as $format carries the letters of rti" grep -q "$rti" bytes
    done
    run print return --plan egov --format "$format" --force -o "paper.$format"
    bytes "paper.$format" "$format" >bytes
    check "one plan as $format carries its letters" grep -q "$egov" bytes
    check "one plan as $format is no draft" test "$(grep -c খসড়া bytes)" = 0
    run print return --plan grs --format "$format" --force -o "paper.$format"
    bytes "paper.$format" "$format" >bytes
    check "an open plan as $format carries none" test "$(grep -cE "$egov|$rti|সিল" bytes)" = 0
done

finish
