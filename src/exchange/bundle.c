// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles and reviews: what they hold as tables, and the signature around it.
#include "orjon/exchange/bundle.h"

#include "json.h"

#include "orjon/base/digest.h"
#include "orjon/base/text.h"
#include "orjon/domain/period.h"

#include <string.h>

// --- what they hold -----------------------------------------------------------------------------

enum {
    NAME_BYTES = TEXT_NAME_MAX * 4,
    REMARK_BYTES = TEXT_REMARK_MAX * 4,
    FILE_BYTES = 4 << 20, // a template's text, a paper in base64
};

#define TEXT(type, member, most)                                                                   \
    {                                                                                              \
#member, MEMBER_TEXT, offsetof(struct type, member), NULL, false, 0, most                  \
    }
#define NEED(type, member, most)                                                                   \
    {                                                                                              \
#member, MEMBER_TEXT, offsetof(struct type, member), NULL, true, 0, most                   \
    }
#define WHOLE(type, member, least, most)                                                           \
    {                                                                                              \
#member, MEMBER_WHOLE, offsetof(struct type, member), NULL, true, least, most              \
    }
#define LIST(type, member, name, shape, most)                                                      \
    {                                                                                              \
        name, MEMBER_LIST, offsetof(struct type, member), &(shape), false, 0, most                 \
    }
#define PART(type, member, shape)                                                                  \
    {                                                                                              \
#member, MEMBER_PART, offsetof(struct type, member), &(shape), true, 0, 0                  \
    }
