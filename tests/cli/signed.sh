#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What was finalised is printed as it was signed, whatever became of the office since.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

office() { # PARTICULARS of one day
    run office "$@"
    ok "office $*"
}
before=('officer=প্রথম কর্মকর্তা' 'designation=উপজেলা সমবায় অফিসার' 'memo=৪৭.৬১.১২৩')
after=('officer=দ্বিতীয় কর্মকর্তা' 'designation=অন্য পদ' 'memo=৯৯৯' 'name=অন্য কার্যালয়' 'place=অন্যত্র' 'copies=অফিস কপি'
    'ministry=অন্য মন্ত্রণালয়' 'superior=অন্যজন' 'superior_office=অন্য দপ্তর')
formats=(text csv html)
paper() { # FILE WORD…: egov in every format that a text can be compared in
    local file=$1 format
    shift
    for format in "${formats[@]}"; do
        run --as-of "${day:-2024-10-05}" "$@" print return --plan "${plan:-egov}" --format "$format"
        printf '%s\n' "$out" >"$file.$format"
    done
}
same() { # NAME ONE OTHER
    local format
    for format in "${formats[@]}"; do
        check "$1: $format" cmp -s "$2.$format" "$3.$format"
    done
}

office "${before[@]}"
run --as-of 2024-10-05 finalise egov --quarter 1
paper signed
check "it is by who signed it" grep -q 'প্রথম কর্মকর্তা' signed.text
check "it is no draft" test "$(grep -c খসড়া signed.text)" = 0
office "${after[@]}"
day=2025-03-05 paper later
same "everything else was changed" signed later
paper english --digits latin
same "other digits were asked for" signed english
run --digits latin print return --plan egov
check "and that they are kept is said" has "$err" 'keeps the digits'
run --digits bengali print return --plan egov
check "not where they are the same" test -z "$err"
day=2025-03-05 plan=egov paper again
for command in "plans target egov 1.1.1 weight=10" "plans install $source_dir/db/plans/2023-24/coop-upazila-grades/egov.tsv"; do
    # shellcheck disable=SC2086
    run $command
    refused "$command is refused" 1 'finalised return uses'
done
plan=egov paper still
same "a refused change" signed still

# Another layout than was signed is a copy.
run print return --plan egov --layout return-13
says "a copy is marked" 'অনুলিপি'
check "and made of today" has "$out" 'দ্বিতীয় কর্মকর্তা'
run print return --plan grs --layout return-13
check "of what is open it is a draft" has "$out" 'খসড়া'
check "and no copy" test "$(grep -c অনুলিপি out)" = 0

# The score sheet and the table of grades are of today, with the letters of the figures.
run print scoresheet --plan egov
says "the score sheet is of today" 'দ্বিতীয় কর্মকর্তা'
says "with the letters" 'সিল: '

# Among others each plan is its own letter.
run print return --plan all
check "the signed one is among all as it was alone" has "$out" "$(cat signed.text)"
check "the open ones are drafts" has "$out" 'খসড়া'
run print packet
check "the packet holds what was signed" has "$out" '(প্রথম কর্মকর্তা)'
check "the packet has the table of grades" has "$out" 'লক্ষ্যমাত্রা, '
check "and the score sheet" has "$out" 'প্রাপ্ত মান'

# What a restored copy prints; what is finalised again takes the particulars of that day.
run backup copy.db
run restore copy.db
is "restored" "$code" 0
paper restored
same "a restored copy" signed restored
run reopen egov --quarter 1 --reason again
plan=egov paper open
check "an open one is of today" grep -q 'দ্বিতীয় কর্মকর্তা' open.text
check "and a draft" grep -q 'খসড়া' open.text
run --as-of 2024-11-01 --digits latin finalise egov --quarter 1
paper second
check "it has the particulars of that day" grep -q 'দ্বিতীয় কর্মকর্তা' second.text
check "in its digits" grep -q '1/1' second.text
office "${before[@]}"
run undo
run verify
ok "what was signed first is kept too"
paper third
same "after an undo" second third
paper bengali --digits bengali
same "latin digits are kept" second bengali

# Bytes of the paper changed behind the program's back.
command -v sqlite3 >/dev/null || { finish && exit; }
for change in "bytes = CAST(replace(CAST(bytes AS TEXT), 'কর্মকর্তা', 'কর্মচারী') AS BLOB)" "bytes = x'00'" \
    "bytes = substr(bytes, 1, length(bytes) - 1)" "piece = 1"; do
    cp "$db" whole.db
    {
        sqlite3 "$db" "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE tbl_name = 'paper' AND type = 'trigger'"
        printf 'UPDATE paper SET %s;' "$change"
        sqlite3 "$db" "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name = 'paper' AND type = 'trigger'"
    } >change.sql
    sqlite3 "$db" <change.sql
    for format in "${formats[@]}"; do
        run print return --plan egov --format "$format"
        is "$change: $format" "$code" 6
        check "$change: $format is marked" has "$out" 'সিলের সাথে মেলে না'
        check "$change: $format has no letters" test "$(grep -c 'সিল:' out)" = 0
    done
    run verify
    refused "$change: verify" 1 'the paper that row'
    bare --db "$db" verify
    check "$change: in Bengali" bengali "$err"
    mv whole.db "$db"
done
sqlite3 "$db" "DELETE FROM paper" 2>/dev/null && fail "a trigger keeps the papers"
sqlite3 "$db" "UPDATE paper SET bytes = x'00'" 2>/dev/null && fail "a trigger keeps their bytes"
run verify
ok "the file is sound"


# An amendment after a quarter was signed.
mkdir amended
db=$work/amended/office.db
run init --sample
run --as-of 2024-10-05 finalise egov --quarter 1
run reopen egov --quarter 1 --reason 'সংশোধন'
run plans target egov 1.1.1 weight=10 --reason 'স্মারক ১২'
is "an amendment once the quarter is open again" "$code" 0
run plans remove egov
refused "a plan with a paper that was signed stays" 1 'stays in the office'
run verify
is "the file is sound" "$code" 0
run --as-of 2024-10-06 finalise egov --quarter 1
is "and the return is finalised as a revision" "$code" 0
run verify
is "of which the file is sound too" "$code" 0
finish
