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

run init families
says "what is built in is listed" $'coop-upazila\t2024-25\t6\tUpazila'
run init family
refused "another word is none" 2 'orjon init families'

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
run init --force --name x --family fisheries --fiscal-year 2024-25 --plans nowhere
refused "--force with a folder that is not there" 1 'nowhere'
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

# Any family, any year.
run init --name x --family মৎস্য --fiscal-year 2025-26
is "an office without built-in plans is made" "$code" 0
check "it says so" has "$err" 'no built-in plans of family মৎস্য for 2025-2026'
check "and how plans come in" has "$err" 'orjon plans install'
run plans
is "it is empty" "$(wc -l <out)" 1
run print packet
check "what wants plans says that there are none" test "$code" = 1
cp "$source_dir"/db/plans/2024-25/coop-upazila/rti.tsv own.tsv
sed -i '/^#fiscal_year/s/2024-25/2025-26/' own.tsv
run plans install own.tsv
ok "a plan of any year is installed in it"
figures '2025-26\trti\t1.1.1\t1\t2'
rm "$db"
run init --name x --family coop-upazilla --fiscal-year 2024-25
check "a family that is nearly one names it" has "$err" 'Was coop-upazila meant? Then: orjon office family=coop-upazila'
run office family=coop-upazila
run plans
is "set right, its plans are there" "$(tail -n +2 out | wc -l)" 6
rm "$db"
run init --name x --family coop-upazila --fiscal-year 2031-32
check "a year without plans names those with" has "$err" '2024-2025, 2023-2024'
rm "$db"

# Plans of a folder, in one step.
mkdir plans none
cp "$source_dir"/db/plans/2024-25/coop-upazila/*.tsv plans
run init --name x --family মৎস্য --fiscal-year 2024-25 --plans plans
ok "init with a folder of plans"
run plans
is "all of them are there" "$(tail -n +2 out | wc -l)" 6
rm "$db"
run init --name x --family মৎস্য --fiscal-year 2025-26 --plans plans
check "plans of another year than the office's are told of" has "$err" 'orjon office fiscal_year=2024-25'
run office fiscal_year=2024-25
run plans next-year
run plans
check "and are carried on by what was said" has "$out" $'2025-26\tgrs'
rm "$db"
run init --name x --family y --fiscal-year 2024-25 --plans none
refused "a folder without a plan" 1 'none: no plan'
run init --name x --family y --fiscal-year 2024-25 --plans nowhere
refused "no such folder" 1 'nowhere'

# Those that come with the program, of other offices: each installs, is filled in and earns full marks.
for folder in "$source_dir"/db/shipped/*/*; do
    family=$(basename "$folder") year=$(basename "$(dirname "$folder")")
    run init --name x --family "$family" --fiscal-year "$year" --plans "$folder"
    ok "$year $family: its plans are installed"
    run office quarter=4 officer=ক
    {
        printf 'fiscal_year\tplan\tindicator\tquarter\tentry\n'
        for file in "$folder"/*.tsv; do
            awk -F'\t' -v OFS='\t' -v year="$year" -v plan="$(basename "$file" .tsv)" \
                '/^#/ || $5 == "indicator_code" || $16 == "" { next } { print year, plan, $5, 4, $9 == "percent" ? $16 "%" : $16 }' "$file"
        done
    } >whole.tsv
    run enter whole.tsv
    is "the target of each is a figure" "$code" 0
    for file in "$folder"/*.tsv; do
        plan=$(basename "$file" .tsv)
        run plans export "$plan"
        check "$plan names its source" grep -q '^#source' out
        is "$plan: what has a target earns its weight" \
            "$(scrubbed "$program" --db "$db" score --format tsv --plan "$plan" | awk -F'\t' 'NR == 1 { for (f = 1; f <= NF; f++) n[$f] = f; next } $n["indicator"] != "NA" && $n["score"] != "NA" && $n["score"] + 0 != $n["weight"] + 0 { printf "%s ", $n["indicator"] }')" ''
        run print return --plan "$plan"
        is "$plan is printed" "$code" 0
    done
    run score --roll-up
    is "the shares are added up" "$code" 0
    rm "$db"
done
sed -i '$s/\t[^\t]*$/\tnone-such/' plans/grs.tsv
sed -i '/^#fiscal_year/s/2024-25/never/' plans/rti.tsv
run init --name x --family y --fiscal-year 2024-25 --plans plans
check "of six two bad ones: both are named by line" test "$code" = 1
check "the one" grep -q '^plans/grs.tsv:[0-9]*:27: ' err
check "and the other" grep -q '^plans/rti.tsv:2:2: ' err
check "no file is left" test ! -e "$db"
cp "$source_dir"/db/plans/2024-25/coop-upazila/{grs,rti}.tsv plans
cp plans/grs.tsv plans/same.tsv
run init --name x --family y --fiscal-year 2024-25 --plans plans
check "two files of one plan are a fault" grep -q '^plans/same.tsv:1:1: the plan “grs” of 2024-2025 is in plans/grs.tsv too' err
check "no file is left then either" test ! -e "$db"
rm plans/same.tsv
mv own.tsv plans/rti.tsv
run init --name x --family y --fiscal-year 2024-25 --plans plans/rti.tsv
ok "a file in place of a folder"
rm "$db"

# The office's particulars.
db=$work/office.db
rm -rf "$work/new"
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
