// SPDX-License-Identifier: GPL-3.0-or-later
// How verifying, entering and installing grow with the office: growth ORJON FOLDER [PART]
// Makes its offices in FOLDER and runs ORJON on them, n of a thing and twice as many in turn. PART
// divides all of them, for a program that would not come to an end.
#include "growth.h"

#include "orjon/app/enter.h"
#include "orjon/base/file.h"
#include "orjon/base/mem.h"
#include "orjon/domain/template.h"
#include "orjon/store/answers.h"
#include "orjon/store/builtin.h"
#include "orjon/store/entries.h"
#include "orjon/store/plans.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { JOURNAL = 200000, YEARS = 11, ANSWERS = 400, ROWS = 32000, FIRST_YEAR = 2024 };

static const char *program, *folder;
static size_t part = 1;

static const char *path_of(const char *name, size_t n)
{
    autostr path = STR_INIT;
    str_addf(&path, "%s/%s-%zu", folder, name, n);
    return str_detach(&path); // as long as the program
}

// --- offices ------------------------------------------------------------------------------------

static void install_years(struct store *store, size_t years)
{
    size_t count = 0;
    const struct store_template *t = store_builtin_templates(&count);
    for (size_t i = 0; i < count; i++) {
        autostr faults = STR_INIT;
        struct plan *plan = NULL;
        if (strncmp(t[i].name, "2024-25/coop-upazila/", 21) != 0)
            continue;
        must(!template_read(t[i].name, t[i].text, t[i].size, &plan, &faults, NULL), faults.buf);
        for (size_t y = 0; y < years; y++) {
            plan->fiscal_year = FIRST_YEAR + (int)y;
            must(!store_install_plan(store, plan, NULL, NULL), "a plan was not installed");
        }
        plan_free(&plan);
    }
}

struct filling {
    struct store *store;
    size_t rows, turn; // rows of the journal still to be made; of which round over the figures
};

static enum status fill_plan(void *data, const struct plan_summary *summary)
{
    struct filling *filling = data;
    struct plan *plan = NULL;
    must(!store_load_plan(filling->store, summary->id, &plan, NULL), "a plan was not loaded");
    struct entry entry = {.state = ENTRY_VALUE,
                          .value = {true, (int64_t)(filling->turn + 1) * NUMBER_ONE},
                          .typed = filling->turn % 2 ? "১" : "২",
                          .remark = ""};
    for (size_t i = 0; i < plan->count * QUARTERS && filling->rows; i++, filling->rows--) {
        const struct store_change change = {.office = STORE_OWN_OFFICE,
                                            .indicator = plan->indicator[i / QUARTERS].id,
                                            .quarter = (int)(i % QUARTERS) + 1,
                                            .entry = &entry};
        must(!store_put_entry(filling->store, &change, "", NULL), "a figure was not entered");
    }
    plan_free(&plan);
    return STATUS_OK;
}

static void answer(struct store *store, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        autostr code = STR_INIT;
        str_addf(&code, "code-%zu", i);
        const struct store_answer answer = {.office = STORE_OWN_OFFICE,
                                            .plan = 1,
                                            .indicator = "",
                                            .code = code.buf,
                                            .reason = "ঠিক আছে"};
        must(!store_put_answer(store, &answer, NULL), "an answer was not kept");
    }
}

static const char *make_office(size_t years, size_t answers, size_t rows)
{
    autostr name = STR_INIT;
    struct filling filling = {.rows = rows};
    str_addf(&name, "office-%zu-%zu", years, answers);
    const char *path = path_of(name.buf, rows);
    file_remove(path);
    must(!store_open(path, STORE_CREATE, &filling.store, NULL), path);
    install_years(filling.store, years);
    answer(filling.store, answers);
    for (; filling.rows; filling.turn++)
        store_each_plan(filling.store, FIRST_YEAR, fill_plan, &filling, NULL);
    must(!store_commit(filling.store, NULL), path);
    store_close(&filling.store);
    return path;
}

// --- files --------------------------------------------------------------------------------------

