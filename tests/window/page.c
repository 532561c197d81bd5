// SPDX-License-Identifier: GPL-3.0-or-later
// The paper preview in the window: the page that is seen is the page of the pdf.
#include "../clock.h"
#include "../test.h"

#include "orjon/app/print.h"
#include "orjon/base/file.h"
#include "orjon/report/drawn.h"
#include "orjon/screens/screens.h"
#include "page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DPI = 192, PAGES_MAX = 40 };

static char folder[] = "/tmp/orjon-page-XXXXXX";
static struct session session;
static struct app_options options;

static int set_up(void **state)
{
    static char office[64];
    const struct app_new_office sample = {.sample = true};
    struct err err = {0};
    (void)state;
    clock_stand(1696500000); // 5 October 2023
    assert_non_null(mkdtemp(folder));
    snprintf(office, sizeof office, "%s/office.db", folder);
    options = (struct app_options){
        .file = office, .via = "screen", .language_given = true, .digits_given = true};
    i18n_set_language(LANGUAGE_BENGALI);
    i18n_set_digits(DIGITS_BENGALI);
    assert_int_equal(app_init(&options, &sample, NULL), STATUS_OK);
    assert_int_equal(screens_open(&options, &session, &err), STATUS_OK);
    return 0;
}

static int tear_down(void **state)
{
    autostr clear = STR_INIT;
    (void)state;
    app_close(&session.app);
    str_addf(&clear, "rm -rf %s", folder);
    return system(clear.buf);
}

// --- the same ink -------------------------------------------------------------------------------

static cairo_surface_t *picture_of(struct drawn *drawn, int page, int width, int height)
{
    cairo_surface_t *image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cr = cairo_create(image);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    cairo_scale(cr, DPI / 72., DPI / 72.);
    drawn->draw(drawn, page, cr);
    cairo_destroy(cr);
    cairo_surface_flush(image);
    return image;
}

