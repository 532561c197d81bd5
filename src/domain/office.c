// SPDX-License-Identifier: GPL-3.0-or-later
// The particulars of an office.
#include "orjon/domain/office.h"

#include "orjon/base/text.h"
#include "orjon/domain/number.h"
#include "orjon/domain/packet.h"
#include "orjon/domain/period.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *key, *label, *hint;
} fields[] = {
#define X(name, key, label, hint) {key, label, hint},
    OFFICE_FIELD_LIST(X)
#undef X
};

const char *office_key(enum office_field field)
{
    return fields[field].key;
}

const char *office_label(enum office_field field)
{
    return tr(fields[field].label);
}

const char *office_hint(enum office_field field)
{
    return tr(fields[field].hint);
}

int office_field_from_key(const char *key)
{
    for (int i = 0; i < OFFICE_FIELDS; i++)
        if (strcmp(fields[i].key, key) == 0)
            return i;
    return -1;
}

static const char *const owns[] = {
#define X(name, key) key,
    OFFICE_OWN_LIST(X)
#undef X
};

static int find_own(const char *key, const char **ret_plan)
{
    for (int i = 0; i < OFFICE_OWNS; i++) {
        const size_t n = strlen(owns[i]);
        *ret_plan = key + n + 1;
        if (strncmp(key, owns[i], n) == 0 && key[n] == '.' && **ret_plan)
            return i;
    }
    return -1;
}

const char *office_own_plan(const char *key)
{
    const char *plan = NULL;
    return find_own(key, &plan) >= 0 ? plan : NULL;
}

const char *office_own(const struct office *office, enum office_own own, const char *plan)
{
    const char *of = NULL;
    for (size_t i = 0; i < office->owns; i++)
        if (find_own(office->own[i].key, &of) == (int)own && strcmp(of, plan) == 0)
            return office->own[i].text;
    return "";
}

static const char *const usual_levels[] = {N_("department"), N_("division"), N_("district"),
                                           N_("upazila")};

const char *office_level_name(enum language language, const char *level)
{
    for (size_t i = 0; i < sizeof usual_levels / sizeof *usual_levels; i++)
        if (strcasecmp(level, usual_levels[i]) == 0 ||
            strcmp(level, tr_in(LANGUAGE_BENGALI, usual_levels[i])) == 0)
            return tr_in(language, usual_levels[i]);
    return level;
}

void office_init(struct office *office)
{
    *office = (struct office){0};
    for (int i = 0; i < OFFICE_FIELDS; i++)
        office->field[i] = "";
}

void office_done(struct office *office)
{
    free(office->own);
    arena_done(&office->text);
    office_init(office);
}

static enum text_limit limit_of(enum office_field field)
{
    switch (field) {
    case OFFICE_CODE:
    case OFFICE_FAMILY:
    case OFFICE_LEVEL:
        return TEXT_CODE;
    case OFFICE_COPIES:
        return TEXT_REMARK;
    default:
        return TEXT_NAME;
    }
}

static void replace(struct str *text, const char *with)
{
    str_reset(text);
    str_add(text, with);
}

// Kept in one spelling.
static enum status read_year(int *ret, struct str *text, struct err *err)
{
    enum status status = period_read_year(text->buf, text->len, ret, err);
    str_reset(text);
    if (status == STATUS_OK)
        period_write_year_short(text, *ret);
    return status;
}

static enum status read_quarter(struct office *office, struct str *text, struct err *err)
{
    int quarter = 0;
    enum status status = period_read_quarter(text->buf, text->len, &quarter, err);
    if (status)
        return status;
    str_reset(text);
    str_addf(text, "%d", quarter);
    office->quarter = quarter;
    return STATUS_OK;
}

const char office_blank[] = "blank";

static void read_blank(struct str *text)
{
    if (strcmp(text->buf, "ফাঁকা") == 0)
        replace(text, office_blank);
}

static enum status read_date(struct str *text, struct err *err)
{
    read_blank(text);
    if (!text->len || strcmp(text->buf, office_blank) == 0)
        return STATUS_OK;
    return err_set(
        err, STATUS_INVALID,
        _("The date on the papers is the day of printing, or is left “blank” for the pen"));
}

