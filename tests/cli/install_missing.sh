#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tools/install-missing: what stops it is one sentence with the remedy, in the language of the system. Nothing is
# installed here: apt, dpkg and sudo are stand-ins that say what theirs say. Usage: install_missing.sh PROGRAM SOURCE
# shellcheck source=lib.sh disable=SC2154,SC2016
. "$(dirname "$0")/lib.sh"
script=$source_dir/tools/install-missing
mkdir bin
for tool in sh env cat grep sed head tail mktemp rm; do ln -s "$(command -v $tool)" bin/; done
stand_in() { # NAME, its script on standard input
    { echo '#!/bin/sh' && cat; } >"bin/$1"
    chmod +x "bin/$1"
}
stand_in id <<<'echo "${UID_HERE:-1000}"'
stand_in dpkg-query <<<'case " $INSTALLED " in *" $4 "*) echo "install ok installed" ;; *) exit 1 ;; esac'
stand_in apt-cache <<<'case "$1 $2" in
    "depends clang") [ -z "$CLANG" ] || echo "  Depends: clang-$CLANG" ;;
    show*) case " $SERVED " in *" $2 "*) echo "Package: $2" ;; *) exit 100 ;; esac ;;
esac'
stand_in apt-get <<<'case "$*" in
    --version) echo apt; exit ;;
    *update) echo "$AT_UPDATE"; exit ;;
esac
echo "$*" >>asked
echo "$AT_INSTALL" >&2
exit ${CODE:-0}'
stand_in sudo <<<'[ -z "$NO" ] || { echo "sudo: $NO" >&2; exit 1; }
exec env "$@"'
installs() { # the environment's words in $extra
    rm -f asked
    env -i PATH="$work/bin" TMPDIR="$work" "${extra[@]}" "$script" gcc cmake >out 2>err
    code=$?
    out=$(cat out) err=$(cat err)
}
both() { # NAME PART: one sentence in both languages
    extra=("${with[@]}" LANG=C)
    installs
    check "$1" test "$code" = 1 -a -z "$out"
    check "$1: one line" one_line "${err##*$'\n'}"
    check "$1: what to do" has "$err" "$2"
    check "$1: in English" lacks "$(bengali "$err" && echo bengali)" bengali
    extra=("${with[@]}" LANG=bn_BD.UTF-8)
    installs
    check "$1: in Bengali" bengali "${err##*$'\n'}"
}
lines() { wc -l <err; }

with=(INSTALLED="gcc cmake") extra=("${with[@]}")
installs
is "nothing is missing" "$code$out$err" 0
with=(INSTALLED=gcc SERVED=cmake) extra=("${with[@]}")
installs
is "one is missing" "$code $out$err" "0 installing: cmake"
check "it is installed" has "$(cat asked)" "install -y --no-install-recommends cmake"
mv bin/sudo sudo
both "no sudo" "apt-get update && apt-get install --no-install-recommends cmake"
is "no sudo: nothing else is said" "$(lines)" 1
extra=("${with[@]}" UID_HERE=0)
installs
is "root needs none" "$code $err" "0 installing: cmake"
mv sudo bin/
with+=(NO="kerani is not in the sudoers file.")
both "sudo refuses" "apt-get update && apt-get install --no-install-recommends cmake"
check "sudo refuses: its own words" has "$err" "not in the sudoers"
check "sudo refuses: apt is not asked" test ! -e asked
said() { # NAME APT'S-WORDS PART LINES
    with=(SERVED="gcc cmake" CODE=100 AT_INSTALL="$2")
    both "$1" "$3"
    is "$1: lines" "$(lines)" "$4"
}
held="E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?"
said "a lock is held" "$held" "try again" 2
said "a lock was held in older words" "E: Could not get lock /var/lib/dpkg/lock - open (11: Resource temporarily unavailable)" "ended" 2
unreached="E: Failed to fetch http://deb.debian.org/x.deb  Temporary failure resolving 'deb.debian.org'"
said "no network" "$unreached" "network" 2
said "no network after a lock" "Waiting for cache lock: Could not get lock /var/lib/dpkg/lock-frontend.
$unreached" "network" 2
said "a full disk" "E: You don't have enough free space in /var/cache/apt/archives/." "Make room" 2
said "a disk that fills" "dpkg: error processing archive x.deb: cannot copy: failed to write (No space left on device)" "Make room" 2
said "another fault" "E: dpkg was interrupted, you must manually run 'dpkg --configure -a' to correct the problem." "dpkg --configure -a" 3
with=(SERVED=gcc)
both "a part of the release is off" "cmake"
check "a part of the release is off: which" has "$err" universe
with=(AT_UPDATE="W: Failed to fetch http://deb.debian.org/  Temporary failure resolving 'deb.debian.org'")
both "no network and no lists" "network"
is "no network and no lists: nothing else is said" "$(lines)" 1
with=(AT_UPDATE="E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)")
both "the lists are locked and there are none" "try again"
clang() { # CLANG SERVED: what libclang-rt-dev is called
    extra=(CLANG="$1" SERVED="$2" UID_HERE=0)
    env -i PATH="$work/bin" TMPDIR="$work" "${extra[@]}" "$script" libclang-rt-dev 2>&1
}
is "clang's run time, by its own name" "$(clang 19 libclang-rt-19-dev)" "installing: libclang-rt-19-dev"
is "clang's run time, in an older release" "$(clang 14 libclang-common-14-dev)" "installing: libclang-common-14-dev"
check "clang's run time, without lists" has "$(clang "" "")" "the package libclang-rt-dev."
rm bin/dpkg-query
with=()
both "another system" "gcc cmake"
finish