static int darkness(const unsigned char *pixel)
{
    uint32_t rgb = 0;
    memcpy(&rgb, pixel, sizeof rgb);
    return 255 - (int)((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
}

// Ink of both, and how far they differ, in boxes of a few pixels: rasterizers round edges in ways
// of their own.
static void compare(cairo_surface_t *a, cairo_surface_t *b)
{
    enum { BOX = 16 };
    const int width = cairo_image_surface_get_width(a), height = cairo_image_surface_get_height(a);
    const int stride_a = cairo_image_surface_get_stride(a);
    const int stride_b = cairo_image_surface_get_stride(b);
    double ink = 0, difference = 0;
    for (int y = 0; y + BOX <= height; y += BOX)
        for (int x = 0; x + BOX <= width; x += BOX) {
            long of_a = 0, of_b = 0;
            for (int k = 0; k < BOX * BOX; k++) {
                const int row = y + k / BOX, col = 4 * (x + k % BOX);
                of_a += darkness(cairo_image_surface_get_data(a) + row * stride_a + col);
                of_b += darkness(cairo_image_surface_get_data(b) + row * stride_b + col);
            }
            ink += (double)of_b;
            difference += fabs((double)(of_a - of_b));
        }
    print_message("differs by %.3f of the ink\n", difference / ink);
    assert_true(ink > 0);
    assert_true(difference < 0.15 * ink);
}

static void each_page_is_that_of_the_pdf(void **state)
{
    static const char *const papers[] = {"return", "proofs"};
    (void)state;
    if (system("pdftoppm -v 2>/dev/null"))
        skip();
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        const struct app_paper wanted = {.paper = papers[i]};
        const struct writer_options plain = {0};
        struct err err = {0};
        struct paper *paper = NULL;
        struct drawn *drawn = NULL;
        autostr pdf = STR_INIT, path = STR_INIT, command = STR_INIT;
        assert_int_equal(app_print(session.app, &wanted, "pdf", &plain, &pdf, &err), STATUS_OK);
        assert_int_equal(app_compose(session.app, &wanted, &paper, &err), STATUS_OK);
        assert_int_equal(drawn_open(&paper, &drawn, &err), STATUS_OK);
        assert_null(paper);
        assert_true(drawn->pages > 0 && drawn->pages <= PAGES_MAX);
        str_addf(&path, "%s/%s.pdf", folder, papers[i]);
        assert_int_equal(file_write(path.buf, pdf.buf, pdf.len, true, &err), STATUS_OK);
        for (int page = drawn->pages - 1; page >= 0; page--) { // in any order
            autostr png = STR_INIT;
            str_reset(&command);
            str_addf(&command, "pdftoppm -singlefile -png -r %d -f %d -l %d %s %s/page", DPI,
                     page + 1, page + 1, path.buf, folder);
            assert_int_equal(system(command.buf), 0);
            str_addf(&png, "%s/page.png", folder);
            cairo_surface_t *printed = cairo_image_surface_create_from_png(png.buf);
            assert_int_equal(cairo_surface_status(printed), CAIRO_STATUS_SUCCESS);
            cairo_surface_t *seen = picture_of(drawn, page, cairo_image_surface_get_width(printed),
                                               cairo_image_surface_get_height(printed));
            assert_true(fabs(cairo_image_surface_get_width(printed) -
                             drawn->size[page].width * DPI / 72) < 2);
            compare(seen, printed);
            cairo_surface_destroy(seen);
            cairo_surface_destroy(printed);
        }
        drawn_free(&drawn);
    }
}

// --- the screen ---------------------------------------------------------------------------------

static const struct canvas_page *area_after(struct desk *desk, const char *keys)
{
    struct err err = {0};
    assert_int_equal(desk_play(desk, keys, 28, 110, NULL, &err), STATUS_OK);
    return &desk_canvas(desk)->page;
}

static void get_size(void *self, int *ret_rows, int *ret_cols)
{
    (void)self;
    *ret_rows = 28;
    *ret_cols = 110;
}

static double get_aspect(void *self)
{
    (void)self;
    return 2.5;
}

static void the_preview_is_pages_that_scroll(void **state)
{
    struct err err = {0};
    const struct desk_front front = {.size = get_size, .aspect = get_aspect};
    struct desk *desk = desk_new(&front, false);
    (void)state;
    assert_int_equal(screens_begin(desk, &session, &err), STATUS_OK);
    const struct canvas_page *area = area_after(desk, "<F8><Enter>");
    assert_non_null(area->draw);
    assert_int_equal(area->leaf[0].page, 0);
    assert_true(area->leaf[0].y > 0);
    assert_true(area_after(desk, "<Down>")->leaf[0].y < 0);
    assert_int_equal(area_after(desk, "<Right>")->leaf[0].page, 1);
    assert_true(area_after(desk, "<End>")->leaf[0].page > 1);
    assert_int_equal(area_after(desk, "<Home>")->leaf[0].page, 0);
    assert_true(area_after(desk, "<F5>")->leaf[0].height < area->rows);
    assert_true(area->leaf[0].x > 10 && area->leaf[0].y >= 0);
    assert_int_equal(area_after(desk, "<Right>")->leaf[0].page, 1);
    assert_int_equal(area_after(desk, "<F5>")->leaf[0].page, 1);
    assert_true(area->leaf[0].x < 2);
    const double wide = area_after(desk, "<Home>")->leaf[0].width;
    assert_true(area_after(desk, "+")->leaf[0].width > wide * 1.2);
    assert_true(area->leaf[0].x < 0); // the middle stays
    assert_true(area_after(desk, "<Left>*3")->leaf[0].x > 0);
    assert_int_equal(area->leaf[0].page, 0);
    const double left = area->leaf[0].x;
    assert_true(area_after(desk, "<Right>")->leaf[0].x < left); // its other side, then the next
    assert_int_equal(area_after(desk, "<Right>")->leaf[0].page, 1);
    assert_true(area_after(desk, "--")->leaf[0].width < wide);
    assert_true(area_after(desk, "0")->leaf[0].width == wide);
    assert_true(area_after(desk, "<F5>+")->leaf[0].width == wide); // from whole pages to wide ones
    assert_null(area_after(desk, "V")->draw);
    assert_non_null(area_after(desk, "V")->draw);
    assert_false(canvas_cell(desk_canvas(desk), 14, 55)->is_page &&
                 area_after(desk, "<F4>")->draw && canvas_cell(desk_canvas(desk), 14, 55)->is_page);
    assert_null(area_after(desk, "<Esc>/")->draw); // words are found in the text
    desk_free(&desk);
}

static void a_terminal_shows_the_text(void **state)
{
    struct err err = {0};
    struct desk *desk = desk_new(NULL, false);
    (void)state;
    assert_int_equal(screens_begin(desk, &session, &err), STATUS_OK);
    assert_null(area_after(desk, "<F8><Enter>")->draw);
    desk_free(&desk);
}

// --- the picture --------------------------------------------------------------------------------

static void fill(void *self, int page, void *cairo)
{
    (void)page;
    cairo_set_source_rgb(cairo, *(const double *)self, 0, 0);
    cairo_paint(cairo);
}

static void a_picture_is_made_once(void **state)
{
    double red = 1;
    struct page_picture picture = {0};
    const struct paint_measure measure = {.width = 10, .height = 25};
    struct canvas *canvas = canvas_new(10, 20);
    struct canvas_page area = {.row = 1,
                               .rows = 4,
                               .cols = 20,
                               .leaf = {{0, 1, 0.5, 18, 20, 100}},
                               .leaves = 1,
                               .self = &red,
                               .draw = fill};
    (void)state;
    canvas_page(canvas, &area);
    assert_true(page_take(&picture, canvas, measure, 2, 0xFFFFFF));
    assert_int_equal(cairo_image_surface_get_width(picture.image), 20 * 10 * 2);
    assert_int_equal(cairo_image_surface_get_height(picture.image), 4 * 25 * 2);
    assert_false(page_take(&picture, canvas, measure, 2, 0xFFFFFF));
    assert_true(page_take(&picture, canvas, measure, 1, 0xFFFFFF));
    area.leaf[0].y = -3;
    canvas_page(canvas, &area);
    assert_true(page_take(&picture, canvas, measure, 1, 0xFFFFFF));
    canvas_clear(canvas);
    assert_true(page_take(&picture, canvas, measure, 1, 0xFFFFFF));
    assert_null(picture.image);
    page_done(&picture);
    canvas_free(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_page_is_that_of_the_pdf),
        cmocka_unit_test(the_preview_is_pages_that_scroll),
        cmocka_unit_test(a_terminal_shows_the_text),
        cmocka_unit_test(a_picture_is_made_once),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
