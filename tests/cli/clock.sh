#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The machine's clock: what goes by it, and what by the day that is taken for today. The third word is the program by a
# clock of the test's own.
# shellcheck source=lib.sh disable=SC2034,SC2154
. "$(dirname "$0")/lib.sh"
by_test_clock=$3
last_day() { run log --format tsv && printf '%s\n' "$out" | tail -1 | sed -n 's/^[0-9]*.\(....-..-..\)T.*/\1/p'; }
not_before() { [[ ! $1 < $2 ]]; }
enter() {
    figures "2023-24\tegov\t5.1.1\t2\t$1"
    run enter figures.tsv
}

# Nobody can date the journal, a seal or a copy through the environment or an option.
sample
today=$(date -u +%F)
for extra in SOURCE_DATE_EPOCH=1400000000 ORJON_TEST_CLOCK=1400000000 LC_ALL=C; do
    enter 1
    run finalise egov
    day=$(last_day)
    check "a row of the journal is of its day, $extra or not" not_before "$day" "$today"
    run reopen egov --quarter 1 --reason test
done
run --as-of 2014-05-13 enter figures.tsv
check 'and --as-of or not' not_before "$(last_day)" "$today"
is 'so is a copy' "$(find backups -name '*201405*')" ''
extra=(SOURCE_DATE_EPOCH=1696464000)
run print return --plan charter --layout return-11
says 'a paper is of the day that is taken for today' '০৫/১০/২০২৩ খ্রি'
extra=(SOURCE_DATE_EPOCH=1400000000)
run check
check 'and so is the check' has "$code $out" 'The quarter has not begun yet'
finish
