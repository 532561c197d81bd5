#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Papers as pdf: tests/print/pdf.sh PROGRAM SOURCE_FOLDER PAPERS_TO. After a change that is meant, run it once with
# ORJON_TEST_WRITE=1 in the environment, which writes tests/print/pdf/*.txt anew, and look at what git shows.
# shellcheck source=../cli/lib.sh disable=SC2034,SC2154
. "$(dirname "$0")/../cli/lib.sh"
papers=$3
golden=$source_dir/tests/print/pdf

pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }
text() { pdftotext -raw "$@" - 2>/dev/null | sed 's/\(.\)\f/\1\n\f/g'; } # poppler 26 lets the page end its last line
words() { tr -s ' \n\t\f/-' '\n' | grep -vx $'\u00a0*' | LC_ALL=C sort; } # which stands in an empty line
in_order() { tr -s ' \n\f' '\n' <"$1"; } # where lines end is each poppler's own guess
shown() { # the words of an html page, as a reader sees them; feet only paper has
    sed -e '1,/<body>/d' -e '/class="foot"/d' -e 's/<[^>]*>/ /g' -e 's/&#60;/</g; s/&#62;/>/g; s/&#34;/"/g' -e "s/&#39;/'/g; s/&#38;/\&/g" "$1" | words
}
found() { # PDF HTML: how many of a hundred words of the paper are found in the pdf
    text "$1" | words >got
    shown "$2" >wanted
    LC_ALL=C comm -12 got wanted | wc -l | awk -v all="$(wc -l <wanted)" '{ print int(100 * $1 / (all ? all : 1)) }'
}
bengali_number() { printf '%s' "$1" | sed 'y/0123456789/০১২৩৪৫৬৭৮৯/'; }
on_every_page() { # PDF TEXT
    local page n=0
    text "$1" >pages
    while IFS= read -r -d $'\f' page; do
        [[ $page == *"$2"* ]] || return 1
        n=$((n + 1))
    done <pages
    [ $n -gt 0 ]
}
numbered() { # every letter from 1 to its own last page
    local page n=0 of=0
    text "$1" >pages
    while IFS= read -r -d $'\f' page; do
        [ $n = "$of" ] && n=0 of=$(sed 'y/০১২৩৪৫৬৭৮৯/0123456789/' <<<"$page" | sed -n 's|.*[ ^]*1/\([0-9]*\)$|\1|p' | tail -1)
        n=$((n + 1))
        [[ $page$'\n' == *"$(bengali_number $n)/$(bengali_number "$of")"$'\n'* ]] || return 1
    done <pages
    [ -s pages ] && [ $n = "$of" ]
}
sound() { qpdf --check "$1" >/dev/null 2>&1; }
last_page() { text -f "$(pages "$1")" "$1"; }
fonts() { # none is left out, none is whole, none is a picture
    pdffonts "$1" >fonts
    [ "$(tail -n +3 fonts | wc -l)" -gt 0 ] &&
        [ "$(tail -n +3 fonts | grep -cv 'TrueType .* yes yes yes ')" -eq 0 ] &&
        [ "$(grep -c 'Type 3' fonts)" -eq 0 ]
}

# Every paper, twice.
mkdir one two web printed
for part in "pdf one" "pdf two" "html web" "printed printed"; do
    # shellcheck disable=SC2086 # two words
    scrubbed "$papers" $part >out 2>err
    code=$? out=$(cat out) err=$(cat err)
    ok "all papers: $part"
