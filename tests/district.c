// SPDX-License-Identifier: GPL-3.0-or-later
// The district of the tests, from the program's own doing.
#include "district.h"

#include "test.h"

#include "orjon/app/enter.h"
#include "orjon/app/finalise.h"
#include "orjon/app/offices.h"
#include "orjon/app/receive.h"
#include "orjon/app/reviews.h"
#include "orjon/app/send.h"
#include "orjon/base/file.h"
#include "orjon/base/mem.h"
#include "orjon/domain/date.h"

#include <stdlib.h>
#include <string.h>

#define MUST(call)                                                                                 \
    do {                                                                                           \
        struct err err = {0};                                                                      \
        if (call)                                                                                  \
            fail_msg("%s: %s", #call, err_text(&err));                                             \
    } while (0)

// The same one every time, so that its digits are those of the pictures.
static void give_key(const char *file, const char *seed)
{
    autostr path = STR_INIT, text = STR_INIT;
    str_addf(&path, "%s.key", file);
    str_addf(&text, "orjon key 1\n%s\n", seed);
    MUST(file_write(path.buf, text.buf, text.len, true, &err));
    file_make_private(path.buf);
}

static struct app *open_file(const char *file)
{
    const struct app_options options = {
        .file = file, .via = "screen", .as_of = {true, date_of(2023, 10, 5)}};
    struct app *app = NULL;
    MUST(app_open(&options, &app, &err));
    return app;
}

static void path_of(const struct district *d, const char *name, struct str *ret)
{
    str_addf(ret, "%s/%s", d->folder.buf, name);
}

// --- the office that sends ----------------------------------------------------------------------

static void finalise(struct app *app, const char *plan)
{
    struct shelf shelf = {0};
    struct findings findings = {0};
    MUST(shelf_open(app, 2023, plan, 1, &shelf, &err));
    MUST(app_finalise(app, &shelf, NULL, &findings, &err));
    findings_done(&findings);
    shelf_done(&shelf);
}

static void send(struct app *app, const char *path)
{
    autostr bytes = STR_INIT, talk = STR_INIT;
    MUST(app_send(app, 2023, 1, &bytes, &talk, &err));
    MUST(file_write(path, bytes.buf, bytes.len, true, &err));
}

static void change_first(struct app *app)
{
    struct book *book = NULL;
    struct findings findings = {0};
    MUST(book_open(app, 2023, "egov", 1, &book, &err));
    MUST(app_reopen(book, 1, "ভুল সংখ্যা", NULL, &err));
    const struct app_figure figure = {
        .indicator = 0, .quarter = 1, .text = "০", .remark = "আবার গণনা করা হয়েছে", .state = -1};
    MUST(app_enter(book, &figure, &findings, &err));
    findings_done(&findings);
    book_free(&book);
}

static void make_sender(struct district *d)
{
    autostr file = STR_INIT, first = STR_INIT, again = STR_INIT, unknown = STR_INIT;
    path_of(d, "unknown.db", &unknown);
    path_of(d, "up.db", &file);
    path_of(d, "q1.orjon", &first);
    path_of(d, "q1-again.orjon", &again);
    const struct app_options options = {
        .file = file.buf, .via = "screen", .as_of = {true, date_of(2023, 10, 5)}};
    const struct app_new_office office = {.sample = true};
    MUST(app_init(&options, &office, &err));
    give_key(file.buf, "dGhlIHVwYXppbGEgc2lnbnMgd2l0aCB0aGlzIHNlZWQ=");
    struct app *app = open_file(file.buf);
    MUST(app_set_office(app, OFFICE_CODE, "1054", &err));
    finalise(app, "egov");
    finalise(app, "grs");
    send(app, first.buf);
    MUST(app_key_write(app, &d->key, &err));
    app_close(&app);
    MUST(file_copy(file.buf, unknown.buf, &err));
    app = open_file(file.buf);
    change_first(app);
    finalise(app, "egov");
    send(app, again.buf);
    app_close(&app);
}

// --- the district -------------------------------------------------------------------------------

static int64_t add_office(struct app *app, const char *code, const char *name)
{
    const struct app_word words[] = {{"code", code}, {"name", name}, {"level", "upazila"}};
    int64_t id = 0;
    MUST(app_add_office(app, words, 3, &id, &err));
    return id;
}

static void receive(struct app *app, const char *path)
{
    autoparcel parcel = {0};
    size_t taken = 0;
    MUST(app_parcel_open(app, path, &parcel, &err));
    MUST(app_parcel_take(app, &parcel, NULL, false, &taken, &err));
}

static void mark(struct app *app, int64_t office)
{
    const struct app_review_of of = {office, 2023, 1, "egov"};
    const char *code[3] = {0};
    autoreview *review = NULL;
    MUST(app_review_open(app, &of, &review, &err));
    for (size_t i = 0; i < 3; i++)
        code[i] = review->row[i].code;
    const struct app_mark marks[] = {
        {.code = code[0], .mark = "✓", .remark = "স্থিরচিত্র পাওয়া যায়নি"},
        {.code = code[1], .mark = "✗", .follow_up = "yes", .marks = "৯.৫"},
        {.code = code[2], .mark = "✗", .remark = "প্রমাণক নেই"}};
    MUST(app_put_marks(app, &of, marks, 3, NULL, &err));
    const struct app_seen seen = {review->receipt.id, review->receipt.seal};
    MUST(app_judge(app, &of, &seen, VERDICT_RETURNED, "প্রমাণকসহ আবার পাঠান", &err));
}

static void make_empty(struct district *d, const char *file)
{
    const struct app_options options = {
        .file = file, .via = "screen", .as_of = {true, date_of(2023, 10, 5)}};
    const struct app_new_office office = {.name = "জেলা সমবায় কার্যালয়, সিরাজগঞ্জ",
                                          .family = "none",
                                          .fiscal_year = "2023-24",
                                          .level = "district"};
    MUST(app_init(&options, &office, &err));
    struct app *app = open_file(file);
    MUST(app_set_office(app, OFFICE_CODE, "10", &err));
    MUST(app_set_office(app, OFFICE_QUARTER, "1", &err));
    d->kazipur = add_office(app, "1054", "উপজেলা সমবায় কার্যালয়, কাজিপুর");
    d->dhunat = add_office(app, "1055", "উপজেলা সমবায় কার্যালয়, ধুনট");
    d->raiganj = add_office(app, "1056", "উপজেলা সমবায় কার্যালয়, রায়গঞ্জ");
    app_close(&app);
}

static void make_first(const struct district *d, const char *file)
{
    autostr bundle = STR_INIT;
    path_of(d, "q1.orjon", &bundle);
    struct app *app = open_file(file);
    const struct app_office_key known = {"1054", bundle.buf, d->key.buf, NULL};
    MUST(app_put_office_key(app, &known, &err));
    receive(app, bundle.buf);
    mark(app, d->kazipur);
    app_close(&app);
}

static void make_again(const struct district *d, const char *file)
{
    autostr bundle = STR_INIT;
    path_of(d, "q1-again.orjon", &bundle);
    struct app *app = open_file(file);
    receive(app, bundle.buf);
    app_close(&app);
}

// --- what comes back ----------------------------------------------------------------------------

static int64_t order(struct app *app)
{
    const struct app_word meeting[] = {{"title", "ত্রৈমাসিক পর্যালোচনা সভা"}, {"date", "2023-10-04"}};
    const struct app_word item[] = {{"subject", "সেবা-বক্স"}};
    const struct app_word decision[] = {{"text", "সেবা-বক্সের তথ্য হালনাগাদ করে জানাতে হবে।"},
                                        {"due", "2023-10-12"}};
    int64_t id = 0, items = 0, decisions = 0;
    MUST(app_new_record(app, RECORD_MEETING, 0, meeting, 2, &id, &err));
    MUST(app_new_record(app, RECORD_ITEM, id, item, 1, &items, &err));
    MUST(app_new_record(app, RECORD_DECISION, items, decision, 2, &decisions, &err));
    return id;
}

static void make_returned(struct district *d, const char *file)
{
    autostr above = STR_INIT, path = STR_INIT, bytes = STR_INIT, talk = STR_INIT;
    const struct app_review_of of = {d->kazipur, 2023, 1, "egov"};
    bool new = false;
    path_of(d, "above.db", &above);
    path_of(d, "q1-review.orjon", &path);
    give_key(above.buf, "dGhlIGRpc3RyaWN0IGFib3ZlOiBhbm90aGVyIHNlZWQ=");
    struct app *app = open_file(above.buf);
    MUST(app_write_review(app, &of, order(app), &bytes, &err));
    MUST(app_key_write(app, &d->above_key, &err));
    app_close(&app);
    MUST(file_write(path.buf, bytes.buf, bytes.len, true, &err));
    app = open_file(file);
    MUST(app_receive_review(app, &bytes, d->above_key.buf, false, &new, &talk, &err));
    app_close(&app);
}

void district_make(struct district *district)
{
    char folder[] = "/tmp/orjon-district-XXXXXX";
    autostr empty = STR_INIT, first = STR_INIT, again = STR_INIT, above = STR_INIT,
            unknown = STR_INIT, returned = STR_INIT;
    *district = (struct district){.folder = STR_INIT, .key = STR_INIT, .above_key = STR_INIT};
    assert_non_null(mkdtemp(folder));
    str_add(&district->folder, folder);
    path_of(district, "empty.db", &empty);
    path_of(district, "first.db", &first);
    path_of(district, "district.db", &again);
    path_of(district, "above.db", &above);
    path_of(district, "unknown.db", &unknown);
    path_of(district, "returned.db", &returned);
    make_sender(district);
    make_empty(district, empty.buf);
    MUST(file_copy(empty.buf, first.buf, &err));
    make_first(district, first.buf);
    MUST(file_copy(first.buf, above.buf, &err));
    MUST(file_copy(unknown.buf, returned.buf, &err));
    make_returned(district, returned.buf);
    MUST(file_copy(first.buf, again.buf, &err));
    make_again(district, again.buf);
}

void district_done(struct district *district)
{
    autostr command = STR_INIT;
    str_addf(&command, "rm -rf '%s'", district->folder.buf);
    assert_int_equal(system(command.buf), 0);
    str_done(&district->folder);
    str_done(&district->key);
    str_done(&district->above_key);
}
