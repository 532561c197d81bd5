#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# An installation in any folder finds its own parts, and says what is missing. Usage: installed.sh PROGRAM SOURCE CMAKE BUILD
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
cmake=$3 build=$4
at="$work/যে কোনো জায়গা"
echo "by root" >"$build/install_manifest.txt" # what «sudo cmake --install» leaves, which nobody else may write
chmod a-w "$build/install_manifest.txt"
"$cmake" --install "$build" --prefix "$at" >/dev/null || exit 1
program=$at/bin/orjon
modules=$(dirname "$(find "$at" -name 'orjon-*.so' -print -quit)")
sample
writes() { # FORMAT
    run print return --plan egov --format "$1" -o "$1.out" --force
    is "$2: $1" "$code $(test -s "$1.out" && echo written)" "0 written"
}
cannot() { # WHAT PART: refused in either language with what to do, and nothing is written
    rm -f new.out
    run print return --plan egov --format "$format" -o new.out
    refused "$1: $format" 1 "$2"
    check "it names the module: $format" has "$err" "orjon-$format"
    check "without what the system says of it: $format" lacks "$err" 'required by'
    bare --db "$db" print return --plan egov --format "$format" -o new.out
    refused "$1, in Bengali: $format" 1 ইনস্টল
    check "nothing is written: $format" test ! -e new.out
}
for format in pdf docx xlsx; do
    [ -e "$modules/orjon-$format.so" ] || continue # not built here
    echo nonsense >"orjon-$format.so" # the folder that is worked in is not looked in
    writes $format "installed"
    mv "$modules/orjon-$format.so" "$at/bin/"
    writes $format "the module beside the program"
    mkdir -p "$at/lib/orjon"
    mv "$at/bin/orjon-$format.so" "$at/lib/orjon/"
    writes $format "the module in ../lib/orjon"
    mv "$at/lib/orjon/orjon-$format.so" kept
    cannot "without its module" "is not there"
    head -c 4000 kept >"$at/lib/orjon/orjon-$format.so"
    cannot "with half of its module" "is not whole"
    head -c "$(($(stat -c %s kept) - 1000))" kept >"$at/lib/orjon/orjon-$format.so"
    truncate -s "$(stat -c %s kept)" "$at/lib/orjon/orjon-$format.so"
    cannot "with its last bytes empty" "is not whole"
    damaged() { # WHAT SED-SCRIPT PART: bytes changed for as many others
        LC_ALL=C sed "$2" kept >"$at/lib/orjon/orjon-$format.so"
        cannot "$1" "$3"
    }
    damaged "its library missing" 's/lib\([a-z]*\)\.so\.\([0-9]\)/lob\1.so.\2/g; s/lobc\.so/libc.so/g' 'lacks lob'
    grep -q GLIBC_2 kept && # other C libraries have no versions
        damaged "made for a newer system" 's/GLIBC_2/GLIBC_9/g' 'another or a newer system'
    damaged "made for another kind of machine" '1s/^\(\x7fELF.\{14\}\)./\1\xb7/' 'another or a newer system'
    grep -q __asan kept || # which looks the names up by itself
        damaged "of another version" 's/orjon_module_version/orjon_module_versiox/g' 'another version'
    rm "$at/lib/orjon/orjon-$format.so"
    cp kept "$modules/orjon-$format.so"
done
doc=$(dirname "$(find "$at" -name README.md -print -quit)")
links=0
while read -r link; do
    links=$((links + 1))
    check "README.md leads to $link" test -e "$doc/$link"
done < <(grep -oP '\]\(\K[^)#:]+(?=[)#])' "$doc/README.md" | sort -u)
check "README.md leads somewhere" test $links -gt 5
DESTDIR=$work/stage "$cmake" --install "$build" --prefix /usr >/dev/null
check "staged with DESTDIR" test -x "$work/stage/usr/bin/orjon"
mv "$work/stage/usr" "$work/সরানো ফোল্ডার"
program=$work/সরানো\ ফোল্ডার/bin/orjon
for format in pdf docx xlsx; do
    [ ! -e "$modules/orjon-$format.so" ] || writes $format "moved as a whole"
done
program=$at/bin/orjon
ministry=$at/share/orjon/plans/2021-22/ministry
check "plans of other offices come with it" cmp -s "$ministry/egov.tsv" "$source_dir/db/shipped/2021-22/ministry/egov.tsv"
db=$work/ministry.db
run init --name x --family ministry --fiscal-year 2021-22 --plans "$ministry"
ok "an office begins with a folder of them"
run plans
is "all of it" "$(tail -n +2 out | cut -f 2 | sort | tr '\n' ' ')" 'charter egov grs integrity rti '
db=$work/office.db
for other in text csv html; do writes $other "installed"; done
finish