done
for pdf in one/*.pdf; do
    name=$(basename "$pdf" .pdf)
    check "$name: the structure is sound" sound "$pdf"
    check "$name: the same file twice" cmp -s "$pdf" "two/$name.pdf"
    check "$name: pages are numbered" numbered "$pdf"
    check "$name: fonts are embedded" fonts "$pdf"
    check "$name: tagged for readers" grep -q '^Tagged: *yes' <(pdfinfo "$pdf")
    [ "$name" = monster ] && continue
    is "$name: docx and xlsx reckon with as many pages" "$(cat "printed/$name.printed")" "$(pages "$pdf")"
    [ "$name" = empty ] && continue
    share=$(found "$pdf" "web/$name.html")
    check "$name: words are found ($share of 100)" test "$share" -ge 99
done
while read -r name wanted; do
    is "$name: pages" "$(pages "one/$name.pdf")" "$wanted"
done <<'END'
return-11 2
return-11-areas 1
return-13 1
return-14 2
return-14-targets 1
return-15 1
return-methods 2
grades 2
scoresheet 3
scoresheet-year 2
packet 15
empty 1
rows-0 1
rows-1 1
rows-300 10
narrow 2
END
for name in return-14-targets packet; do
    text "one/$name.pdf" >"$name.txt"
    [ -n "${ORJON_TEST_WRITE:-}" ] && cp "$name.txt" "$golden/"
    check "$name: the text is as it was checked" diff -u <(in_order "$golden/$name.txt") <(in_order "$name.txt")
done

# Pages.
for name in rows-300 monster narrow; do
    check "$name: headings on every page" on_every_page one/$name.pdf 'কার্যক্রম'
    check "$name: the mark on every page" on_every_page one/$name.pdf 'খসড়া'
    check "$name: the footer on every page" on_every_page one/$name.pdf 'দপ্তর · পরিকল্পনা · ১ম ত্রৈমাসিক'
    check "$name: the signature is not alone" test "$(last_page one/$name.pdf | grep -c 'মোঃ আবদুল করিম\|১,২৩,৪৫৬\|নিষ্পত্তি')" -ge 2
done
is "no date is broken" "$(text one/rows-300.pdf | grep -o '৩১/১২/২০২৩' | wc -l)" 300
is "no number is broken" "$(text one/rows-300.pdf | grep -o '১,২৩,৪৫৬' | wc -l)" 360
is "no conjunct is broken" "$(text one/monster.pdf | grep -c '্$')" 0
is "a long word is whole" "$(text one/monster.pdf | grep -o 'ক্ষি' | wc -l)" 50
is "dates in a long cell" "$(text one/monster.pdf | grep -o '৩১/১২/২০২৩' | wc -l)" "$(grep -o '৩১/১২/২০২৩' web/monster.html | wc -l)"
check "markup is text" grep -qF '<b>&amp;' <(text one/monster.pdf)
is "no control character" "$(text one/monster.pdf | tr -d '\n\f' | LC_ALL=C grep -c '[[:cntrl:]]')" 0

# What it is, for catalogues.
pdfinfo one/packet.pdf >info
check "title" grep -q '^Title: *রিটার্ন ও প্রমাণক, জুলাই-সেপ্টেম্বর/২০২৩$' info
check "author" grep -q '^Author: *উপজেলা সমবায় কার্যালয়, দাকোপ, খুলনা$' info
check "subject" grep -q '^Subject: *অভিযোগ প্রতিকার ব্যবস্থা' info
check "date of the paper" grep -q '^CreationDate: *Wed Dec 11' info
check "A4, landscape" grep -q '^Page size: *841.89 x 595.27[56] pts (A4)' <(pdfinfo one/return-14-targets.pdf)
check "portrait" grep -q '^Page size: *595.27[56] x 841.89 pts (A4)' <(pdfinfo one/narrow.pdf)
is "bookmarks" "$(qpdf --json --json-key=outlines one/packet.pdf | grep -c '"destpageposfrom1"')" 13
text -f 2 -l 2 one/packet.pdf >contents
for page in 3 4 5 6 7 8 9 10 11 12 13; do
    check "the contents name page $page" grep -q "$(bengali_number $page)\$" contents
done

is "one table over all its pages" "$(pdfinfo -struct one/rows-300.pdf 2>/dev/null | grep -c Table)" 1
is "a row for each of the table, headings once" "$(pdfinfo -struct one/rows-300.pdf 2>/dev/null | grep -c ' TR$')" 311

# The command.
sample
run print return --plan rti --format pdf -o paper.pdf
ok "into a file"
check "of one page" test "$(pages paper.pdf)" = 1
check "which says that it is a sample" on_every_page paper.pdf 'নমুনা'
run print return --plan rti --format pdf -o paper.pdf
refused "a file that exists is kept" 1 'exists already'
scrubbed "$program" --db "$db" print return --plan rti --format pdf >stream.pdf
check "on standard output the same" cmp -s paper.pdf stream.pdf
run print packet --format pdf -o packet.pdf
ok "the packet"
check "has a cover and contents" grep -q 'সূচিপত্র' <(text -f 2 -l 2 packet.pdf)
run print packet
says "as text too" 'সূচিপত্র'
run print return --plan rti --format pdf --legal --no-shading -o legal.pdf
check "Legal" grep -q '^Page size: *1008 x 612 pts' <(pdfinfo legal.pdf)
is "no shading" "$(qpdf --qdf legal.pdf - | grep -ac '0.92 0.92 0.92 rg')" 0
check "else there is" test "$(qpdf --qdf paper.pdf - | grep -ac '0.92 0.92 0.92 rg')" -ge 1
for wrong in "text --legal" "csv --as-text" "docx --legal" "xlsx --as-text" "html --bom" "html --ascii" "csv --no-shading"; do
    # shellcheck disable=SC2086 # two words
    run print return --plan rti --format $wrong -o wrong.out
    refused "$wrong is refused by name" 2 "${wrong#* }"
done
run print packet --format pdf --as-text -o text.pdf
ok "the page of text"
check "is sound" sound text.pdf
check "has its fonts" fonts text.pdf
run print packet
for word in 'সূচিপত্র' 'প্রতিষ্ঠান' '১৬/০৩/২০২৪'; do # headings stand on each page, of which there are more
    is "and says $word as often" "$(text text.pdf | grep -o "$word" | wc -l)" "$(grep -o "$word" <<<"$out" | wc -l)"
done
run print return --plan rti --format pdf -o /dev/full
refused "a full device" 1 '/dev/full'
if [ "$(id -u)" -ne 0 ]; then
    mkdir locked && chmod 500 locked
    run print return --plan rti --format pdf -o locked/paper.pdf
    refused "a read-only folder" 1 'locked/paper.pdf'
fi
if command -v script >/dev/null; then
    script -qec "$program --lang en --db $db print return --plan rti --format pdf" typed </dev/null >/dev/null
    check "not on a terminal" grep -q 'name a file with -o' typed
fi

# A word longer than any line is shaped in runs; no syllable gets lost between them, and every line is full.
sample
figures "2023-24\tegov\t5.1.1\t1\t1\t$(printf 'খিঁ%.0s' {1..997})"
run enter figures.tsv
run print return --plan egov --format pdf -o long.pdf
is 'a word of 997 syllables' "$code" 0
text long.pdf >long.txt
is 'no syllable is lost' "$(grep -o 'খিঁ' long.txt | wc -l)" 997
is 'all lines but the last are full' "$(grep -oE '(খিঁ)+' long.txt | awk '{ print length }' | sort -u | wc -l)" 2

# Fonts that cannot write Bengali, or none at all.
for folder in /nonexistent /usr/share/fonts/truetype/dejavu; do
    printf '<?xml version="1.0"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>' $folder "$work/cache" >fonts.conf
    extra=(FONTCONFIG_FILE="$work/fonts.conf")
    run print return --plan rti --format pdf -o boxes.pdf
    refused "fonts of $folder" 1 'fonts-noto-core'
    check "leave no file" test ! -e boxes.pdf
done
is "no temporary file is left" "$(find . -name '.orjon*' | wc -l)" 0
finish
