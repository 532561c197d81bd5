#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Office files that are none, are damaged, locked, newer or may not be touched; disks that are full.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample
cp "$db" good.db
db=$work/bad.db

seen() { [ -f "$db" ] && cksum <"$db" || stat -c %F "$db" 2>/dev/null; }
none() { # NAME PART: no command opens it, and it stays as it was
    local verb before
    before=$(seen)
    for verb in 'score --format tsv' check 'print return' office 'office name=x' plans 'explain egov 1.1.1' ''; do
        # shellcheck disable=SC2086
        run $verb
        # Without a file the screens would offer to make one; here they have no terminal.
        [ -z "$verb" ] && has "$2" 'no office file' && has "$2" There && continue
        refused "$1: orjon $verb" 1 "$2"
    done
    is "$1: is left as it was" "$(seen)" "$before"
}
none "no file" 'There is no office file'
echo 'a text' >bad.db
none "a text" 'not an orjon office file'
: >bad.db
none "an empty file" 'orjon init'
none "an empty file" 'not yet an orjon office file'
run init --sample
check "is made anew" test "$code" = 0 -a -s bad.db -a ! -e bad.db.1
head -c 5000 /dev/urandom >bad.db
none "noise" 'not an orjon office file'
rm bad.db && mkdir bad.db
none "a folder" 'not an orjon office file'
rmdir bad.db && mkfifo bad.db
none "a pipe" 'not an orjon office file'
rm bad.db
for bytes in 50 100 4096 40960; do
    head -c $bytes good.db >bad.db
    none "the first $bytes bytes" 'orjon: '
done
ln -sf "$work/nowhere" bad.db
none "a link to nowhere" 'There is no office file'
rm bad.db

# Bits turned over: an answer or a refusal, never a crash.
size=$(stat -c %s good.db)
worst=0
for i in {1..40}; do
    cp good.db bad.db
    at=$((i * 2039 % size))
    # shellcheck disable=SC2059
    printf "\\x$(printf %02x $((i * 37 % 256)))" | dd of=bad.db bs=1 seek=$at conv=notrunc 2>/dev/null
    for verb in 'score --format tsv' 'check' 'print return' 'office name=x'; do
        # shellcheck disable=SC2086
        run $verb
        [ "$code" -gt "$worst" ] && worst=$code
    done
done
check "40 files with a byte changed" test "$worst" -le 3

# Other programs.
if command -v sqlite3 >/dev/null; then
    rm bad.db && sqlite3 bad.db 'CREATE TABLE a(b)'
    none "another database" 'not an orjon office file'
    cp good.db bad.db && sqlite3 bad.db 'CREATE TABLE evil(x)'
    none "a strange table" 'evil'
    cp good.db bad.db && sqlite3 bad.db 'DROP TABLE seal'
    none "a table is missing" 'damaged'
    cp good.db bad.db && sqlite3 bad.db 'PRAGMA user_version = 7'
    before=$(fingerprint)
    for verb in 'score' 'office name=x' ''; do
        # shellcheck disable=SC2086
        run $verb
        refused "a newer file: orjon $verb" 5 'version 7'
    done
    bare --db "$db" score
    refused "in Bengali" 5 'সংস্করণ'
    is "it is left as it was" "$(fingerprint)" "$before"
    cp good.db bad.db
    mkfifo statements
    sqlite3 bad.db <statements >held &
    holder=$!
    exec 8>statements
    echo "BEGIN EXCLUSIVE; SELECT 'held';" >&8
    wait_for grep -q held held
    run office name=x
    refused "somebody else writes: a change" 4 'in use'
    run score
    refused "somebody else writes: a look" 4 'in use'
    exec 8>&-
    wait $holder
fi
if command -v flock >/dev/null; then
    cp good.db bad.db
    exec 8>bad.db.lock
    flock 8
    run score --format tsv
    ok "somebody waits to write: a look"
    run office name=x
    refused "and a change" 4 'in use'
    exec 8>&-
    rm -f bad.db.lock
fi
cp good.db bad.db

# A name of a file is shown, and nothing in it is obeyed.
plain() { # NAME: both streams are text without anything unseen, and no name begins a line of its own
    check "$1" python3 - <<'END'
import sys
for name in "out", "err":
    text = open(name, "rb").read().decode("utf-8")
    if "\n?" in text or "\n[31m" in text or any(c != "\n" and (ord(c) < 32 or ord(c) in (0x7F, 0x202E, 0x61C, 0xFEFF)) for c in text):
        sys.exit(1)
END
}
if command -v python3 >/dev/null; then
    odd=$'odd\n\u202e\u061c\e[31m\xff.db'
    cp good.db "$odd"
    run --db "$odd" verify
    plain "a sound file with an odd name"
    check "is named" has "$out" 'odd????[31m?.db is sound'
    run --db "$odd" backup "$odd.copy"
    plain "its copy"
    check "is named" has "$err" 'odd????[31m?.db.copy is a verified copy'
    run --db "$odd" restore "$odd.copy"
    plain "and back"
    run --db "$odd" log
    plain "which the journal tells"
    check "with a name" has "$out" 'odd?'
    printf 'x\n' >"$odd.tsv"
    run enter "$odd.tsv"
    plain "figures of an odd name"
    run plans install "$odd.tsv"
    plain "and plans"
    run enter "$odd.none"
    plain "and none"
    run --db "$odd.none" score
    plain "and no office"
    run print "$odd"
    plain "an odd word"
    rm "$odd"*
