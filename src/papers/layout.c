// SPDX-License-Identifier: GPL-3.0-or-later
// The layouts, column by column as the offices' papers have them.
#include "layout.h"

#include "orjon/papers/papers.h"

#include <string.h>

enum {
    DATE_COLUMNS = 10,   // ৩১/১২/২০২৩
    REMARK_COLUMNS = 14, // often left to the pen
    MARKS_COLUMNS = 6,
};

#define END                                                                                        \
    {                                                                                              \
        .heading = { NULL }                                                                        \
    }
#define CENTRED .align = ALIGN_CENTRE
// Four quarters under one heading.
#define QUARTER(group, name, n)                                                                    \
    {                                                                                              \
        .heading = {group, name}, .show = SHOW_QUARTER, .nth = n, .width = DATE_COLUMNS, CENTRED   \
    }
#define QUARTERS_NAMED(group, word)                                                                \
    QUARTER(group, "১ম " word, 0), QUARTER(group, "২য় " word, 1), QUARTER(group, "৩য় " word, 2),   \
        QUARTER(group, "৪র্থ " word, 3)
#define TOTAL(...)                                                                                 \
    {                                                                                              \
        .heading = {__VA_ARGS__}, .show = SHOW_TOTAL, .width = DATE_COLUMNS, CENTRED               \
    }
#define MARKS(...)                                                                                 \
    {                                                                                              \
        .heading = {__VA_ARGS__}, .show = SHOW_MARKS, .width = MARKS_COLUMNS, CENTRED              \
    }
#define REMARK                                                                                     \
    {                                                                                              \
        .heading = {"মন্তব্য"}, .show = SHOW_REMARK, .width = REMARK_COLUMNS                         \
    }
#define PERCENT                                                                                    \
    {                                                                                              \
        .heading = {"অর্জনের শতকরা হার"}, .show = SHOW_ANNUAL_PERCENT, CENTRED                      \
    }
#define UNIT                                                                                       \
    {                                                                                              \
        .heading = {"একক"}, .show = SHOW_UNIT, CENTRED                                             \
    }
#define WEIGHT(name)                                                                               \
    {                                                                                              \
        .heading = {name}, .show = SHOW_WEIGHT, CENTRED                                            \
    }
#define TARGET(name)                                                                               \
    {                                                                                              \
        .heading = {name}, .show = SHOW_TARGET, CENTRED                                            \
    }
#define LADDER(name)                                                                               \
    {                                                                                              \
        .heading = {name}, .show = SHOW_TARGET_LADDER, CENTRED                                     \
    }
#define ACTIVITY(name)                                                                             \
    {                                                                                              \
        .heading = {name}, .show = SHOW_ACTIVITY                                                   \
    }
#define INDICATOR                                                                                  \
    {                                                                                              \
        .heading = {"কর্মসম্পাদন সূচক"}, .show = SHOW_INDICATOR                                       \
    }
#define AREA                                                                                       \
    {.heading = {"কার্যক্রমের ক্ষেত্র"}, .show = SHOW_AREA},                                           \
    {                                                                                              \
        .heading = {"মান"}, .show = SHOW_AREA_MARKS, CENTRED                                       \
    }

// The agreement's progress report that one upazila sends with every plan, 11 columns.
#define PROGRESS "বাস্তবায়ন অগ্রগতি পরিবীক্ষণ, {year}"
static const struct layout_line agreement_head[] = {
    {"<{superior_office} এর সাথে >{year} সালের বার্ষিক কর্ম সম্পাদন চুক্তির মাসিক অর্জন সম্পর্কিত "
     "অগ্রগতি প্রতিবেদন",
     ALIGN_CENTRE, .bold = true},
    {.text = "বাস্তবায়নকারী ইউনিটের নাম: {office}"},
    {.text = "মাসের নাম: {months,} খ্রি।"},
    {0},
};
static const struct layout_line agreement_plan[] = {
    {"{plan} {year} বাস্তবায়ন অগ্রগতিঃ", .bold = true},
    {0},
};
static const struct layout_column return_11[] = {
    ACTIVITY("কার্যক্রমের নাম"),
    INDICATOR,
    UNIT,
    WEIGHT("সূচকের মান"),
    TARGET("{year} অর্থবছরের লক্ষ্যমাত্রা"),
    QUARTERS_NAMED(PROGRESS, "কোয়ার্টার"),
    TOTAL(PROGRESS, "মোট অর্জন"),
    PERCENT,
    END,
};
static const struct layout_column return_11_areas[] = {
    ACTIVITY("কার্যক্রমের নাম"),
    INDICATOR,
    WEIGHT("সূচকের মান"),
    UNIT,
    TARGET("{year} অর্থবছরের লক্ষ্যমাত্রা"),
    QUARTERS_NAMED(PROGRESS, "কোয়ার্টার"),
    TOTAL(PROGRESS, "মোট অর্জন"),
    PERCENT,
    END,
};

