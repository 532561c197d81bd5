#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Options, languages, help and what is said of what is not understood.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample

# Bengali everywhere, whatever the machine speaks.
bare --db "$db" office
wanted=$(bare --db "$db" score && cat out)
for words in LANG=C LC_ALL=C LANG=en_US.UTF-8 LANG=zz_ZZ LC_ALL=zz_ZZ.UTF-8 LANG=bn_BD.UTF-8 LANGUAGE=de LC_ALL= POSIXLY_CORRECT=1; do
    extra=("$words")
    bare --db "$db" score
    is "$words: the same" "$out" "$wanted"
    bare nonsense
    refused "$words: a refusal" 2 'orjon --help'
    check "in Bengali" bengali "${err#orjon: }"
    bare --lang en nonsense
    refused "and in English" 2 'There is no such command'
done
extra=()

# Options before and after the verb, short and long, with = or a blank.
for words in "--lang en score --format tsv" "score --lang en --format tsv" "score --format tsv --lang=en" \
    "--lang=en score --format=tsv" "-L en score -t tsv" "score -ttsv -Len" "--la en score --form tsv"; do
    # shellcheck disable=SC2086
    bare --db "$db" $words
    ok "$words"
    is "is the same" "$(wc -l <out)" 24
    # shellcheck disable=SC2086
    bare $words --db "$db"
    ok "$words --db FILE"
done
bare score --db "$db" --digits latin --plan rti
says "--digits latin behind" '2.00'
bare --digits latin --db "$db" score --plan rti
says "--digits latin before" '2.00'
run --digits bengali score --plan rti
says "English with Bengali digits" '২.০০'
extra=(POSIXLY_CORRECT=1)
run explain grs 1.1.1 --quarter 2
ok "options behind words, also where the machine is told to be strict"
extra=()

# Help, in either language.
for verb in '' init office plans enter score explain check print calendar; do
    for language in bn en; do
        # shellcheck disable=SC2086
        bare --lang $language $verb --help
        ok "orjon $verb --help in $language"
        check "names itself" has "$(head -n 1 out)" "orjon${verb:+ $verb}"
        if [ $language = bn ]; then
            check "speaks Bengali" bengali "$out"
            is "in every line of its options" "$(grep -- '^  -' out | LC_ALL=C.UTF-8 grep -vcP '\p{Bengali}')" 0
        else
            check "speaks no Bengali" test "$(LC_ALL=C.UTF-8 grep -cP '\p{Bengali}' out)" = 0
        fi
        check "no line of prose is too long" test "$(tail -n +2 out | LC_ALL=C.UTF-8 wc -L)" -le 110
    done
done
for verb in init office plans enter score explain check print calendar; do
    run --help
    says "the overview has $verb" "orjon $verb "
done
for words in --version "--version --lang en" "--lang bn --version" "score --version"; do
    # shellcheck disable=SC2086
    bare $words
    ok "$words"
    is "one line" "${out%% *} $(wc -l <out)" 'orjon 1'
done

# What is not understood: exit 2, one line, in the right language.
for words in --nonsense "--nonsense score" "score --nonsense" "score --quarter" "score --quarter 5" "score -Z" "--lang" \
    "score --dry-run" "enter --quarter 1 x" "print" "explain a" "calendar 1 2" "plans what" "init" "office x" "score --help=1"; do
    # shellcheck disable=SC2086
    bare --db "$db" --lang en $words
    refused "en: $words" 2 ''
    check "is English" test "$(LC_ALL=C.UTF-8 grep -cP '\p{Bengali}' err)" = 0
    # shellcheck disable=SC2086
    [ "$words" = --lang ] || bare --db "$db" $words
    refused "bn: $words" 2 ''
    [ "$words" = --lang ] || check "is Bengali" bengali "$err"
done
for words in "-Z" "-Zq" "--quarter=1 -Zq"; do
    # shellcheck disable=SC2086
    bare --lang en score $words
    refused "score $words: names the word" 2 "“${words##* }”"
done
bare --lang xx score
refused "an unknown language" 2 'bn, en'
bare --digits roman score
refused "unknown digits" 2 'bengali, latin'
run --as-of yesterday score
refused "a day that is none" 2 'yesterday'
run --as-of 2024-02-30 score
refused "an impossible day" 2 'February'
run office $'\033[31m\377\342\200\256'
check "no control character goes to the terminal" test "$(LC_ALL=C tr -d '\n\040-\176\200-\377' <err | wc -c)" = 0
check "and nothing that is no text" iconv -f utf-8 -t utf-8 -o /dev/null err
words=()
for i in {1..70}; do words+=("officer=$i"); done
run office "${words[@]}"
refused "more words than fit are not dropped" 2 'orjon office'
run office "$(head -c 100000 /dev/zero | tr '\0' x)"
check "a very long word" test "$code" = 2 -a "${#err}" -lt 2000

# --readonly.
before=$(fingerprint)
run --readonly score --plan rti
ok "--readonly reads"
run --readonly office name=x
refused "--readonly does not write" 1 'only be read'
is "not a byte" "$(fingerprint)" "$before"

# The screens where there is none to show them on.
run
refused "no terminal" 1 'terminal'
if command -v script >/dev/null; then
    for term in dumb nonsense ''; do
        extra=("TERM=$term")
        said=$(scrubbed script -qec "'$program' --lang en --db '$db'" /dev/null </dev/null)
        is "TERM=$term: refused" $? 1
        check "with a sentence" has "$said" 'orjon: The terminal'
        check "and no escape sequence" test "$(tr -d -c '\033' <<<"$said" | wc -c)" = 0
    done
fi
finish