static enum status read_order(struct str *text, struct err *err)
{
    __int128 value = 0;
    if (!text->len)
        return STATUS_OK;
    enum status status = number_read(text->buf, text->len, &value, NULL, err);
    if (!status &&
        (value % NUMBER_ONE || value < NUMBER_ONE || value > OFFICE_ORDER_MAX * NUMBER_ONE))
        status = err_set(err, STATUS_INVALID, _("a whole number from 1 to %s is expected"),
                         SAY(OFFICE_ORDER_MAX));
    str_reset(text);
    str_addf(text, "%d", (int)(value / NUMBER_ONE));
    return status;
}

static enum status read_packet(struct str *text, struct err *err)
{
    unsigned parts = 0;
    enum status status = packet_read(text->buf, &parts, err);
    str_reset(text);
    packet_write(parts, text);
    return status;
}

unsigned office_packet(const struct office *office, const char *plan)
{
    const char *own = plan ? office_own(office, OFFICE_OWN_PACKET, plan) : "";
    unsigned parts = 0;
    packet_read(*own ? own : office->field[OFFICE_PACKET], &parts, NULL); // it was read before
    return parts;
}

static enum status read_field(struct office *office, enum office_field field, struct str *text,
                              struct err *err)
{
    switch (field) {
    case OFFICE_FISCAL_YEAR:
        return read_year(&office->fiscal_year, text, err);
    case OFFICE_CLOSED_YEAR:
        office->closed_year = 0;
        return text->len ? read_year(&office->closed_year, text, err) : STATUS_OK;
    case OFFICE_QUARTER:
        return read_quarter(office, text, err);
    case OFFICE_DATE:
        return read_date(text, err);
    case OFFICE_MEMO:
        read_blank(text);
        return STATUS_OK;
    case OFFICE_PACKET:
        return read_packet(text, err);
    case OFFICE_SAMPLE:
        office->sample = strcmp(text->buf, "1") == 0;
        return STATUS_OK;
    default:
        return STATUS_OK;
    }
}

enum status office_set(struct office *office, enum office_field field, const char *s, size_t n,
                       struct err *err)
{
    autostr text = STR_INIT;
    enum status status = text_read(limit_of(field), s, n, &text, err);
    if (status == STATUS_OK)
        status = read_field(office, field, &text, err);
    if (status == STATUS_OK)
        office->field[field] = arena_text(&office->text, text.buf, text.len);
    return status;
}

static const char *put_own(struct office *office, const char *key, const struct str *text)
{
    size_t i = 0;
    while (i < office->owns && strcmp(office->own[i].key, key) != 0)
        i++;
    if (i == office->owns) {
        office->own = mem_resize(office->own, ++office->owns, sizeof *office->own);
        office->own[i].key = arena_text(&office->text, key, strlen(key));
    }
    return office->own[i].text = arena_text(&office->text, text->buf, text->len);
}

enum status office_set_key(struct office *office, const char *key, const char *s, size_t n,
                           const char **ret_text, struct err *err)
{
    const int field = office_field_from_key(key);
    const char *plan = NULL, *kept = NULL;
    const int own = find_own(key, &plan);
    autostr text = STR_INIT;
    enum status status = STATUS_OK;
    if (field >= 0) {
        status = office_set(office, (enum office_field)field, s, n, err);
        kept = office->field[field];
    } else if (own < 0) {
        return err_set(err, STATUS_NOT_FOUND, _("“%s” is no particular of the office"), key);
    } else {
        status = text_read(TEXT_NAME, s, n, &text, err);
        read_blank(&text);
        if (status == STATUS_OK && own == OFFICE_OWN_ORDER)
            status = read_order(&text, err);
        if (status == STATUS_OK && own == OFFICE_OWN_PACKET)
            status = read_packet(&text, err);
        if (status == STATUS_OK)
            kept = put_own(office, key, &text);
    }
    if (ret_text)
        *ret_text = kept;
    return status;
}

enum status office_refuse_closed(int fiscal_year, struct err *err)
{
    autostr year = STR_INIT, before = STR_INIT;
    period_write_year(&year, fiscal_year, i18n_digits());
    period_write_year_short(&before, fiscal_year - 1);
    return err_set(err, STATUS_LOCKED,
                   _("The year %s is closed; to open it, set “%s” with F4, or: orjon office "
                     "closed_year=%s"),
                   year.buf, office_label(OFFICE_CLOSED_YEAR), before.buf);
}
