#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Screens in Bengali have Bengali digits and words: what else stands in their pictures is a key, was
# typed by the clerk, or is one of the few words of tests/latin.tsv, each with its reason and, where
# it may not stand everywhere, the pictures in which it may.
# Usage: tests/latin.sh SOURCE_FOLDER
set -u
export LC_ALL=C.UTF-8
cd "$1/tests" || exit 1
keys='^(F[0-9]+|Ctrl|Alt|Shift|Esc|Enter|Tab|Space|Ins|Delete|Backspace|Home|End|PgUp|PgDn|(Ctrl|Alt|Shift)-([A-Z]|Home|End|Space))$'
mapfile -t allowed < <(tail -n +2 latin.tsv | cut -f1,3 | tr '\t' ' ')
failures=0 words=0

# Words of Latin letters and digits, with what may join them: 1.1.1, return-13, a@b.org; none that
# is cut. Each with its picture, once.
words_of()
{
    awk '/^#/ { next }
        {
            gsub("[-0-9A-Za-z./_@]*…", "")
            while (match($0, "[0-9A-Za-z]+([-./_@][0-9A-Za-z]+)*")) {
                print FILENAME "\t" substr($0, RSTART, RLENGTH)
                $0 = substr($0, RSTART + RLENGTH)
            }
        }' "$@" | sort -u
}

may_stand() # PICTURE WORD
{
    local one only
    for one in "${allowed[@]}"; do
        only=${one#* }
        [[ $1 == screen/${only:-*} && $2 =~ ^(${one%% *})$ ]] && return
    done
    grep '^#' "$1" | grep -qF -- "$2" # was typed, or opened
}

mapfile -t bengali < <(grep -L '^#lang en' screen/*/*.txt)
while IFS=$'\t' read -r picture word; do
    words=$((words + 1))
    [[ $word =~ $keys ]] || may_stand "$picture" "$word" && continue
    echo "$picture: «$word»: $(grep -v '^#' "$picture" | grep -m1 -F -- "$word" | cut -c1-90)"
    failures=1
done < <(words_of "${bengali[@]}")
echo "$words words looked at"
[ "$failures" -eq 0 ] && [ "$words" -gt 0 ]
