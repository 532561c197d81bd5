#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The Bengali catalogue: every message is there, and each idea has one word (po/terms.tsv), in the help and the phrases too.
# Usage: tests/po.sh SOURCE_FOLDER
set -u
export LC_ALL=C.UTF-8
cd "$1/po" || exit 1
failures=0
missing=$(msgattrib --untranslated --no-obsolete --no-wrap bn.po | grep '^msgid "' | grep -v '^msgid ""$')
if [ -n "$missing" ]; then
    echo "not translated:"
    echo "$missing"
    failures=1
fi
said=$(msgattrib --no-obsolete --no-wrap bn.po | awk '/^msgstr/ { on = 1 } /^(msgid|#|$)/ { on = 0 } on'
    grep -hP '[\x{0985}-\x{09B9}]' ../README.md ../docs/orjon.bn.md ../db/phrases.tsv ../db/memo.tsv)
while IFS=$'\t' read -r word better why; do
    [ "$word" = word ] && continue
    if found=$(grep -P -- "(?<![\x{0980}-\x{09FF}])\Q$word\E" <<<"$said"); then # not «তথ্যে কোনো»
        echo "«$word» is said; «$better» is better: $why"
        cut -c1-160 <<<"$found"
        failures=1
    fi
done <terms.tsv
exit $failures
