#!/usr/bin/env bash
# The auditor's commands, end to end: audit ORJON DATA
set -u
export LC_ALL=C.UTF-8 # for Bengali in this script, whatever the machine is set to
orjon=$1
data=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export ORJON_DB=$folder/office.db ORJON_TEST_CLOCK=1698000000 TZ=UTC0
bad=0
checks=0
# expect EXIT PATTERN COMMAND …: the exit code, and a line of either stream that matches. The clock
# stands still here, so that all copies are of one second; none may be said not to have been made.
expect() {
    local code=$1 pattern=$2 out
    shift 2
    out=$("$@" 2>&1 </dev/stdin)
    local got=$?
    checks=$((checks + 1))
    if [ "$got" != "$code" ] || ! grep -qE -- "$pattern" <<<"$out" ||
        grep -q 'No copy was made' <<<"$out"; then
        echo "FAILED: $*: exit $got, wanted $code and /$pattern/:"
        echo "$out"
        bad=$((bad + 1))
    fi
}
o() { "$orjon" --lang en "$@"; }
tab() { printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\n'; printf '2023-24\t%s\t%s\t%s\t%s\t\n' "$@"; }

expect 0 '' o init --sample
expect 0 'is sound .figures: 21' o verify

# undo and redo
expect 0 '2 figures saved' o enter - < <(tab egov 5.1.1 2 3 charter 1.1.1 2 2)
expect 0 '2 figures undone' o undo
expect 0 '2 figures redone' o redo
expect 0 '^charter 1.1.1 .*“2” → “”' o undo charter # of what was changed together, the plan's
expect 0 '^1 figure redone' o redo charter
expect 0 'egov 5.1.1 .*“3” → “”' o undo egov 5.1.1
expect 0 'charter 1.1.1 .*“2” → “”' o undo
expect 0 '' o redo
expect 0 '^সেবা প্রদান প্রতিশ্রুতি ১.১.১ ২য়: “2” → “”' o --lang bn undo
expect 1 'no indicator' o undo egov 9.9.9
expect 0 'undone.*“3” → “”' o log egov 5.1.1
expect 0 '^seq.at.who' o log --format tsv
expect 1 'nothing to undo' o undo targets
expect 0 '' o plans target egov 2.1.1 target=8 weight=6
expect 0 '' o plans target egov 5.1.1 target=5
expect 0 'egov 5.1.1 target: “5” → “4”' o undo targets
expect 0 'egov 2.1.1 weight: “6” → “5”' o undo targets
expect 1 'nothing to undo' o undo targets
expect 0 'is sound' o verify
expect 0 '2 targets redone' o redo targets
expect 0 '1 target redone' o redo targets
expect 0 '2 targets undone' o undo targets egov 2.1.1
expect 0 '2.1.1.number.sum.5.4.' o score --plan egov --format tsv
expect 0 'undone egov 5.1.1 target: “5” → “4”$' o log egov 5.1.1
expect 0 'egov 5.1.1 target' o undo targets
expect 1 'nothing to undo' o undo office
expect 0 '' o office officer=A designation=B
expect 0 'designation: “B” → ' o undo office
expect 0 'officer: “A” → ' o undo office
expect 1 'nothing to undo' o undo office
expect 0 'officer: .* → “A”' o redo office
expect 0 '' o office place=C
expect 1 'nothing to redo' o redo office
expect 0 '^officer=A' o office
expect 0 'undone designation: “B”' o log
expect 2 'or targets, office, records' o undo egov 1.1.1 2
expect 2 'quarter is only for the figure' o undo targets --quarter 2
expect 2 'quarter is only for the figure' o undo targets egov 2.1.1 --quarter 2
expect 2 'quarter is only for the figure' o undo office --quarter 2
expect 2 'quarter is only for the figure' o redo --quarter 2
expect 0 'charter 1.1.1 .*“” → “2”' o redo charter 1.1.1
expect 0 'charter 1.1.1 .*“2” → “”' o undo charter 1.1.1
expect 0 'is sound' o verify
expect 0 "Z.$(id -un)." o log --format tsv # the user by name, found without getpwuid()

# queries, finalising, reopening
expect 0 'date-outside-quarter|no-target' o check --format tsv
expect 0 '1 query answered' o answer egov 5.1.2 no-target --reason 'no office below'
expect 0 'answered: no office below' o check --plan egov
expect 0 '^answered.egov.5.1.2..no-target' o check --format tsv
expect 0 '1 query answered' o answer egov 5.1.2 no-target --reason 'no office under us'
expect 0 'answered: no office under us' o check --plan egov
expect 0 'no office below. → .no office under us' o log egov 5.1.2
expect 0 '1 answer withdrawn' o answer egov 5.1.2 no-target --withdraw
expect 0 'no office under us. → .”' o log egov 5.1.2
expect 0 '^query.egov.5.1.2..no-target' o check --format tsv
expect 1 'no answer to withdraw' o answer egov 5.1.2 no-target --withdraw
expect 1 'no open query' o answer egov 5.1.2 nonsense --reason again
expect 2 'either --reason or --withdraw' o answer egov 5.1.2 no-target
expect 2 'either --reason or --withdraw' o answer egov 5.1.2 no-target --reason x --withdraw
expect 0 'is sound' o verify
expect 0 '1 query answered' o answer egov 5.1.2 no-target --reason 'no office below'
expect 3 '[0-9]+ errors; nothing was finalised' o finalise egov --quarter 2
expect 0 '' o office officer= designation=
expect 3 'error.egov...no-signer.Nobody is set to sign' o check --plan egov --format tsv
expect 3 'Nobody is set to sign' o finalise egov
expect 1 'not answered but corrected' o answer egov - no-signer --reason 'by hand'
expect 0 '' o office designation=B
expect 0 '' o check --plan egov
expect 3 '1.1.1 .*not filled in' o finalise egov --quarter 2
expect 0 'egov Quarter 1: [0-9a-f]{8} [0-9a-f]{8} \([0-9a-f]{64}\)' o finalise all
expect 4 'finalised and locked' o finalise egov
expect 4 'finalised and locked' o undo egov 5.1.1 --quarter 1
expect 1 'finalised return uses' o redo targets
expect 4 'finalised and locked' o enter - < <(tab egov 5.1.1 1 2)
expect 0 'sealed returns: 5' o verify
expect 2 'needs --quarter' o reopen egov --reason mistake
LC_ALL=C.UTF-8 # for \u
expect 1 'at least eight letters' o office passphrase < <(echo কখগ) # nine bytes
expect 1 'at least eight letters' o office passphrase < <(echo '  seven77  ')
expect 1 'not UTF-8' o office passphrase < <(printf 'caf\351 au lait\n')
expect 0 'There is no passphrase now' o office passphrase < <(echo '   ')
expect 0 'The passphrase is set' o office passphrase < <(printf 'ক\u09C7\u09BEথা\u09DF বেড়াতে যাই \n')
expect 1 'not the officer' o reopen egov --quarter 1 --reason mistake < <(echo 'কোথায়বেড়াতেযাই')
expect 0 'revision 1' o reopen egov --quarter 1 --reason spelled < <(printf '\tক\u09CBথা\u09AF\u09BC বে\u09DCাতে যাই')
expect 0 'সংশোধিত 1' o --digits latin finalise egov < <(printf 'ক\u09CBথা\u09DF বে\u09A1\u09BCাতে যাই \r\n')
expect 0 'The passphrase is set' o office passphrase < <(printf 'কোথায় বেড়াতে যাই\nlong enough\n')
expect 1 'not the officer' o reopen egov --quarter 1 --reason mistake < <(echo wrong)
expect 1 "officer's and needs" o reopen egov --quarter 1 --reason mistake < /dev/null
echo 'long enough' >"$folder/pass"
export ORJON_PASSPHRASE_FILE=$folder/pass
expect 0 'revision 2' o reopen egov --quarter 1 --reason mistake
expect 0 '1 figure saved' o enter - < <(tab egov 5.1.1 1 2)
expect 0 'সংশোধিত 2 · [0-9a-f]{8} [0-9a-f]{8}' o --digits latin finalise egov
expect 0 'reopened egov Q1 2.*reason: mistake' o log egov
expect 0 'There is no passphrase now' o office passphrase < <(echo)
unset ORJON_PASSPHRASE_FILE
expect 0 'revision 3' o reopen egov --quarter 1 --reason again
expect 0 'is sound' o verify

# copies
copies() { find "$folder/backups" -name "office-[0-9]*-20231022-184000-$1.db" -perm 600 | wc -l; }
is() { # WHAT GOT WANTED
    checks=$((checks + 1))
    [ "$2" = "$3" ] || { echo "FAILED: $1: $2, wanted $3"; bad=$((bad + 1)); }
}
is 'copies before entering' "$(copies enter)" 3
is 'copies behind finalising' "$(copies finalise)" 3
expect 0 'verified copy' o backup "$folder/stick.db"
expect 1 'exists already' o backup "$folder/stick.db"
expect 0 '1 figure saved' o enter - < <(tab charter 1.1.1 2 7)
expect 0 'kept as .*office.db.1' o restore "$folder/stick.db"
expect 0 'is sound' o verify
expect 0 'restored.*stick.db' o log
expect 0 '“7”' o --db "$folder/office.db.1" log charter 1.1.1
expect 2 'itself' o restore "$ORJON_DB"
head -c 20000 "$folder/stick.db" >"$folder/torn.db"
expect 1 'damaged' o restore "$folder/torn.db"
expect 1 'not an orjon office file' o restore "$orjon"
expect 1 'There is no file .*nowhere.db' o restore "$folder/nowhere.db"
head -c 5000 /dev/zero | dd of="$ORJON_DB" conv=notrunc status=none
expect 1 'not an orjon office file' o verify
expect 0 'kept as .*office.db.2' o restore "$folder/stick.db"
expect 0 'is sound' o verify
rm "$ORJON_DB"
expect 0 'put back' o restore "$folder/stick.db"
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do
    expect 0 'saved' env ORJON_TEST_CLOCK=$((1400000000 + i * 10000000)) "$orjon" --lang en enter - < <(tab charter 1.1.1 2 $i)
done
# the last ten, which are of ten days, and the last of 2014 and of 2023
is 'copies that are kept' "$(find "$folder/backups" -name '*.db' | wc -l)" 12

# the audit of printed papers
row() { printf 'x\tp\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$@"; }
head -1 "$data/rows_as_printed.tsv" | cut -f1-14 >"$folder/head"
printed() { cat "$folder/head"; row "$@"; }
expect 3 'rows: 25, places where paper and rule disagree: 44' o audit "$data/rows_as_printed.tsv" --quarter 1
found() { expect 3 "$1" o audit "$data/rows_as_printed.tsv" --quarter 1 --format tsv; }
found '^004.GRS.1\.1\.1.26.score.remark-in-score.*15.00'
found '^004.RTI.2\.1\.1.44.target.impossible-date'
found '^004.NIS.1\.3.64.score.target-in-score.৮জন.0.00'
found '^004.NIS.1\.3.64.score.above-weight'
found '^004.NIS.2\.1.67.score.target-in-score'
found '^004.NIS.2\.1.67.total.total-missing'
found '^004.NIS.1\.1.62.q2.future-quarter'
found '^004.e-gov.2\.1\.1.86.unit.unit'
found '^004.e-gov.5\.1\.1.89.percent.quarter-base.১০০%.25.00'
found '^004.e-gov.4\.1\.1.88.score.score-missing.-.8.00'
found '^004.CC.1\.1\.1.105.remark.figure-in-remark'
# code pattern unit weight target q1 q2 q3 q4 total percent score remark
one() {
    local pattern=$1
    shift
    expect 3 "$pattern" o audit - --format tsv < <(printed 1.1 "$@")
}
right() { expect 0 '^paper' o audit - --format tsv < <(printed 1.1 "$@"); }
right সংখ্যা ৫ ৪ ১ ১ ১ ১ ৪ ১০০% ৫ ''
right সংখ্যা ৫ ৪ ১ ১ - - ২ ৫০ ২.৫ ''
right % ১০ '১০০ | ৯০ | ৮০ | ৭০ | ৬০' ৯৫% - - - ৯৫% ৯৫% ৯.৫০ ''
one 'percent.capped' সংখ্যা ৫ ৪ ২ ২ ১ - ৫ ১০০% ৫ ''
one 'percent.total-in-percent' সংখ্যা ৫ ৪ ১ ১ ১ - ৩ ৩ ৩.৭৫ ''
one 'score.percent-in-score' সংখ্যা ৫ ৪ ১ ১ ১ - ৩ ৭৫ ৭৫ ''
one 'score.raw-in-score' % ১০ '৮০ | ৭০ | ৬০ | ৫০ | ৪০' ৭০% - - - ৭০% ৮৭.৫ ৯০ ''
one 'score.above-weight' সংখ্যা ৫ ৪ ১ ১ ১ - ৩ ৭৫ ৭৫ ''
one 'score.full-marks' সংখ্যা ৫ ৪ ১ ২ - - ৩ ৭৫ ৫ ''
one 'total.last-only' সংখ্যা ৫ ১০ ১ ৬ ২ - ২ ৯০ ৪.৫ ''
one 'total.differs' সংখ্যা ৫ ১০ ১ ৬ ২ - ৭ ৯০ ৪.৫ ''
one 'q1.unreadable' সংখ্যা ৫ ১০ দুই - - - ০ ০ ০ ''
expect 3 'q1.stale-year' o audit - --fiscal-year 2024-25 --format tsv < <(printed 1.1 তারিখ ৫ ৩১/১২/২৪ ৩১/১২/২৩ - - - ৩১/১২/২৩ '' ৫ '')
expect 3 'code.duplicate' o audit - --format tsv < <(printed 1.1 সংখ্যা ৫ ৪ - - - - - - - ''; row 1.1 সংখ্যা ৫ ৪ - - - - - - - '')
expect 1 'no row names the columns' o audit - < <(cut -f1-5 "$folder/head")

# our own papers, in every layout; of rti a dash stands for «no case», which only the remark says
o init --sample --force >/dev/null 2>&1
for layout in return-11 return-11-areas return-methods return-13 return-14 return-14-targets return-15; do
    for ending in csv xlsx; do
        for plan in egov integrity charter grs; do
            o print return --plan $plan --layout $layout --force -o "$folder/paper.$ending"
            expect 0 '^rows: [0-9]+, places where paper and rule disagree: 0' o audit --quarter 1 "$folder/paper.$ending"
        done
    done
    o print return --plan rti --layout $layout --format csv --force -o "$folder/paper.csv"
    case $layout in
    *-11*) ;; # without remarks
    *) expect 0 '^rows: [0-9]+, places where paper and rule disagree: 0' o audit --quarter 1 "$folder/paper.csv" ;;
    esac
    [[ $layout == return-methods ]] && continue # it has no total before the year's end
    o print return --plan integrity --layout $layout --format csv |
        sed -E '/উন্নত|সভা আয়োজিত/s/,১?1?(১|1),,,,(১|1),/,1,,,,3,/' >"$folder/wrong.csv"
    expect 3 'wrong.csv:[0-9]+: 1\.1 total “3”.*the rule gives 1\)' o audit --quarter 1 "$folder/wrong.csv"