static const char *make_template(size_t rows)
{
    autostr text = STR_INIT;
    const char *path = path_of("long.tsv", rows);
    str_add(&text, "#plan\tlong\n#fiscal_year\t2024-25\n#family\tany\n#title\tদীর্ঘ\n");
    for (size_t c = 0; c < TEMPLATE_COLUMNS; c++)
        if (template_column(&scale_usual, c))
            str_addf(&text, "%s%s", c ? "\t" : "", template_column(&scale_usual, c));
    for (size_t i = 0; i < rows; i++)
        str_addf(&text,
                 "\nএলাকা\t\t1.%zu\tকার্যক্রম\t1.%zu."
                 "1\tসূচক\t\t\tnumber\tসংখ্যা\tsum\t\tproportion\t\t1\t10",
                 i, i);
    must(!file_write(path, text.buf, text.len, true, NULL), path);
    return path;
}

static const char *make_figures(size_t rows)
{
    autostr text = STR_INIT;
    const char *path = path_of("figures.tsv", rows);
    str_add(&text, "fiscal_year\tplan\tindicator\tquarter\tentry\tremark\n");
    for (size_t i = 0; i < rows; i++)
        str_addf(&text, "2024-25\tlong\t1.%zu.1\t1\t%zu\t\n", i, i % 10);
    must(!file_write(path, text.buf, text.len, true, NULL), path);
    return path;
}

// --- what is timed ------------------------------------------------------------------------------

struct command {
    const char *file, *word[4], *start; // what the office file is copied from first; NULL: left
};

static double part_of_second(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

enum { FOUND = 3 }; // the check found something, and nobody signs here

// Processor time: what else the machine does, and the disk, are left out.
static double run(void *data)
{
    const struct command *c = data;
    if (c->start) {
        file_remove(c->file);
        must(!file_copy(c->start, c->file, NULL), c->file);
    }
    const pid_t pid = fork();
    if (pid == 0) {
        dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO), dup2(STDOUT_FILENO, STDERR_FILENO);
        execl(program, program, "--db", c->file, c->word[0], c->word[1], c->word[2], c->word[3],
              (char *)NULL);
        _exit(127);
    }
    int status = 0;
    struct rusage used;
    must(wait4(pid, &status, 0, &used) == pid && WIFEXITED(status), c->word[0]);
    must(WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == FOUND, c->word[0]);
    return part_of_second(used.ru_utime) + part_of_second(used.ru_stime);
}

static void bench_verify(const char *what, const char *n_of, const char *more_of, size_t n,
                         size_t more, const char *goal)
{
    struct command a = {.file = n_of, .word = {"verify"}},
                   b = {.file = more_of, .word = {"verify"}};
    growth_row(what, n, more, run, &a, &b, goal);
}

static void bench_rows(void)
{
    const size_t n = ROWS / 2 / part, more = ROWS / part;
    const char *empty = make_office(1, 0, 0), *half = path_of("half", n),
               *whole = path_of("whole", more);
    struct command a = {half, {"plans", "install", make_template(n)}, empty};
    struct command b = {whole, {"plans", "install", make_template(more)}, empty};
    growth_row("plans install, rows", n, more, run, &a, &b, "2.2");
    const char *installed_a = path_of("installed", n), *installed_b = path_of("installed", more);
    file_remove(installed_a), file_remove(installed_b);
    must(!file_copy(half, installed_a, NULL) && !file_copy(whole, installed_b, NULL), "no room");
    struct command again_a = {half, {"plans", "install", a.word[2]}, installed_a};
    struct command again_b = {whole, {"plans", "install", b.word[2]}, installed_b};
    growth_row("plans install again, rows", n, more, run, &again_a, &again_b, "2.2");
    struct command enter_a = {half, {"enter", make_figures(n)}, installed_a};
    struct command enter_b = {whole, {"enter", make_figures(more)}, installed_b};
    growth_row("enter, rows", n, more, run, &enter_a, &enter_b, "2.2");
    const char *entered_a = path_of("entered", n), *entered_b = path_of("entered", more);
    file_remove(entered_a), file_remove(entered_b);
    must(!file_copy(half, entered_a, NULL) && !file_copy(whole, entered_b, NULL), "no room");
    struct command undo_a = {half, {"undo"}, entered_a}, undo_b = {whole, {"undo"}, entered_b};
    growth_row("undo, rows", n, more, run, &undo_a, &undo_b, "2.2");
    struct command check_a = {
        half, {"check", "--plan", "long", "--fiscal-year=2024-25"}, entered_a};
    struct command check_b = {
        whole, {"check", "--plan", "long", "--fiscal-year=2024-25"}, entered_b};
    growth_row("check, rows of a plan", n, more, run, &check_a, &check_b, "2.2");
    struct command score_a = {half, {"score", "--plan", "long", "--fiscal-year=2024-25"}, NULL};
    struct command score_b = {whole, {"score", "--plan", "long", "--fiscal-year=2024-25"}, NULL};
    growth_row("score, rows of a plan", n, more, run, &score_a, &score_b, "2.2");
}

