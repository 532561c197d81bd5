#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# docx and xlsx as LibreOffice prints them have the pages of the pdf, and whole numbers:
# tests/print/office_pages.sh PROGRAM SOURCE_FOLDER PAPERS_TO. Skipped where there is no LibreOffice, or no font as wide
# as Excel's own.
# shellcheck source=../cli/lib.sh disable=SC2034,SC2154
. "$(dirname "$0")/../cli/lib.sh"
papers=$3
for tool in soffice pdfinfo pdftotext; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not here" && exit 77; }
done
fc-list | grep -q 'Carlito\|Calibri' || { echo 'skipped: Carlito is not here (fonts-crosextra-carlito)' && exit 77; }

pages() { pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p'; }
printed() { scrubbed soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir "$@" >/dev/null 2>&1; }
numbers() { grep -oP '[\x{9E6}-\x{9EF}]+([.,/][\x{9E6}-\x{9EF}]+)*%?' | LC_ALL=C sort -u; }
split_numbers() { # HTML PDF: those that the pdf has not whole
    LC_ALL=C comm -23 <(sed -e '1,/<body>/d' -e 's/<[^>]*>/ /g' "$1" | numbers) <(pdftotext -layout "$2" - | numbers)
}

# The five returns of one office.
run init --name 'উপজেলা সমবায় কার্যালয়, কাজিপুর, সিরাজগঞ্জ' --family coop-upazila --fiscal-year 2023-24
run office officer='মোঃ নূরুজ্জামান' designation='উপজেলা সমবায় অফিসার' place='কাজিপুর, সিরাজগঞ্জ।'
{
    printf 'fiscal_year\tplan\tindicator\tquarter\tentry\tremark\tstate\n'
    sed -n 's#^2023-24/coop-upazila/#2023-24\t#p' "$source_dir/tests/print/figures.tsv"
} >figures.tsv
run enter figures.tsv
is 'figures' "$code" 0
mkdir five
for format in pdf html docx xlsx; do
    run print return --plan all --quarter 1 --format $format -o five/$format.$format
    ok "five returns as $format"
done
printed five five/docx.docx five/xlsx.xlsx
for format in pdf docx xlsx; do
    is "five returns as $format: pages" "$(pages five/$format.pdf)" 5
    is "five returns as $format: no number is split" "$(split_numbers five/html.html five/$format.pdf)" ''
done

# Every layout, and many rows.
mkdir pdf docx xlsx
for format in pdf docx xlsx; do
    scrubbed "$papers" $format $format >out 2>err
    code=$? out=$(cat out) err=$(cat err)
    ok "all papers as $format"
done
rm -f */monster.* # rows taller than a page, which every program breaks in its own way
printed docx docx/*.docx
printed xlsx xlsx/*.xlsx
for pdf in pdf/*.pdf; do
    name=$(basename "$pdf" .pdf)
    is "$name as docx: pages" "$(pages "docx/$name.pdf")" "$(pages "$pdf")"
    case $name in
    packet | scoresheet | department-minutes) ;; # tables of other columns have sheets of their own
    *) is "$name as xlsx: pages" "$(pages "xlsx/$name.pdf")" "$(pages "$pdf")" ;;
    esac
done
for format in docx xlsx; do
    last=$(pages $format/rows-300.pdf)
    check "the signature as $format is not alone" grep -q '১,২৩,৪৫৬' <(pdftotext -f "$last" $format/rows-300.pdf -)
done
finish
