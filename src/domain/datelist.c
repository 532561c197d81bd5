// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of dates as they stand in the cells of the papers: «২ ৩১/১২/২০২৩ ৩০/০৬/২০২৪»,
// «০১ (এক) টি ৩১/১২/২০২৩», «২টি- ৩১/১২/২০২৩; ৩০/০৬/২০২৪».
#include "orjon/domain/date.h"

#include "datetoken.h"

struct list {
    const char *s;
    size_t n;
    struct date_token token[DATE_TOKENS_MAX + 2];
    size_t at;
    enum date_mode mode;
    int32_t *date;
    size_t count, max;
    int stated;
    bool *clamped;
};

static enum status refuse(const struct list *list, struct err *err)
{
    return date_refuse(list->s, list->n, list->token, err);
}

// «৩১/১২/২০২৩ থেকে ৩১/০১/২০২৪» is one item, done when it ended. A dash says the same, unless the
// number before says that they are several.
static size_t window_end(const struct list *list, size_t end, struct dated *ret)
{
    size_t until = end;
    while (list->token[until].kind == DATE_FILLER ||
           (list->token[until].kind == DATE_SIGN && list->token[until].value))
        until++;
    const struct date_token *t = &list->token[until];
    const bool dash = t->kind == DATE_SIGN && t->dash && list->stated <= 1;
    return t->kind == DATE_UNTIL || dash ? dated_parse(list->token, until + 1, ret) : 0;
}

static enum status take_date(struct list *list, size_t end, const struct dated *dated,
                             struct err *err)
{
    struct dated last;
    int32_t from = 0, to = 0;
    enum status status = dated_make(dated, list->mode, &from, list->clamped, err);
    const size_t window = window_end(list, end, &last);
    if (!status && window)
        status = dated_make(&last, list->mode, &to, list->clamped, err);
    if (status)
        return status;
    if (window && to < from)
        return err_set(err, STATUS_INVALID, _("The time ends before it begins"));
    if (list->count == list->max)
        return err_set(err, STATUS_INVALID, _("At most %s dates fit here"), SAY(list->max));
    list->date[list->count++] = window ? to : from;
    list->at = window ? window : end;
    return STATUS_OK;
}

// «(এক)» is passed over; a bracket around dates is stepped into.
static bool enter_bracket(struct list *list)
{
    struct dated dated;
    const struct date_token *token = list->token;
    size_t close = list->at + 1;
    if (dated_parse(token, close, &dated)) {
        list->at++;
        return true;
    }
    while (token[close].kind != DATE_CLOSE && token[close].kind != DATE_END)
        close++;
    list->at = close + 1;
    return token[close].kind == DATE_CLOSE;
}

// Steps over what is no date; false where nobody knows what it says.
static bool take_other(struct list *list)
{
    const struct date_token *t = &list->token[list->at];
    switch (t->kind) {
    case DATE_NUMBER:
        if (list->count || list->stated >= 0 || t->digits > 3)
            return false;
        list->stated = t->value;
        break;
    case DATE_SIGN: // a stray full stop, or the dash of «২টি-» and «তারিখঃ-»
        if (!t->value && !(t->dash && !list->count && list->at && t[1].kind))
            return false;
        break;
    case DATE_UNIT:
        if (list->stated < 0)
            return false;
        break;
    case DATE_OPEN:
        return enter_bracket(list);
    case DATE_STOP:
    case DATE_FILLER:
    case DATE_CLOSE:
        break;
    default:
        return false;
    }
    list->at++;
    return true;
}

enum status date_read_list(const char *s, size_t n, enum date_mode mode, int32_t *ret_date,
                           size_t max, size_t *ret_count, int *ret_stated, bool *ret_clamped,
                           struct err *err)
{
    struct list list = {.s = s,
                        .n = n,
                        .mode = mode,
                        .date = ret_date,
                        .max = max,
                        .stated = -1,
                        .clamped = ret_clamped};
    if (!date_tokens(s, n, list.token))
        return refuse(&list, err);
    while (list.token[list.at].kind != DATE_END) {
        struct dated dated;
        const size_t end = dated_parse(list.token, list.at, &dated);
        enum status status = STATUS_OK;
        if (end)
            status = take_date(&list, end, &dated, err);
        else if (!take_other(&list))
            status = refuse(&list, err);
        if (status)
            return status;
    }
    *ret_count = list.count;
    *ret_stated = list.stated;
    return STATUS_OK;
}