done
# grades on a scale of its own
typed='indicator\tunit\ttarget\tq1\ttotal\tweight\tscore\n'
graded() { printf "$typed"'1.1.1\tসংখ্যা\t"10\n8\n6"\t7\t7\t10\t7.00\n'; }
expect 3 'the rule gives 8.50' o audit --quarter 1 - < <(graded)
expect 0 'rows: 1, places where paper and rule disagree: 0' o audit --quarter 1 --scale '১০০ ৮০ ৬০' - < <(graded)
expect 1 'fall from 100' o audit --scale '60 80' - < <(graded)
# typed in words, with grades below each other
typed='indicator\tunit\ttarget\tq1\tq2\ttotal\tweight\tscore\n'
expect 3 '^-:2: 1.1.1 total “3”.*the rule gives 2\)' o audit --quarter 2 - < <(printf "$typed"'1.1.1\tসংখ্যা\t4\t1\t1\t3\t5\t2.5\n')
expect 0 'rows: 1, places where paper and rule disagree: 0' o audit --quarter 2 - < <(printf "$typed"'1.1.1\t%%\t"100\n90\n80\n70\n60"\t95%%\t\t95%%\t10\t9.50\n')
expect 1 'paper.xlsx: there is no sheet' o audit --sheet none "$folder/paper.xlsx"

echo "$checks commands, $bad failed"
[ "$bad" -eq 0 ]
