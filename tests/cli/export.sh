#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon export: what is taken out goes in again as it was.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

# Every state, and texts that a spreadsheet quotes.
figures '2023-24\tegov\t5.1.1\t1\t12+7\t"এক ""দুই"", তিন"\t' '2023-24\tegov\t6.1.1\t1\t5\t\tnone' \
    '2023-24\tegov\t4.1.1\t2\t\t"""আগে"\tno-case' '2023-24\tegov\t4.1.1\t3\t\tমন্তব্য শুধু\t' \
    '2023-24\tegov\t2.1.1\t3\tপ্রযোজ্য নয়\t\t' '2023-24\tcharter\t1.1.1\t2\t\t\tnot-due' '2023-24\tegov\t2.1.1\t4\t-\t\t'
sed -i 's/12+7/19/' figures.tsv
run enter figures.tsv
is "figures of every state" "$code" 0
run export figures -o all.tsv
is "taken out" "$code" 0
head -1 all.tsv >heads
is "the columns of enter" "$(cat heads)" "$(head -1 figures.tsv)"
check "a quote is doubled" grep -q $'\t19\t"এক ""দুই"", তিন"\t$' all.tsv
check "a state stands where the entry does not say it" grep -q $'\t5\t\tnone$' all.tsv
check "and only there" grep -q $'\t2.1.1\t4\t-\t\t$' all.tsv
run export figures -o all.tsv
refused "a file that exists is kept" 1 'all.tsv'
before=$(fingerprint)
run enter all.tsv
is "the same figures again" "$code" 0
run export figures
is "are the same" "$out" "$(cat all.tsv)"

# Into a new office.
new=$work/new.db
scrubbed "$program" --db "$new" init --name ক --family coop-upazila --fiscal-year 2023-24 >/dev/null 2>&1
other() { scrubbed "$program" --lang en --db "$new" "$@"; }
other enter all.tsv 2>err
is "into another office" $? 0
is "where they are the same" "$(other export figures)" "$(cat all.tsv)"
# As another program would save the table.
sed 's/$/\t\t/; s/$/\r/' all.tsv | iconv -f UTF-8 -t UTF-16 >windows.tsv
other enter windows.tsv 2>err
is "saved by a spreadsheet" $? 0
is "nothing is changed" "$(other export figures)" "$(cat all.tsv)"

run export figures --quarter 2
is "one quarter" "$(printf '%s\n' "$out" | tail -n +2 | cut -f 4 | sort -u)" 2
run export figures --fiscal-year 2031-32
is "a year without plans" "$code" 1
run export everything
refused "nothing of that name" 2 'there are: figures'
finish
