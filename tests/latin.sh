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
failures=0

# Words of Latin letters and digits, with what may join them: 1.1.1, return-13, a@b.org; none that
# is cut.
words_of()
{
    grep -v '^#' "$1" | sed 's/[-0-9A-Za-z./_@]*…//g' | grep -oE '[0-9A-Za-z]+([-./_@][0-9A-Za-z]+)*' | sort -u
}

for picture in screen/*/*.txt; do
    grep -q '^#lang en' "$picture" && continue
    typed=$(grep '^#' "$picture") # and what was opened
    for word in $(words_of "$picture"); do
        [[ $word =~ $keys || $typed == *"$word"* ]] && continue
        for one in "${allowed[@]}" ''; do
            only=${one#* }
            [[ -n $one && $picture == screen/${only:-*} && $word =~ ^(${one%% *})$ ]] && break
        done
        [ -n "$one" ] && continue
        echo "$picture: «$word»: $(grep -v '^#' "$picture" | grep -m1 -F -- "$word" | cut -c1-90)"
        failures=1
    done
done
exit $failures
