#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon rekey: figures typed again from the signed sheet.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"

sample
before=$(fingerprint)

# The very figures, as the sheet has them.
figures '2023-24\tegov\t1.1.1\t1\t-' '2023-24\tegov\t2.1.1\t1\t-' '2023-24\tegov\t3.1.1\t1\t-' \
    '2023-24\tegov\t4.1.1\t1\t80%' '2023-24\tegov\t5.1.1\t1\t1' '2023-24\tegov\t5.1.2\t1\t-' '2023-24\tegov\t6.1.1\t1\t১'
run rekey figures.tsv
is 'the same figures do not differ' "$code$out" 0
is 'all of them are counted' "$err" 'typed again: 7; different: 0; same but written differently: 0'

# The same meaning in another writing.
figures '2023-24\tegov\t4.1.1\t1\t৮০ %' '2023-24\tegov\t5.1.1\t1\t০১'
run rekey figures.tsv --format tsv
is 'another writing is no difference' "$code" 0
is 'but it is told' "$(tail -n +2 <<<"$out" | cut -f1 | sort -u)" writing
says 'the columns are named' "$(printf 'difference\tfiscal_year\tplan\tindicator\tquarter\tstored\ttyped_again\tstored_state\ttyped_state')"
is 'what was not typed is counted' "$(tail -1 <<<"$err")" '5 other figures of these returns were not typed again'

# Other figures, and states that the file gives outright.
figures '2023-24\tegov\t5.1.1\t1\t২' '2023-24\tegov\t5.1.2\t1\t-\t\tno-case' '2023-24\tegov\t1.1.1\t1\t-\t\tnot-due' \
    '2023-24\tegov\t6.1.1\t2\t3'
run rekey figures.tsv --format tsv
is 'differences have an exit code' "$code" 3
is 'each is a row' "$(grep '^meaning' <<<"$out")" "$(printf '%s\n' \
    $'meaning\t2023-24\tegov\t5.1.1\t1\t১\t২\tvalue\tvalue' \
    $'meaning\t2023-24\tegov\t5.1.2\t1\t-\t-\tnot-applicable\tno-case' \
    $'meaning\t2023-24\tegov\t6.1.1\t2\t\t3\tempty\tvalue')"
run rekey figures.tsv
is 'as text too' "$(grep -c '^! egov' <<<"$out")" 3
check 'with what is stored and what was typed' has "$out" 'egov 5.1.1 Q1: stored “১”, typed again “২”'
check 'and the states where they alone differ' has "$out" \
    'egov 5.1.2 Q1: stored “-” (does not apply), typed again “-” (no case arose)'
figures '2023-24\tegov\t5.1.2\t1\t\t\tno-case'
run rekey figures.tsv
check 'a state needs no dash in the file' has "$out" 'typed again “-” (no case arose)'
figures '2023-24\tegov\t5.1.1\t1\t২'
run rekey --readonly - <figures.tsv
is 'it reads from standard input, and needs no right to write' "$code" 3
is 'nothing was written' "$(fingerprint)" "$before"

# What cannot be read.
figures '2023-24\tegov\t5.1.1\t1\tদুই' '2023-24\tegov\t9.9.9\t1\t1'
run rekey figures.tsv
is 'faults are named by line' "$code $(grep -c '^figures.tsv:[23]: ' <<<"$err")" '1 2'
check 'and nothing is compared' has "$err" '2 lines are wrong; nothing was compared'
run rekey
refused 'a file is needed' 2 'orjon rekey'
run rekey figures.tsv --format xml
refused 'of the formats' 2 'text, tsv'

# The result in the journal, on request.
figures '2023-24\tegov\t5.1.1\t1\t২' '2023-24\tegov\t4.1.1\t1\t80%' '2023-24\trti\t1.1.1\t1\t25%'
run rekey figures.tsv --keep
run log egov --format tsv
is 'a row for each return' "$(tail -1 <<<"$out" | cut -f6-8,10,12,13)" $'rekey\t2023-24\tegov\t1\t2\t1'
run log rti
check 'said in words' has "$(tail -1 <<<"$out")" 'typed again rti Q1: figures: 1'
run verify
says 'the file is sound' 'is sound'
run --readonly rekey figures.tsv --keep
is 'not where the file can only be read' "$code" 1
figures '2023-24\tegov\t5.1.1\t1\t১'
run score --format tsv --plan egov
scored=$out
run rekey figures.tsv --keep
run score --format tsv --plan egov
is 'no figure was changed' "$out" "$scored"

finish
