// SPDX-License-Identifier: GPL-3.0-or-later
// The names that people fill in: {chair.name}, and {chair.designation} as it was held on the
// paper's date.
#include "names.h"

#include "orjon/domain/post.h"

#include <string.h>

static const char *const people[] = {"chair", "focal", "person", "officer"};
enum { PEOPLE = sizeof people / sizeof *people, WHOLE = 2 }; // {chair} is all that is known
static const char *const of_person[] = {"name", "phone", "email", "designation", "office"};
enum { OF_PERSON = sizeof of_person / sizeof *of_person, OF_DESIGNATION = 3, OF_OFFICE };

// Names that say themselves how their bearer is addressed: no জনাব stands before these, nor before
// what ends in those.
static const char *const addressed[] = {"জনাব",  "জনাবা",   "মোছাঃ",   "মোছা",     "মোসাঃ",
                                        "মোসা",  "মোছাম্মৎ", "মোসাম্মৎ", "মোসাম্মাৎ", "বেগম",
                                        "মিসেস", "মিস",     "শ্রীমতি",  "শ্রীমতী"};
static const char *const of_women[] = {"বেগম", "খাতুন", "খানম", "পারভীন", "সুলতানা"};

// Who a row of a list is about, be it attendance or membership.
static const struct record *person_of_row(const struct scene *scene)
{
    const struct dossier *dossier = scene->request->dossier;
    const struct record *there = scene->row[RECORD_ATTENDANCE], *member = scene->row[RECORD_MEMBER];
    if (there)
        return dossier_named(dossier, there, ATTENDANCE_PERSON);
    return member ? dossier_named(dossier, member, MEMBER_PERSON) : scene->row[RECORD_PERSON];
}

// Of the meeting, else of its committee.
static const struct record *person_of_meeting(const struct scene *scene, int of_meeting,
                                              int of_committee)
{
    const struct dossier *dossier = scene->request->dossier;
    const struct record *meeting = scene->row[RECORD_MEETING],
                        *committee = scene->row[RECORD_COMMITTEE], *person = NULL;
    if (meeting)
        person = dossier_named(dossier, meeting, of_meeting);
    return person || !committee ? person : dossier_named(dossier, committee, of_committee);
}

static const struct record *find_person(const struct scene *scene, size_t who)
{
    const struct records *of = scene->request->dossier->of;
    switch (who) {
    case 0:
        return person_of_meeting(scene, MEETING_CHAIR, COMMITTEE_CHAIR);
    case 1:
        return person_of_meeting(scene, MEETING_FOCAL, COMMITTEE_FOCAL);
    case 2:
        return person_of_row(scene);
    default:
        return post_signer(&of[RECORD_PERSON], &of[RECORD_TERM], scene->request->date).person;
    }
}

// The post on the paper's date; of whoever had left before it was written, on the meeting's.
static const struct record *find_term(const struct scene *scene, const struct record *person)
{
    const struct records *terms = &scene->request->dossier->of[RECORD_TERM];
    const struct record *meeting = scene->row[RECORD_MEETING];
    const struct record *term = post_term(terms, person->id, scene->request->date);
    int32_t day = 0;
    if (!term && meeting && record_date(meeting, MEETING_DATE, &day))
        term = post_term(terms, person->id, day);
    return term;
}

// Of a guest who is no person of the list.
static void write_guest(struct str *ret, size_t field, const struct scene *scene)
{
    const struct record *there = scene->row[RECORD_ATTENDANCE];
    if (there && field == 0)
        str_add(ret, there->text[ATTENDANCE_NAME]);
    if (there && field == OF_DESIGNATION)
        str_add(ret, there->text[ATTENDANCE_DESIGNATION]);
}

static void write_person(struct str *ret, size_t who, size_t field, const struct scene *scene)
{
    static const int fields[] = {PERSON_NAME, PERSON_PHONE, PERSON_EMAIL};
    const struct record *person = find_person(scene, who);
    const size_t from = ret->len;
    if (person && field < OF_DESIGNATION) {
        str_add(ret, person->text[fields[field]]);
    } else if (person) {
        const struct record *term = find_term(scene, person);
        if (field == OF_DESIGNATION)
            post_write(ret, term);
        else
            str_add(ret, term ? term->text[TERM_OFFICE] : "");
    }
    if (who == 2 && ret->len == from)
        write_guest(ret, field, scene);
}

static bool is_of(const char *word, size_t n, const char *const *words, size_t count)
{
    while (n > 0 && (word[n - 1] == '.' || word[n - 1] == ':'))
        n--;
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == n && memcmp(words[i], word, n) == 0)
            return true;
    return false;
}

static bool takes_mister(const char *name)
{
    const char *last = strrchr(name, ' ');
    last = last ? last + 1 : name;
    return !is_of(name, strcspn(name, " "), addressed, sizeof addressed / sizeof *addressed) &&
           !is_of(last, strlen(last), of_women, sizeof of_women / sizeof *of_women);
}

// «জনাব NAME, DESIGNATION, PLACE» of what is there, so that an ending stands behind the last of it.
static void write_whole(struct str *ret, size_t who, const struct scene *scene)
{
    const struct record *person = find_person(scene, who);
    const struct record *term = person ? find_term(scene, person) : NULL;
    const size_t from = ret->len;
    if (!person)
        return;
    if (*person->text[PERSON_NAME] && takes_mister(person->text[PERSON_NAME]))
        str_add(ret, "জনাব ");
    str_add(ret, person->text[PERSON_NAME]);
    const size_t name = ret->len;
    post_write(ret, term);
    if (ret->len > name && name > from)
        str_replace(ret, name, name, ", ", 2);
    const char *place = term && *term->text[TERM_OFFICE]
                            ? term->text[TERM_OFFICE]
                            : scene->request->office->field[OFFICE_PLACE];
    if (*place)
        str_addf(ret, ", %s", place);
}

bool recorded_write_person(struct str *ret, const char *name, size_t n, const struct scene *scene)
{
    for (size_t who = 0; who < PEOPLE; who++) {
        const size_t length = strlen(people[who]);
        if (who < WHOLE && n == length && memcmp(name, people[who], n) == 0) {
            if (scene)
                write_whole(ret, who, scene);
            return true;
        }
        if (n <= length || name[length] != '.' || memcmp(name, people[who], length) != 0)
            continue;
        for (size_t f = 0; f < OF_PERSON; f++)
            if (strlen(of_person[f]) == n - length - 1 &&
                memcmp(name + length + 1, of_person[f], n - length - 1) == 0) {
                if (scene)
                    write_person(ret, who, f, scene);
                return true;
            }
    }
    return false;
}

void recorded_list_people(struct str *ret)
{
    for (size_t who = 0; who < WHOLE; who++)
        str_addf(ret, " %s", people[who]);
    for (size_t who = 0; who < PEOPLE; who++)
        for (size_t f = 0; f < OF_PERSON; f++)
            str_addf(ret, " %s.%s", people[who], of_person[f]);
}