fi

# Output that goes nowhere.
scrubbed "$program" --lang en --db "$db" score --format tsv >/dev/full 2>err
is "a full disk behind standard output" "$? $(cat err)" '1 orjon: The result could not be written'
scrubbed "$program" --lang en --db "$db" score --format tsv >&- 2>err
is "closed standard output" "$? $(cat err)" '1 orjon: The result could not be written'
before=$(fingerprint)
scrubbed "$program" --lang en --db "$db" office name=x <&- >&- 2>&-
is "all streams closed: a change" $? 0
check "is saved" test "$(fingerprint)" != "$before"
run office
says "and read" 'name=x'
scrubbed "$program" --lang en --db "$db" print return -o closed.txt <&- >&- 2>&-
is "all streams closed: a paper" $? 0
run print return
check "is whole" cmp -s out closed.txt
scrubbed "$program" --db "$db" print return 2>err | head -n 1 >/dev/null
is "a reader that leaves is no reason to complain" "$(cat err)" ''

# Files of a limited size stand for a full disk.
before=$(fingerprint)
remark=$(printf '𝟎%.0s' {1..10000}) # 40 KB
{
    printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\tstate\n'
    scrubbed "$program" --db "$db" score --format tsv | tail -n +2 | cut -f 1-3 |
        while read -r place; do printf "$place\t%s\t\t$remark\tno-case\n" 1 2 3 4; done
} >large.tsv
(ulimit -f 1000 && scrubbed "$program" --lang en --db "$db" enter large.tsv >out 2>err)
is "no room for a figure" "$? $(tail -n 1 err)" "1 orjon: The disk is full: $db was not changed"
run score --format tsv
is "the file is as it was" "$(fingerprint)" "$before"
check "with nothing beside it" test ! -e "$db-journal"
(ulimit -f 20 && scrubbed "$program" --lang en --db "$work/full.db" init --sample >out 2>err)
is "no room for an office" $? 1
check "says so" grep -q "^orjon: .*disk" err
check "leaves nothing" test -z "$(find . -name 'full.db*')"
before=$(fingerprint)
(ulimit -f 20 && scrubbed "$program" --lang en --db "$db" init --sample --force >out 2>err)
is "no room for a new office: the old one stays" "$? $(fingerprint)" "1 $before"
(ulimit -f 5 && scrubbed "$program" --lang en --db "$db" print return -o large.txt >out 2>err)
is "no room for a paper" $? 1
check "says so" grep -q 'disk is full' err
check "leaves nothing" test ! -e large.txt

# A name so long that those of the copies must be cut.
long=$(printf 'ক%.0s' {1..75}).db
run --db "$long" init --sample
figures "2023-24\tegov\t5.1.1\t1\t2"
run --db "$long" enter figures.tsv
check "no copy is missing" test "$code" = 0 -a "$(wc -l <err)" -le 1
check "the copy of a file with a long name" test "$(find backups -name 'ককক*.db' 2>/dev/null | wc -l)" -ge 1

# Files that may only be read. The superuser may do everything, so he takes another's place.
as_clerk() { scrubbed "$@"; }
if [ "$(id -u)" = 0 ]; then
    command -v setpriv >/dev/null || { finish; exit; }
    as_clerk() { LLVM_PROFILE_FILE=/dev/null scrubbed setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; }
    chmod 755 "$work"
    cp "$program" "$work/orjon" && program=$work/orjon
    as_clerk "$program" --version >/dev/null 2>&1 || { finish; exit; }
fi
clerk() {
    as_clerk "$program" --lang en --db "$@" >out 2>err
    code=$?
    out=$(cat out) err=$(cat err)
}
mkdir shelf && cp good.db shelf/a.db && chmod 444 shelf/a.db && chmod 555 shelf
clerk shelf/a.db score --format tsv
ok "a file that may only be read is read"
clerk shelf/a.db office name=x
refused "and not changed" 1 'only be read'
clerk shelf/b.db init --sample
refused "no office in a folder that may only be read" 1 'shelf/b.db'
clerk shelf/a.db print return -o shelf/p.txt
refused "no paper either" 1 '“shelf”'
chmod 755 shelf && chmod 000 shelf/a.db && chmod 555 shelf
clerk shelf/a.db score
refused "a file that may not be read" 1 'may not read'
finish