// Entering as the screens do it: the first figure of a day, and one after it.
struct desk {
    struct app *app;
    struct book *book;
    int digit;
};

static double enter_one(void *data)
{
    struct desk *desk = data;
    const char *const text[] = {"১", "২", "৩", "৪", "৫", "৬", "৭", "৮"};
    size_t row = 0;
    while (desk->book->plan->indicator[row].kind != KIND_NUMBER)
        row++;
    const struct app_figure figure = {row, 4, text[desk->digit++ % 8], NULL, -1};
    const double begin = seconds();
    must(!app_enter(desk->book, &figure, NULL, NULL), "a figure was not entered");
    return seconds() - begin;
}

static void bench_day(const char *path)
{
    double first[GROWTH_ROUNDS], next[GROWTH_ROUNDS], more[GROWTH_ROUNDS];
    for (int i = 0; i < GROWTH_ROUNDS; i++) {
        autostr command = STR_INIT;
        str_addf(&command, "rm -rf %s/backups", folder);
        must(system(command.buf) == 0, command.buf);
        struct desk desk = {.digit = 2 * i + 2}; // none says what is there
        const struct app_options options = {
            .file = path, .via = "screen", .as_of = {true, 20000 + i}};
        must(!app_open(&options, &desk.app, NULL), path);
        must(!book_open(desk.app, FIRST_YEAR, "egov", 4, &desk.book, NULL), "no plan");
        first[i] = enter_one(&desk);
        next[i] = enter_one(&desk);
        more[i] = first[i] - next[i];
        book_free(&desk.book);
        app_close(&desk.app);
    }
    qsort(first, GROWTH_ROUNDS, sizeof *first, growth_order);
    qsort(next, GROWTH_ROUNDS, sizeof *next, growth_order);
    qsort(more, GROWTH_ROUNDS, sizeof *more, growth_order);
    printf("first figure of a day\tfirst %.1f ms, next %.1f ms\t%.1f ms\t100 ms\n",
           1e3 * first[GROWTH_ROUNDS / 2], 1e3 * next[GROWTH_ROUNDS / 2],
           1e3 * more[GROWTH_ROUNDS / 2]);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    must(argc == 3 || argc == 4, "growth ORJON FOLDER [PART]");
    program = argv[1];
    folder = argv[2];
    part = argc == 4 ? strtoul(argv[3], NULL, 10) : 1;
    must(part > 0, "PART is a number");
    const size_t rows = JOURNAL / part, answers = ANSWERS / part;
    const char *plain = make_office(1, 0, rows / 2), *more = make_office(1, 0, rows);
    const char *years = make_office(YEARS, 0, rows), *answered = make_office(1, answers, rows);
    bench_verify("verify, rows of the journal", plain, more, rows / 2, rows, "2.2");
    bench_verify("verify, plans", more, years, 6, 6 * YEARS, "1.2");
    bench_verify("verify, answers", more, answered, 0, answers, "1.2");
    bench_day(more);
    bench_rows();
    return 0;
}