// The agreement's own table: no plan heading, the columns 3 to 10 of the official form.
#define ACHIEVED "ত্রৈমাসিক ভিত্তিতে প্রকৃত অর্জন ({year})"
static const struct layout_column return_methods[] = {
    INDICATOR,
    {.heading = {"গণনা পদ্ধতি"}, .show = SHOW_METHOD, CENTRED},
    UNIT,
    TARGET("বার্ষিক লক্ষ্যমাত্রা"),
    QUARTERS_NAMED(ACHIEVED, "ত্রৈমাস"),
    TOTAL("১২ মাসের মোট প্রকৃত অর্জন"),
    PERCENT,
    REMARK,
    END,
};

// The return of another upazila, 13 to 15 columns with the achieved value.
#define MONITORED "{months} তারিখের বাস্তবায়ন অগ্রগতি পরিবীক্ষণ, {year}"
#define VALUED(group)                                                                              \
    QUARTERS_NAMED(group, "কোয়ার্টার"), TOTAL(group, "মোট অর্জন"), MARKS(group, "অর্জিত মান"), REMARK
static const struct layout_line field_plan[] = {
    {"{plan} {year} এর ত্রৈমাসিক অগ্রগতি প্রতিবেদন।", ALIGN_CENTRE, .bold = true},
    {"দপ্তর/সংস্থার নামঃ {office}", .align = ALIGN_CENTRE},
    {"ত্রৈমাসিকের নামঃ {months}", .align = ALIGN_CENTRE},
    {0},
};
static const struct layout_column return_14[] = {
    AREA,
    ACTIVITY("কার্যক্রম"),
    INDICATOR,
    UNIT,
    WEIGHT("কর্মসম্পাদন সূচকের মান"),
    LADDER("বার্ষিক লক্ষ্যমাত্রা ({year})"),
    VALUED(MONITORED),
    END,
};
static const struct layout_column return_15[] = {
    AREA,
    ACTIVITY("কার্যক্রম"),
    INDICATOR,
    {.heading = {"প্রমাণক"}, .show = SHOW_EVIDENCE},
    UNIT,
    WEIGHT("কর্মসম্পাদন সূচকের মান"),
    LADDER("বার্ষিক লক্ষ্যমাত্রা ({year})"),
    VALUED(MONITORED),
    END,
};
static const struct layout_column return_14_targets[] = {
    ACTIVITY("কার্যক্রমের নাম"),
    INDICATOR,
    WEIGHT("সূচকের মান"),
    UNIT,
    {.heading = {"বাস্তবায়নের দায়িত্বপ্রাপ্ত ব্যক্তি/পদ"}, .show = SHOW_RESPONSIBLE},
    LADDER("{year} অর্থ বছরের লক্ষ্যমাত্রা"),
    {.heading = {PROGRESS, "লক্ষ্যমাত্রা/অর্জন"}, .show = SHOW_SIDE},
    VALUED(PROGRESS),
    END,
};
static const struct layout_column return_13[] = {
    {.heading = {"ক্রঃ নং"}, .show = SHOW_SERIAL, CENTRED},
    ACTIVITY("কার্যক্রম"),
    INDICATOR,
    UNIT,
    WEIGHT("কর্মসম্পাদন সূচকের মান"),
    LADDER("বার্ষিক লক্ষ্যমাত্রা"),
    VALUED(MONITORED),
    END,
};

// The table of grades that an upazila sends ahead of its proofs.
#define GRADE(name, n)                                                                             \
    {                                                                                              \
        .heading = {"লক্ষ্যমাত্রা-{year}", name}, .show = SHOW_GRADE, .nth = n,                       \
        .width = DATE_COLUMNS, CENTRED                                                             \
    }
static const struct layout_line grades_plan[] = {
    {"{plan}, {year} খ্রিঃ।", ALIGN_CENTRE, .bold = true},
    {"মাঠ পর্যায়ের অফিসের ত্রৈমাসিক অর্জন প্রতিবেদন।", ALIGN_CENTRE, .bold = true},
    {"{office}", .align = ALIGN_CENTRE},
    {"ত্রৈমাসিকের নামঃ {months} ({ordinal} ত্রৈমাসিক)", .align = ALIGN_CENTRE},
    {0},
};
static const struct layout_column grades[] = {
    {.heading = {"ক্রঃনং"}, .show = SHOW_SERIAL, CENTRED},
    ACTIVITY("কার্যক্রম"),
    INDICATOR,
    UNIT,
    WEIGHT("কর্ম-সম্পাদন সূচকের মান"),
    GRADE("অসাধারণ", 0),
    GRADE("অতি উত্তম", 1),
    GRADE("উত্তম", 2),
    GRADE("চলতি মান", 3),
    GRADE("চলতি মানের নিম্নে", 4),
    END,
};

