#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How long a text may be, wherever one is typed or read. Nothing is cut: it is kept whole or refused.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"

letters() { printf 'ক%.0s' $(seq "$1"); }
short=$(letters 40) name=$(letters 500) remark=$(letters 10000)
said() { printf 'The text has %s letters; at most %s fit here' "$1" "$2"; }

sample
keeps() { # NAME KIND MOST COMMAND…: of so many letters, and one more is refused; TEXT stands for it
    local what=$1 most=$2 text before
    shift 2
    text=$(letters "$((most + 1))")
    before=$(fingerprint)
    run "${@//TEXT/$text}"
    check "$what: one letter too many" has "$err" "$(said $((most + 1)) "$most")"
    is "$what: nothing is kept of it" "$(fingerprint)" "$before"
    run "${@//TEXT/${text%ক}}"
    is "$what: as many as fit" "$code" 0
}
keeps 'a particular' 500 office name=TEXT
is 'all of it is kept' "$(run office && grep '^name=' out)" "name=$name"
keeps 'the list of copies' 10000 office copies=TEXT
keeps 'a target in words' 500 plans target egov 1.1.1 responsible=TEXT
run answer egov 1.1.1 overdue --quarter 1 --as-of 2024-04-20 --reason "$(letters 10001)"
check 'an answer: one letter too many' has "$err" "$(said 10001 10000)"
run answer egov 1.1.1 overdue --quarter 1 --as-of 2024-04-20 --reason "$remark"
is 'an answer: as many as fit' "$code" 0
run check --plan egov --format tsv --as-of 2024-04-20
check 'all of it is kept' has "$out" "$remark"

# A file of figures names the line.
figures "2023-24\tegov\t5.1.1\t1\t1\tx$remark" "2023-24\tegov\t5.1.1\t2\t${name}x\tx"
run enter figures.tsv
check 'a remark in a file' has "$err" "figures.tsv:2: $(said 10001 10000)"
check 'a figure in a file' has "$err" "figures.tsv:3: $(said 501 500)"
figures "2023-24\tegov\t5.1.1\t1\t1\t$remark"
run enter figures.tsv
is 'a remark that fits' "$code" 0
run log --format tsv
check 'all of it is kept' has "$out" "$remark"

# A template names line and column.
head_of_file=$(grep -m1 '^area' "$source_dir/db/plans/2023-24/coop-upazila/egov.tsv")
template() { # CODE AREA INDICATOR
    printf '#plan\tlong\n#fiscal_year\t2023-24\n#family\tany\n#title\tt\n%s\n' "$head_of_file" >plan.tsv
    printf '%s\t\t\t\t%s\t%s\t\t\tnumber\tu\tsum\t\tproportion\n' "$2" "$1" "$3" >>plan.tsv
}
template "${short}x" "${name}x" "${remark}x"
run plans install plan.tsv
check 'a code in a template' has "$err" "plan.tsv:6:5: indicator_code: $(said 41 40)"
check 'an area in a template' has "$err" "plan.tsv:6:1: $(said 501 500)"
check 'an indicator in a template' has "$err" "plan.tsv:6:6: indicator: $(said 10001 10000)"
template "$short" "$name" "$remark"
run plans install plan.tsv
is 'a template in which all fits' "$code" 0
for format in text csv html pdf docx xlsx; do
    run print return --plan long --format $format -o "long.$format"
    is "printed as $format" "$code" 0
done

# What begins with a quote mark comes out as a spreadsheet reads it.
sed 's/^#plan.*/#plan\tquoted/; s/^#title.*/#title\t"""One"" of two"/' plan.tsv >quoted.tsv
run plans install quoted.tsv
run plans list
check 'a quote mark in a list' has "$out" $'\tquoted\tany\t"""One"" of two"\t'

# Figures that no percent can be computed of: shares of things too unlike. Nothing is half saved.
printf '#plan\tshares\n#fiscal_year\t2023-24\n#family\tany\n#title\tt\n%s\n' "$head_of_file" >plan.tsv
printf 'x\t\t\t\t1\tx\t\t\tpercent\t%%\taverage\t\tproportion\n' >>plan.tsv
run plans install plan.tsv
run plans target shares 1 target=80
is 'a plan of shares' "$code" 0
share() { printf '2023-24\tshares\t1\t%s\t1/%s' "$1" "$2"; }
figures "$(share 1 9999999999971)" "$(share 2 9999999999973)" "$(share 3 9967)"
run enter figures.tsv
is 'three shares fit' "$code" 0
before=$(fingerprint)
figures "$(share 4 9999999999941)"
run enter figures.tsv
is 'a fourth does not' "$code" 1
check 'and the line is named' has "$err" 'figures.tsv:2: 1: the figures are too large'
run plans target shares 1 target=99.999999999
refused 'nor a target that they cannot be measured by' 1 'too large to compute with'
is 'nothing is kept of either' "$(fingerprint)" "$before"
run score --plan shares
is 'what is there is marked' "$code" 0

# Finalised and opened again with a reason.
run finalise rti --quarter 1
if [ "$code" != 0 ]; then # whatever the sample lacks
    while IFS=$'\t' read -r _ plan indicator quarter what _; do
        run answer "$plan" "${indicator:--}" "$what" --quarter "$quarter" --reason so
    done < <(scrubbed "$program" --db "$db" check --plan rti --quarter 1 --format tsv | tail -n +2)
    run finalise rti --quarter 1
fi
is 'finalised' "$code" 0
keeps 'a reason to reopen' 10000 reopen rti --quarter 1 --reason TEXT

run verify
ok 'the file is sound'
bare --db "$db" office "name=${name}x"
check 'in Bengali' has "$err" '৫০১ অক্ষরের; এখানে সর্বোচ্চ ৫০০ অক্ষর'
finish
