#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# orjon answer: how long an answer to a query holds.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"

sample
holds() { # NAME INDICATOR CODE WANTED: how many answers to such queries hold in egov
    run check --plan egov --format tsv --as-of 2024-04-20
    is "$1" "$(grep -cP "^answered\tegov\t$2\t[^\t]*\t$3\t" out)" "$4"
}

# Of a figure that is overdue by its target.
run answer egov 1.1.1 overdue --quarter 1 --reason 'the order came late' --as-of 2024-04-20
is 'an overdue figure is answered' "$err" '1 query answered'
holds 'and the answer holds' 1.1.1 overdue 1
run plans target egov 2.1.1 weight=6
holds 'whatever becomes of another indicator' 1.1.1 overdue 1
run plans target egov 1.1.1 target=2023-09-01
holds 'until the target changes' 1.1.1 overdue 0
run undo targets
holds 'in whichever way' 1.1.1 overdue 0
run answer egov 1.1.1 overdue --quarter 1 --reason 'the order came late' --as-of 2024-04-20
holds 'it can be given anew' 1.1.1 overdue 1
figures '2023-24\tegov\t1.1.1\t2\t' '2023-24\tegov\t5.1.1\t1\t2'
run enter figures.tsv
holds 'another quarter is another figure' 1.1.1 overdue 1

# Of a total, which is about the figures before it as well.
figures '2023-24\tegov\t5.1.1\t2\t10' '2023-24\tegov\t5.1.1\t3\t1'
run enter figures.tsv
run answer egov 5.1.1 far-above-target --quarter 3 --reason 'all offices below came'
run check --plan egov --quarter 3 --format tsv
is 'a total is answered' "$(grep -cP '^answered\tegov\t5.1.1\t3\tfar-above-target' out)" 1
figures '2023-24\tegov\t5.1.1\t4\t1'
run enter figures.tsv
run check --plan egov --quarter 3 --format tsv
is 'whatever is reported later' "$(grep -cP '^answered\tegov\t5.1.1\t3\tfar-above-target' out)" 1
figures '2023-24\tegov\t5.1.1\t2\t11'
run enter figures.tsv
run check --plan egov --quarter 3 --format tsv
is 'until a figure before it changes' "$(grep -cP '^query\tegov\t5.1.1\t2\tfar-above-target' out)" 1
figures '2023-24\tegov\t5.1.1\t2\t10'
run enter figures.tsv
run check --plan egov --quarter 3 --format tsv
is 'and back' "$(grep -cP '^query\tegov\t5.1.1\t3\tfar-above-target' out)" 1

# Of the plan.
run answer egov - weights --reason 'the paper has 51'
is 'a query of the plan is answered' "$err" '1 query answered'
holds 'and the answer holds' '' weights 1
figures '2023-24\tegov\t5.1.1\t1\t3'
run enter figures.tsv
holds 'whatever is reported' '' weights 1
run plans target rti 1.1.1 weight=9
holds 'and whatever becomes of another plan' '' weights 1
run plans target egov 2.1.1 weight=9
holds 'until a target changes' '' weights 0
run verify
says 'the file is sound' 'is sound'

finish
