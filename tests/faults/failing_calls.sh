#!/usr/bin/env bash
# Every n-th call fails while figures are entered, or people, a proof or a return of another office taken in, or one sent
# (WORK=import, evidence, receive or send in the environment): failing_calls ORJON FAIL_CALL.so [STEP [WHAT …]]
# STEP 1 tries every n; FROM=N in the environment begins with the N-th. Allowed: a clear refusal and the old figures, or
# success and the new ones. Not allowed: a signal, a damaged file, half of the figures, success said of what is not there,
# an unsound copy. Where a drive can be mounted in a name space of the test's own, it gets its copies too.
set -u
[ -n "${DRIVE+given}" ] || exec "$BASH" "$(dirname "$0")/with_drive.sh" "$BASH" "$0" "$@"
orjon=$1
preload=$2
step=${3:-23}
shift 3 || shift $#
kinds=${*:-malloc read write sync}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SOURCE_DATE_EPOCH=1698000000
runs=0 refused=0 bad=0
"$orjon" --db "$folder/before.db" init --sample || exit 1
[ -z "$DRIVE" ] || "$orjon" --db "$folder/before.db" office pen_drive="$DRIVE" || exit 1
{
    printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\n'
    printf '2023-24\tegov\t5.1.1\t2\t3\t\n2023-24\tcharter\t1.1.1\t2\t2\tx\n'
} >"$folder/new.tsv"
db=$folder/office.db
printf 'name\tnote\nক\t"x\n\ny"\nখ\t\n' >"$folder/people.tsv"
work=(enter "$folder/new.tsv")
[ "${WORK-enter}" != import ] || work=(import people "$folder/people.tsv")
if [ "${WORK-enter}" = receive ] || [ "${WORK-enter}" = send ]; then
    below=$folder/below.db out=$folder/sent.orjon
    "$orjon" --db "$below" init --sample && "$orjon" --db "$below" office code=9901 &&
        "$orjon" --db "$below" finalise egov --quarter 1 && "$orjon" --db "$below" finalise grs --quarter 1 &&
        "$orjon" --db "$below" send --quarter 1 -o "$folder/parcel.orjon" &&
        "$orjon" --db "$folder/before.db" office code=9900 &&
        "$orjon" --db "$folder/before.db" offices add code=9901 name=খ &&
        "$orjon" --db "$folder/before.db" offices key 9901 "$folder/parcel.orjon" "$("$orjon" --db "$below" key)" &&
        "$orjon" --db "$folder/before.db" finalise egov --quarter 1 && "$orjon" --db "$folder/before.db" key || exit 1
    cp "$folder/before.db.key" "$folder/key"
    work=(receive "$folder/parcel.orjon")
    [ "$WORK" != send ] || work=(send --quarter 1 -o "$out")
fi >/dev/null 2>&1
[ "${WORK-enter}" != evidence ] || work=(evidence add charter 1.1.1 "$folder/new.tsv")
figures() {
    {
        "$orjon" --db "$1" score --quarter 2 --format tsv && "$orjon" --db "$1" export people &&
            "$orjon" --db "$1" export evidence && "$orjon" --db "$1" offices sent --quarter 1 --fiscal-year 2023-24 &&
            { [ ! -e "${out-}" ] || sed 's/"written_at":"[^"]*"//; s/,"signature".*//' "$out"; }
    } | sha256sum
}
# What is to the byte the file that was begun with, with nothing of SQLite's beside it, has its figures.
now() {
    if cmp -s "$db" "$folder/before.db" && [ ! -e "$db-journal" ] && [ ! -e "${out:-$folder/none}" ]; then
        echo "$old"
    else
        figures "$db"
    fi
}
fresh() {
    rm -rf "$db"* "$folder/backups" "$folder/office.evidence" ${DRIVE:+"$DRIVE"/*}
    cp "$folder/before.db" "$db"
    [ ! -e "$folder/key" ] || { rm -f "$out" && cp -p "$folder/key" "$db.key"; }
}
run() { LD_PRELOAD=$preload FAIL_WHAT=$1 "${@:2}" "$orjon" --lang en --db "$db" "${work[@]}"; }
old=$(figures "$folder/before.db")
fresh
"$orjon" --db "$db" "${work[@]}" 2>/dev/null
new=$(figures "$db")
[ "$old" != "$new" ] || exit 1

wrong() {
    echo "FAILED: $*"
    bad=$((bad + 1))
}
try() { # WHAT N ENVIRONMENT…
    fresh
    local said code now
    said=$(run "$1" env FAIL_AT="$2" "${@:3}" 2>&1)
    code=$?
    runs=$((runs + 1))
    [ "$code" -ge 128 ] && wrong "$*: exit $code: $said"
    if [ "$code" -ne 0 ]; then
        refused=$((refused + 1))
        [ -n "$said" ] || wrong "$*: exit $code without a word"
    fi
    if ! now=$("$orjon" --db "$db" verify 2>&1); then
        wrong "$*: $now"
        return
    fi
    for copy in ${DRIVE:+"$DRIVE"/*.db}; do
        [ ! -e "$copy" ] || "$orjon" --db "$copy" --readonly verify >/dev/null 2>&1 || wrong "$*: the copy $copy"
    done
    now=$(now)
    [ "$now" = "$old" ] || [ "$now" = "$new" ] || wrong "$*: half of the figures"
    [ "$code" -ne 0 ] || [ "$now" = "$new" ] || wrong "$*: said saved, is not there"
}
for what in $kinds; do
    fresh
    run "$what" env FAIL_COUNT="$folder/count" >/dev/null 2>&1
    count=$(cat "$folder/count")
    every=$step
    [ "$what" = malloc ] || every=$((step / 40 + 1))
    for ((n = ${FROM:-1}; n <= count; n += every)); do
        try "$what" "$n" FAIL_ERRNO=5
        try "$what" "$n" FAIL_ERRNO=28 FAIL_FOREVER=1
    done
    echo "$what: $count calls; so far $runs runs, $refused refused, $bad failed"
done
[ "$bad" -eq 0 ] && [ "$refused" -gt 0 ]
