#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon init and orjon office.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"

# A new office.
run init --name 'উপজেলা সমবায় কার্যালয়' --family coop-upazila --fiscal-year 2024-25 --level উপজেলা
ok "init makes an office"
is "the file can be read by its owner alone" "$(stat -c %a "$db")" 600
run office
says "the name is kept" 'name=উপজেলা সমবায় কার্যালয়'
says "the year is kept" 'fiscal_year=2024-25'
says "the level is kept" 'level=উপজেলা'
says "the first quarter is in hand" 'quarter=1'
run plans
is "every built-in plan of the family and year is there" "$(tail -n +2 out | cut -f 2 | sort | tr '\n' ' ')" \
    'apa charter egov grs integrity rti '

# The usual places.
bare init --sample
ok "init without --db"
is "it stands in the home folder" "$(stat -c %a home/.local/share/orjon/office.db)" 600
is "in a folder of one's own" "$(stat -c %a home/.local/share/orjon)" 700
extra=("XDG_DATA_HOME=$work/xdg")
bare init --sample
check "XDG_DATA_HOME is followed" test -f xdg/orjon/office.db
extra=("ORJON_DB=$work/named.db" "XDG_DATA_HOME=$work/other")
bare init --sample
check "ORJON_DB goes before it" test -f named.db
bare --db "$work/given.db" init --sample
check "--db goes before ORJON_DB" test -f given.db
extra=()
run --db '' office
refused "an empty --db is not the usual file" 2 '--db'

# What exists is kept.
before=$(fingerprint)
run init --sample
refused "an office that exists is kept" 1 'exists already'
is "not a byte of it has changed" "$(fingerprint)" "$before"
run init --force --name x --family nothing --fiscal-year 2024-25
refused "--force with an unknown family" 1 'nothing'
is "leaves the old office in its place" "$(fingerprint)" "$before"
check "and nothing beside it" test ! -e "$db.1"
run init --force --sample --family coop-upazila-grades --fiscal-year 2023-24
check "a sample of other plans has the particulars and empty returns" test "$code" = 0
check "and says where the old office is" has "$err" "kept as $db.1"
mv -f "$db.1" "$db"
run init --force --sample
check "--force makes a new one" test "$code" = 0
is "and sets the old one aside" "$(cksum <"$db.1")" "$before"
run init --force --sample
check "the next one goes to the next free name" test -f "$db.2"

# What cannot be made leaves nothing behind.
db=$work/new/office.db
run init --name x --family y --fiscal-year 2023-24
refused "an unknown family lists those there are" 1 'coop-upazila-grades 2023-24'
check "every family" has "$err" 'coop-department 2023-24'
check "and every year" has "$err" 'coop-upazila 2024-25'
check "no file and no folder is left" test ! -e new
run init --name x --family coop-upazila --fiscal-year 2031-32
refused "a year without plans" 1 'coop-upazila 2024-25'
run init --name x --family coop-upazila --fiscal-year 9999
refused "a year that is none" 2 '9999'
run init --name x --family coop-upazila
refused "three things are needed" 2 '--fiscal-year'
bare --db "$db" init
refused "in Bengali too" 2 '--fiscal-year'
check "it is Bengali" bengali "$err"
run init --sample --name "$(printf 'bad \377')"
refused "a name that is no text" 1 'UTF-8'
check "no file is left" test ! -e "$db"

# The office's particulars.
db=$work/office.db
run office 'officer=নতুন কর্মকর্তা' quarter=৩
ok "two particulars at once"
run office
says "the first is set" 'officer=নতুন কর্মকর্তা'
says "Bengali digits are read" 'quarter=3'
before=$(fingerprint)
run office name=new quarter=9
refused "a wrong one" 1 'not a quarter'
is "and none of them is set" "$(fingerprint)" "$before"
run office colour=red
refused "an unknown key lists the keys" 2 'superior_office, memo'
run office name
refused "a key without a value" 2 'KEY=VALUE'
run office fiscal_year=2023-2024
run office
says "a year is kept in one spelling" 'fiscal_year=2023-24'
run office $'name=a\tb\nc\033[31m\342\200\256'
run office
says "control characters are dropped" 'name=a b c[31m'
check "and those that turn the writing round" test "$(head -n 1 out)" = 'name=a b c[31m'
run office $'name=\377'
refused "what is no UTF-8" 1 'UTF-8'
run office name=
run office
is "a particular can be emptied" "$(head -n 1 out)" 'name='
long=$(head -c 500 /dev/zero | tr '\0' x)
run office "name=$long"
ok "a name of 500 letters"
run office
is "comes back whole" "$(head -n 1 out)" "name=$long"
run print return --plan rti
check "and goes on paper" test "$code" = 0
finish
