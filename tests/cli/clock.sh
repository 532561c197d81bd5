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
check 'and so is the check' has "$code $out" 'and has not begun: today is'

# A clock that cannot be right is named in the check, whatever is taken for today.
program=$by_test_clock
clock() { # SECONDS SEVERITY CODE PART
    extra=(ORJON_TEST_CLOCK="$1")
    run --as-of 2023-10-05 check --plan egov --format tsv
    check "the check names a clock at $(date -u -d "@$1" +%F)" has "$out" "$2"$'\tegov\t\t\t'"$3"$'\t'
    check 'with the date of the last change' has "$out" "$4"
    bare --db "$db" --as-of 2023-10-05 check --plan egov --format tsv
    check 'in Bengali too' has "$out" "$3"$'\tকম্পিউটারের ঘড়ি '
}
extra=(ORJON_TEST_CLOCK=1696464000)
sample
run --as-of 2023-10-05 check --plan egov --format tsv
check 'one that may be right is not' [ "${out/clock/}" = "$out" ]
clock 1380844800 query clock-behind 'it says 04/10/2013, the last change 05/10/2023'
clock 4070908800 query clock-ahead 'It says 01/01/2099, the last change 05/10/2023'
clock 4102444801 query clock-absurd 'it says 01/01/2100'
extra=(ORJON_TEST_CLOCK=1380844800)
sample
clock 1380844801 query clock-absurd 'it says 04/10/2013'
figures '2023-24\tegov\t5.1.1\t1\t3'
run --as-of 2023-10-05 enter figures.tsv
is 'nothing is refused for it' "$code$err" '01 figure saved'

# The journal is in UTC, and is read in local time.
extra=(ORJON_TEST_CLOCK=1696528790 TZ=BDT-6)
sample
run log egov 5.1.1
says 'the log is in local time' ' 05/10/2023 23:59 '
extra+=(TZ=UTC0)
run log egov 5.1.1
says 'wherever one is' ' 05/10/2023 17:59 '
run log egov 5.1.1 --format tsv
says 'and as tsv in UTC' $'\t2023-10-05T17:59:50Z\t'

# What comes from another office comes on the day of Dhaka, wherever the machine is: at 18:30 UTC on 15 October it is
# the 16th there.
extra=()
sent_to_district
run offices add code=1054 name=B
run offices key 1054 q1.orjon "$key"
program=$by_test_clock
extra=(SOURCE_DATE_EPOCH= ORJON_TEST_CLOCK=1697394600)
run receive q1.orjon
run offices sent --quarter 1 --plan egov
says 'a receipt is of the day in Dhaka' '2023-10-16'
finish