// Our own: the marks with their working.
static const struct layout_line scoresheet_head[] = {
    {"{year} অর্থবছরের কর্মপরিকল্পনাসমূহের অর্জিত মানের হিসাব", ALIGN_CENTRE, .bold = true},
    {"{office}", .align = ALIGN_CENTRE},
    {"{months} পর্যন্ত ({ordinal} ত্রৈমাসিক)", .align = ALIGN_CENTRE},
    {0},
};
static const struct layout_line scoresheet_plan[] = {
    {"{plan} {year}", .bold = true},
    {0},
};
static const struct layout_column scoresheet[] = {
    {.heading = {"কোড"}, .show = SHOW_CODE, .width = 8},
    {.heading = {"কর্মসম্পাদন সূচক"}, .show = SHOW_TEXT},
    {.heading = {"একক"}, .show = SHOW_UNIT, .width = 6, CENTRED},
    {.heading = {"সূচকের মান"}, .show = SHOW_WEIGHT, .width = 6, CENTRED},
    {.heading = {"বার্ষিক লক্ষ্যমাত্রা"}, .show = SHOW_TARGET_LADDER, .width = 12, CENTRED},
    TOTAL("মোট অর্জন"),
    {.heading = {"বার্ষিক অর্জনের হার"}, .show = SHOW_ANNUAL_PERCENT, .width = 8, CENTRED},
    {.heading = {"বিধি অনুযায়ী নম্বর (১০০)"}, .show = SHOW_RAW, .width = 7, CENTRED},
    {.heading = {"অর্জিত মান"}, .show = SHOW_MARKS, .width = 7, .align = ALIGN_RIGHT},
    {.heading = {"এ ত্রৈমাসিকের অবস্থা"}, .show = SHOW_STATE, .width = 16},
    END,
};

#define SIGNED "<({officer})\n><{designation}\n><{place}।>"
#define AGREEMENT_RETURN                                                                           \
    .paper = "return", .page_columns = 160, .head = agreement_head, .apart = true,                 \
    .forwarding = true, .signature = SIGNED
#define FIELD_RETURN                                                                               \
    .paper = "return", .page_columns = 190, .of_plan = field_plan, .apart = true,                  \
    .signature = SIGNED

// The first one of each paper is its default.
static const struct layout layouts[] = {
    {AGREEMENT_RETURN, .name = "return-11", .of_plan = agreement_plan, .column = return_11,
     .ruler = "১ ২ ৩ ৪ ৫ ৬ ৭ ৮ ৯ ১০ ১১"},
    {AGREEMENT_RETURN, .name = "return-11-areas", .of_plan = agreement_plan,
     .column = return_11_areas, .ruler = "১ ২ ৩ ৪ ৫ ৬ ৭ ৮ ৯ ১০ ১১", .areas = AREAS_AS_TABLES,
     .plain_codes = true},
    {AGREEMENT_RETURN, .name = "return-methods", .column = return_methods,
     .ruler = "৩ ৪ ৫ ৬ ৭ ৮ _ ৯ _ ১০ _"},
    {FIELD_RETURN, .name = "return-13", .column = return_13,
     .ruler = "০১ ০২ ০৩ ০৪ ০৫ ০৬ ০৭ ০৮ ০৯ ১০ ১১ ১২ ১৩"},
    {FIELD_RETURN, .name = "return-14", .column = return_14,
     .ruler = "০১ ০২ ০৩ ০৪ ০৫ ০৬ ০৭ ০৮ ০৯ ১০ ১১ ১২ ১৩ ১৪"},
    {FIELD_RETURN, .name = "return-14-targets", .column = return_14_targets,
     .ruler = "০১ ০২ ০৩ ০৪ ০৫ ০৬ ০৭ ০৮ ০৯ ১০ ১১ ১২ ১৩ ১৪", .areas = AREAS_AS_SECTIONS,
     .plain_codes = true, .sub_rows = true},
    {FIELD_RETURN, .name = "return-15", .column = return_15,
     .ruler = "০১ ০২ ০৩ ০৪ ০৫ ০৬ ০৭ ০৮ ০৯ ১০ ১১ ১২ ১৩ ১৪ ১৫"},
    {.name = "grades",
     .paper = "targets",
     .page_columns = 160,
     .of_plan = grades_plan,
     .column = grades,
     .apart = true,
     .signature = "<{designation}\n><{place}।>"},
    {.name = "scoresheet",
     .paper = "scoresheet",
     .page_columns = 160,
     .head = scoresheet_head,
     .of_plan = scoresheet_plan,
     .column = scoresheet,
     .totals = true,
     .percent_decimals = 2,
     .signature = SIGNED},
};

const struct layout *layout_at(size_t i)
{
    return i < sizeof layouts / sizeof *layouts ? &layouts[i] : NULL;
}

const struct layout *layout_find(const char *paper, const char *name)
{
    const struct layout *layout = NULL;
    for (size_t i = 0; (layout = layout_at(i)); i++)
        if (strcmp(layout->paper, paper) == 0 && (!*name || strcmp(layout->name, name) == 0))
            return layout;
    return NULL;
}

bool layout_shows(const struct layout *layout, enum show show)
{
    for (const struct layout_column *column = layout->column; column->heading[0]; column++)
        if (column->show == show)
            return true;
    return false;
}

const char *paper_layout_name(size_t i)
{
    const struct layout *layout = layout_at(i);
    return layout ? layout->name : NULL;
}
