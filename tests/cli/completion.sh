#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The completion for bash: it offers what the program takes.
# shellcheck source=lib.sh disable=SC2154
. "$(dirname "$0")/lib.sh"
sample
mkdir bin
ln -s "$program" bin/orjon
export PATH="$work/bin:$PATH" HOME="$work/home" TZ=UTC0
compopt() { :; } # there is no line being typed
# shellcheck source=../../completions/orjon
. "$source_dir/completions/orjon"
offered() { # WORD…: what is offered for the last of them
    COMP_WORDS=(orjon "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    _orjon
    out="${COMPREPLY[*]}"
}
offers() { # NAME WANTED WORD…
    local name=$1 wanted=$2
    shift 2
    offered "$@"
    is "$name" "$out" "$wanted"
}
listed() { # COLUMN WHAT: of «orjon print list»
    orjon print list | awk -F '\t' -v what="$1" '$1 == what { print $2 }' | paste -sd' '
}

offers "a command" "plans" pla
offers "its deeds" "list install target add order remove restore export next-year" plans ''
offers "papers, as the program lists them" "list $(listed paper)" print ''
offers "a paper" "return reminder" print re
offers "parts of a packet" "$(listed part)" print packet --parts ''
offers "formats that this program writes" "$(listed format)" print return --format ''
offers "formats of a table" "text tsv json" score -t ''
offers "an option of the command" "--parts --pages" print return --pa
offers "none of another" "" score --parts
offers "plans of the office file" "egov" --db "$db" print return --plan e
offers "with the sign of equality" "egov" --db = "$db" print return --plan = e
offers "the indicators of one" "4.1.1" --db "$db" explain egov 4
offers "nothing where anything may stand" "" print return --copies ''
offers "the value of a short option is no word" "list $(listed paper)" -L en print ''

# Every command's first words are those of its usage line, and every option those of its help.
for verb in $(orjon --lang en --help | sed -n 's/^  orjon \([a-z]*\).*/\1/p'); do
    usage=$(orjon --lang en "$verb" --help | sed 1q)
    offered "$verb" --
    has=$(printf '%s\n' $out | sort)
    is "options of $verb" "$has" "$(orjon --lang en "$verb" --help | grep '^  ' | grep -o -- '--[a-z-]*' | sort -u)"
    [[ $usage == *" | "* || $verb == print ]] || continue
    offered "$verb" ''
    for word in $out; do
        case $verb:$word in
        progress:* | review:* | answer:*) continue ;;
        esac
        check "$verb $word is in its usage line" grep -Eq "(^|[^a-z-])$word([^a-z-]|\$)" <<<"$usage"
    done
done
finish