#define SHAPE(name, type)                                                                          \
    static const struct json_shape name = {sizeof(struct type), name##_members,                    \
                                           sizeof name##_members / sizeof *name##_members}

static const struct json_member office_members[] = {
    NEED(bundle_office, code, NAME_BYTES),
    NEED(bundle_office, name, NAME_BYTES),
};
SHAPE(office, bundle_office);

static const struct json_member figure_members[] = {
    NEED(bundle_figure, indicator, NAME_BYTES),   WHOLE(bundle_figure, quarter, 1, QUARTERS),
    TEXT(bundle_figure, typed, NAME_BYTES),       NEED(bundle_figure, state, NAME_BYTES),
    TEXT(bundle_figure, value, NAME_BYTES),       TEXT(bundle_figure, count, NAME_BYTES),
    TEXT(bundle_figure, denominator, NAME_BYTES), TEXT(bundle_figure, dates, NAME_BYTES),
    TEXT(bundle_figure, remark, REMARK_BYTES),
};
SHAPE(figure, bundle_figure);

static const struct json_member answer_members[] = {
    TEXT(bundle_answer, indicator, NAME_BYTES),
    WHOLE(bundle_answer, quarter, 0, QUARTERS),
    NEED(bundle_answer, code, NAME_BYTES),
    NEED(bundle_answer, reason, REMARK_BYTES),
};
SHAPE(answer, bundle_answer);

static const struct json_member proof_members[] = {
    NEED(bundle_proof, indicator, NAME_BYTES),
    WHOLE(bundle_proof, quarter, 1, QUARTERS),
    TEXT(bundle_proof, name, NAME_BYTES),
    TEXT(bundle_proof, file, NAME_BYTES),
    TEXT(bundle_proof, sha256, 64),
    WHOLE(bundle_proof, bytes, 0, INT64_C(1) << 40),
};
SHAPE(proof, bundle_proof);

static const struct json_member plan_members[] = {
    NEED(bundle_plan, plan, NAME_BYTES),
    TEXT(bundle_plan, title, NAME_BYTES),
    TEXT(bundle_plan, family, NAME_BYTES),
    NEED(bundle_plan, template_hash, 64),
    TEXT(bundle_plan, template_text, FILE_BYTES),
    WHOLE(bundle_plan, revision, 0, INT32_MAX),
    NEED(bundle_plan, seal, 64),
    TEXT(bundle_plan, sealed_at, NAME_BYTES),
    TEXT(bundle_plan, paper, FILE_BYTES),
    LIST(bundle_plan, figure, "figures", figure, BUNDLE_ROWS_MAX),
    LIST(bundle_plan, answer, "answers", answer, BUNDLE_ROWS_MAX),
    LIST(bundle_plan, proof, "proofs", proof, BUNDLE_ROWS_MAX),
};
SHAPE(plan, bundle_plan);

static const struct json_member bundle_members[] = {
    {"orjon", MEMBER_WHOLE, offsetof(struct bundle, version), NULL, true, 1, INT32_MAX},
    PART(bundle, office, office),
    WHOLE(bundle, fiscal_year, 1900, 9999),
    WHOLE(bundle, quarter, 1, QUARTERS),
    TEXT(bundle, written_at, NAME_BYTES),
    LIST(bundle, plan, "plans", plan, BUNDLE_PLANS_MAX),
    TEXT(bundle, key, NAME_BYTES),
};
SHAPE(bundle, bundle);

static const struct json_member mark_members[] = {
    NEED(review_mark, indicator, NAME_BYTES), NEED(review_mark, mark, NAME_BYTES),
    TEXT(review_mark, remark, REMARK_BYTES),  TEXT(review_mark, follow_up, NAME_BYTES),
    TEXT(review_mark, marks, NAME_BYTES),
};
SHAPE(mark, review_mark);

static const struct json_member reviewed_members[] = {
    NEED(review_plan, plan, NAME_BYTES),
    WHOLE(review_plan, revision, 0, INT32_MAX),
    NEED(review_plan, seal, 64),
    NEED(review_plan, verdict, NAME_BYTES),
    TEXT(review_plan, remark, REMARK_BYTES),
    LIST(review_plan, mark, "marks", mark, BUNDLE_ROWS_MAX),
};
SHAPE(reviewed, review_plan);

static const struct json_member decision_members[] = {
    TEXT(review_decision, item, REMARK_BYTES),     NEED(review_decision, text, REMARK_BYTES),
    TEXT(review_decision, who, REMARK_BYTES),      TEXT(review_decision, due, NAME_BYTES),
    TEXT(review_decision, evidence, REMARK_BYTES),
};
SHAPE(decision, review_decision);

static const struct json_member order_members[] = {
    NEED(review_order, title, NAME_BYTES),
    NEED(review_order, date, NAME_BYTES),
    TEXT(review_order, memo, NAME_BYTES),
    LIST(review_order, decision, "decisions", decision, BUNDLE_ROWS_MAX),
};
SHAPE(order, review_order);

static const struct json_member review_members[] = {
    {"orjon_review", MEMBER_WHOLE, offsetof(struct review, version), NULL, true, 1, INT32_MAX},
    PART(review, from, office),
    PART(review, to, office),
    WHOLE(review, fiscal_year, 1900, 9999),
    WHOLE(review, quarter, 1, QUARTERS),
    TEXT(review, written_at, NAME_BYTES),
    LIST(review, plan, "plans", reviewed, BUNDLE_PLANS_MAX),
    LIST(review, order, "orders", order, BUNDLE_ROWS_MAX),
    TEXT(review, key, NAME_BYTES),
};
SHAPE(review, review);

// --- the signature around it --------------------------------------------------------------------

static const char before[] = ",\"signature\":\"", behind[] = "\"}\n";
enum {
    SIGNATURE_LETTERS = 88,
    TAIL = sizeof before - 1 + SIGNATURE_LETTERS + sizeof behind - 1,
};

static void write_signed(const struct json_shape *shape, const void *from,
                         const struct signing_key *key, struct str *ret)
{
    autostr text = STR_INIT;
    json_write(shape, from, &text);
    str_cut(&text, text.len - 1); // its bracket closes behind the signature
    str_add(ret, text.buf);
    str_add(ret, before);
    signature_write(key, text.buf, text.len, ret);
    str_add(ret, behind);
}

static bool stands_at(const char *s, const char *text)
{
    return memcmp(s, text, strlen(text)) == 0;
}

// The letters of the signature; false where there is no such end.
static bool find_signature(const char *bytes, size_t n, char ret[SIGNATURE_LETTERS + 1])
{
    if (n <= TAIL || !stands_at(bytes + n - TAIL, before) ||
        !stands_at(bytes + n - (sizeof behind - 1), behind))
        return false;
    memcpy(ret, bytes + n - TAIL + sizeof before - 1, SIGNATURE_LETTERS);
    ret[SIGNATURE_LETTERS] = '\0';
    return true;
}

static enum status read_signed(const struct json_shape *shape, const char *bytes, size_t n,
                               void *ret, const char *const *key, const int64_t *version,
                               struct arena *arena, struct err *err)
{
    char signature[SIGNATURE_LETTERS + 1];
    if (n > BUNDLE_BYTES_MAX)
        return err_set(err, STATUS_INVALID, _("more than %s MB"), SAY(BUNDLE_BYTES_MAX >> 20));
    if (!find_signature(bytes, n, signature))
        return err_set(err, STATUS_INVALID, "%s",
                       _("it is cut short, or not what orjon has written"));
    enum status status = json_read(shape, bytes, n, ret, arena, err);
    if (status)
        return status;
    if (*version > BUNDLE_VERSION)
        return err_set(err, STATUS_NEWER, "%s", _("it is of a newer orjon"));
    return signature_check(*key, signature, bytes, n - TAIL, err);
}

enum bundle_kind bundle_kind_of(const char *bytes, size_t n)
{
    static const char up[] = "{\"orjon\":", down[] = "{\"orjon_review\":";
    if (n > sizeof up && stands_at(bytes, up))
        return BUNDLE_RETURN;
    return n > sizeof down && stands_at(bytes, down) ? BUNDLE_REVIEW : BUNDLE_NEITHER;
}

void bundle_write(const struct bundle *from, const struct signing_key *key, struct str *ret)
{
    autostr open = STR_INIT;
    struct bundle own = *from;
    signing_key_public(key, &open);
    own.key = open.buf;
    own.version = BUNDLE_VERSION;
    write_signed(&bundle, &own, key, ret);
}

void review_write(const struct review *from, const struct signing_key *key, struct str *ret)
{
    autostr open = STR_INIT;
    struct review own = *from;
    signing_key_public(key, &open);
    own.key = open.buf;
    own.version = BUNDLE_VERSION;
    write_signed(&review, &own, key, ret);
}

// A return without a seal would be taken for one that was typed from paper.
static enum status seals_must_be_whole(const struct bundle *from, struct err *err)
{
    autostr what = STR_INIT;
    for (size_t i = 0; i < from->plans; i++) {
        const char *seal = from->plan[i].seal;
        if (strlen(seal) == DIGEST_HEX && strspn(seal, "0123456789abcdef") == DIGEST_HEX)
            continue;
        str_addf(&what, _("“%s” is no SHA-256 in hexadecimal"), seal);
        return err_set(err, STATUS_INVALID, "plans[%zu].seal: %s", i + 1, what.buf);
    }
    return STATUS_OK;
}

enum status bundle_read(const char *bytes, size_t n, struct bundle *ret, struct arena *arena,
                        struct err *err)
{
    if (bundle_kind_of(bytes, n) != BUNDLE_RETURN)
        return err_set(err, STATUS_INVALID, "%s", _("it is no return that an office has sent"));
    enum status status = read_signed(&bundle, bytes, n, ret, &ret->key, &ret->version, arena, err);
    return status ? status : seals_must_be_whole(ret, err);
}

enum status review_read(const char *bytes, size_t n, struct review *ret, struct arena *arena,
                        struct err *err)
{
    if (bundle_kind_of(bytes, n) != BUNDLE_REVIEW)
        return err_set(err, STATUS_INVALID, "%s", _("it is no review of a return"));
    return read_signed(&review, bytes, n, ret, &ret->key, &ret->version, arena, err);
}
