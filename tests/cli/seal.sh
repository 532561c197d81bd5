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
letters_of() { # PLAN
    run finalise "$@" --quarter 1
    printf '%s\n' "$out" | sed 's/.*(\([0-9a-f]\{8\}\)\([0-9a-f]\{8\}\).*/\1 \2/'
}
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

# On every page: the letters of the plan that it shows, and its own page numbers.
every_page() { # LETTERS: each page, from standard input parted by form feeds, has the letters
    awk -v RS='\f' -v letters="$1" 'NF && !index($0, letters) { lacking++ } END { exit lacking != 0 }'
}
run print return --plan egov
check "the letters stand on every page of text" every_page "$egov" <out
run print return --plan all
check "of all plans too" test "$(grep -c '· ই-গভর্ন্যান্স' out)" -gt 0 -a \
    "$(grep -c "· $egov" out)" = "$(grep -c '· ই-গভর্ন্যান্স' out)"
if command -v pdftotext >/dev/null; then
    run print return --plan egov --format pdf --force -o one.pdf
    check "and of a pdf" every_page "$egov" < <(pdftotext one.pdf -)
fi

# Letters typed from a paper.
for typed in "$egov" "${egov/ /}" "${egov:0:8}" "$(tr a-f A-F <<<"$egov")" "$(sed 's/ /-/; y/0123456789/০১২৩৪৫৬৭৮৯/' <<<"$egov")"; do
    run verify --letters "$typed"
    says "the letters $typed" 'are those of egov 2023-24, Quarter 1, revision 0: finalised'
done
run verify --letters "${egov:0:8}"
says "so few are told of" '8 of its 64 letters were compared'
says "and what they are worth" 'can be made to fit'
run verify --letters "$egov"
says "sixteen are enough" '16 of its 64'
says "the copies are named" 'Compared with 2 copies, the newest'
for typed in '' 1234567 'xyzxyzxyz' "$egov!"; do
    run verify --letters "$typed"
    refused "no letters: «$typed»" 2 '8 or more'
done
run verify --letters '0000 0000 0000 0000'
refused "letters of no paper" 6 'No return finalised'
bare --db "$db" verify --letters '0000000000000000'
check "in Bengali" bengali "$err"
run reopen egov --quarter 1 --reason again
run verify --letters "$egov"
says "of a paper that is no longer in force" 'opened again since'
second=$(letters_of egov)
run verify --letters "$second"
says "of the one that is" 'revision 1: finalised'
egov=$second

# The file holds something else than was finalised: the triggers taken away, a change, the triggers put back.
command -v sqlite3 >/dev/null || { finish && exit; }
cp "$db" sealed.db
tamper() { # SQL
    local schema
    schema=$(sqlite3 "$db" "SELECT group_concat(sql || ';', char(10)) FROM sqlite_schema WHERE type = 'trigger'")
    {
        sqlite3 "$db" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'"
        printf '%s;\n%s\n' "$1" "$schema"
    } | sqlite3 "$db"
}
of_egov="(SELECT i.id FROM indicator i JOIN plan p ON p.id = i.plan WHERE p.name = 'egov' AND i.code = '1.1.1')"
misfits() { # NAME PLAN PART: every format of the paper is marked, without letters, and ends with 6
    local format
    for format in "${formats[@]}"; do
        run print return --plan "$2" --format "$format" --force -o "paper.$format"
        refused "$1: $format" 6 "$3"
        bytes "paper.$format" "$format" >bytes
        check "$1: $format is marked" grep -q 'সিলের সাথে মেলে না' bytes
        check "$1: $format has no letters" test "$(grep -cE "$egov|$rti|সিল:" bytes)" = 0
    done
    run print return --plan "$2" --format text
    is "$1: on standard output" "$code" 6
    has "$out" 'সিলের সাথে মেলে না' || fail "$1: is not marked"
    bare --db "$db" print return --plan "$2" -o /dev/null
    check "$1: in Bengali" bengali "$err"
}
tamper "UPDATE figure SET value = 30, typed = '৩' WHERE quarter = 1 AND indicator = $of_egov"
misfits "a figure" egov 'what was finalised'
misfits "a figure, among others" all 'what was finalised'
run verify
refused "a figure: verify" 1 'damaged'
for change in "UPDATE indicator SET weight = 10 WHERE id = $of_egov" \
    "UPDATE seal SET revision = 4 WHERE plan = (SELECT id FROM plan WHERE name = 'egov')" \
    "UPDATE journal SET hash = zeroblob(32) WHERE seq = 3" \
    "UPDATE setting SET value = 'Another Office' WHERE key = 'name'"; do
    cp sealed.db "$db"
    tamper "$change"
    run print return --plan egov
    is "$change: print" "$code" 6
    check "$change: no letters" test "$(grep -cE "$egov|সিল:" out)" = 0
    run verify
    refused "$change: verify" 1 'damaged'
done
cp sealed.db "$db"
tamper "DELETE FROM seal; DELETE FROM paper; DELETE FROM journal WHERE seq >= (SELECT min(seq) FROM journal WHERE what = 'seal')"
run verify
refused "the end of the journal: verify" 1 'goes on from'
misfits "the end of the journal" egov 'goes on from'
bare --db "$db" verify
check "the end of the journal: in Bengali" bengali "$err"
run print return --plan grs -o /dev/null
ok "what no copy knows to be finalised is a draft as before"
cp sealed.db "$db"

finish
