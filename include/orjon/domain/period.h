// SPDX-License-Identifier: GPL-3.0-or-later
// Fiscal years (1 July to 30 June, named by the year they start in) and their quarters 1 to 4.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/i18n.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { QUARTERS = 4 };

enum { PERIOD_FIRST = 1990 };
bool period_is_year(int64_t year); // one that can be a fiscal year: 1990 to 2190
int32_t period_year_start(int fiscal_year);
int32_t period_year_end(int fiscal_year);
int32_t period_quarter_start(int fiscal_year, int quarter);
int32_t period_quarter_end(int fiscal_year, int quarter);
int period_year_of(int32_t date);
int period_quarter_of(int32_t date);
// The day the return of a quarter is due at the superior office: 15 October, January, April, July
// (the agreement's calendar).
int32_t period_quarter_due(int fiscal_year, int quarter);

// Reads «২০২৩-২০২৪», «2023-24», «২০২৩» (the start year), any digits, with words behind.
enum status period_read_year(const char *s, size_t n, int *ret, struct err *err);
enum status period_read_quarter(const char *s, size_t n, int *ret, struct err *err);

void period_write_year(struct str *ret, int fiscal_year, enum digits digits); // ২০২৩-২০২৪
void period_write_year_short(struct str *ret, int fiscal_year); // 2023-24, for machines
const char *period_quarter_ordinal(int quarter, enum digits digits); // ১ম ২য় ৩য় ৪র্থ
// «১ম ত্রৈমাসিক» or «Quarter 1», «১ম» or «Q1», in the user's language and digits.
void period_say_quarter(struct str *ret, int quarter);
void period_say_quarter_short(struct str *ret, int quarter);
// The first of them inside a sentence; buffer holds SAY_MAX bytes.
const char *period_name_quarter(char *buffer, int quarter);
#define SAY_QUARTER(quarter) period_name_quarter((char[SAY_MAX]){0}, (int)(quarter))
void period_write_quarter_months(struct str *ret, int fiscal_year, int quarter,
                                 enum digits digits); // জুলাই-সেপ্টেম্বর/২০২৩
