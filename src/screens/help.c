// SPDX-License-Identifier: GPL-3.0-or-later
// Help for the screen one is on.
#include "private.h"

#include "orjon/tui/pager.h"

#include <string.h>

static const struct {
    const char *screen, *text;
} pages[] = {
    {"home",
     N_("HOME\n"
        "\n"
        "Each line is a plan. The columns show how many figures of each quarter are filled in, and "
        "the marks earned so far.\n"
        "\n"
        "Arrows  choose a plan and a quarter\n"
        "Enter   fill in the return of that quarter\n"
        "F4      particulars of the office: name, officer, year and quarter in hand\n"
        "F5      the year to date: where marks can still be won\n"
        "F7      score sheet of all plans\n"
        "F8      papers: look at them before printing\n"
        "F9      settings: language, digits, colours, mouse, pen drive\n"
        "F12     Bengali or English (also Ctrl-G)\n"
        "F10     leave (also Ctrl-Q)\n"
        "\n"
        "There is no save key. Each figure is saved when you leave its field.\n"
        "A key F1 to F10 that your terminal keeps for itself can be typed as Alt and its digit.")},
    {"return",
     N_("THE RETURN\n"
        "\n"
        "Type the figure in the column of the quarter. Enter, Tab or the arrow down saves it and "
        "goes to the next one. Bengali and English digits are the same to the program.\n"
        "\n"
        "4          a number\n"
        "80%        a percent\n"
        "40%(44)    a percent and its count; 44 alone if the plan knows of how many\n"
        "40/50      a count of how many\n"
        "16/03/24   a date, day first\n"
        "1 31/12/23 a number and the date of each\n"
        "-          nothing done\n"
        "\n"
        "F2   change what stands there\n"
        "F3   find an indicator\n"
        "F4   no case, not due, not applicable; at once with n, d or a\n"
        "F5   the same as in the quarter before\n"
        "+    one more than stands there; t  today's date; *  as F4\n"
        "Ctrl and arrow down: the next figure that is missing\n"
        "Ctrl-T  only those not filled in, behind, with findings\n"
        "Ctrl-C copies the column, Ctrl-V pastes one from a spreadsheet, Ctrl-X cuts a figure\n"
        "F6   the indicator: its working, remark and history\n"
        "F7   check: what is missing or odd; answer its queries\n"
        "F8   look at the paper\n"
        "Ctrl and arrow right or left: the next or previous quarter\n"
        "F9   finalise the quarter\n"
        "Ctrl-R  type the figures again from the signed sheet, and compare\n"
        "Esc  back; what was typed and not saved comes back with Ctrl-Z\n"
        "Ctrl-Z and Ctrl-Y  take back and put again what was saved\n"
        "\n"
        "Earlier quarters can be read. To change one, go to it and press F2.")},
    {"findings",
     N_("THE CHECK\n"
        "\n"
        "Each line is something missing, impossible or odd. An error has to be corrected before "
        "the quarter can be finalised. A query is something to look at; if it is right all the "
        "same, say why.\n"
        "\n"
        "Enter  go to the figure\n"
        "F2     answer the query, or change the answer\n"
        "Del    take the answer back\n"
        "F3     find\n"
        "Esc    back\n"
        "\n"
        "An answer is kept in the journal with your name. It holds until the figure or the target "
        "changes; then the query comes again.")},
    {"rekey",
     N_("FROM THE SIGNED SHEET\n"
        "\n"
        "Take the signed sheet and type each figure of the quarter again as it stands there. What "
        "is stored is not shown meanwhile, so that it cannot lead the eye. Best typed by somebody "
        "who has not filled in the return.\n"
        "\n"
        "Enter  on to the next field\n"
        "F9     compare\n"
        "Esc    back to the return; what was typed again waits there\n"
        "\n"
        "The list then shows what differs: another figure, not typed again, or the same written "
        "otherwise. 5 and 05, or 40%(44) and 40% (44), mean the same. Enter goes to the figure in "
        "the return. No figure is changed here; the journal notes who compared, and how many "
        "differed.")},
    {"indicator",
     N_("THE INDICATOR\n"
        "\n"
        "Above: how the percent and the mark come about. Below: who has changed the figure when.\n"
        "\n"
        "F4   choose a remark that is often used\n"
        "F6   write the remark of the quarter\n"
        "Esc  back")},
    {"preview", N_("THE PAPER\n"
                   "\n"
                   "The paper as it will be printed. Arrows and Page keys move, / searches.\n"
                   "\n"
                   "F2   write it to a file (.txt, .html, .csv, .pdf, .docx or .xlsx)\n"
                   "F8   print it: printer, copies, pages\n"
                   "P    look at it as PDF\n"
                   "Esc  back")},
    {"progress",
     N_("THE YEAR TO DATE\n"
        "\n"
        "Above: the marks of each plan, quarter by quarter. Below: the indicators, those with most "
        "marks still to be won first, what would win them, and how many days are left.\n"
        "\n"
        "Enter   go to the figure\n"
        "Esc     back")},
    {"office",
     N_("THE OFFICE\n"
        "\n"
        "These particulars stand on every paper. Type and press Enter; it is saved at once.\n"
        "\n"
        "The fiscal year and quarter in hand decide which return opens first.\n"
        "\n"
        "Ctrl-Z and Ctrl-Y  take back the last change and put it again, also of an earlier day\n"
        "Esc  back")},
};

void help_push(struct desk *desk, const char *screen, const char *about)
{
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        if (strcmp(pages[i].screen, screen) != 0)
            continue;
        autostr text = STR_INIT;
        str_addf(&text, "%s%s", about ? about : "", tr(pages[i].text));
        pager_push(desk, _("Help"), text.buf, text.len, true);
        return;
    }
}
