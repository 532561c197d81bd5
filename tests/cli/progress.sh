#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon progress: the year to date over all plans.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample
day() { run progress "$@" --as-of 2023-10-05; }
column() { awk -F'\t' -v c="$1" 'NR > 1 { print $c }' out; }

day --format tsv
ok 'the year to date'
is 'names its columns' "$(head -n 1 out)" \
    $'fiscal_year\tplan\tindicator\ttarget\ttotal\tq1\tq2\tq3\tq4\tschedule\tscore\tto_win\tdue\tfindings'
is 'has every indicator of every plan' "$(column 2 | sort | uniq -c | awk '{ print $2 "=" $1 }' | xargs)" \
    'charter=3 egov=7 grs=5 integrity=6 rti=2'
is 'most marks to be won stand first, NA last' "$(column 12 | uniq | head -n 3 | xargs) $(column 12 | tail -n 1)" \
    '12.00 10.00 7.50 NA'
is 'quarters to come are NA' "$(column 7 | sort -u)" NA
is 'a counted one in full' "$(awk -F'\t' '$2 == "egov" && $3 == "5.1.1"' out)" \
    $'2023-24\tegov\t5.1.1\t4\t1\t25.00\tNA\tNA\tNA\tkept\t1.75\t5.25\t2024-06-30\t0'
day date --format tsv
is 'what is due first' "$(column 13 | head -n 2 | xargs)" '2023-10-15 2023-12-31'
day plan --format tsv
is 'plan by plan' "$(column 2 | uniq | wc -l)" 5
day findings plan --format tsv
is 'only what has findings' "$(column 3 | xargs)" '5.1.2'
day behind --format tsv
is 'nothing is behind yet' "$(column 3)" ''
run progress behind date --format tsv --as-of 2024-06-30
says 'later there is' 'rti'
day
says 'people read signs, percents and the short name' '✓ ই-গভর্ন্যান্স 5.1.1'
says 'under headings in their language' 'To win'
day sideways
is 'another word is refused' "$code" 2
day behind date plan
is 'so are too many' "$code" 2
run progress --fiscal-year 2019-20
is 'a year without plans' "$code" 1
finish
