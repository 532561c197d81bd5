// SPDX-License-Identifier: GPL-3.0-or-later
// The door to the pages that the module of the pdf draws.
#include "orjon/report/drawn.h"

#include "orjon/base/module.h"

#ifdef ORJON_PDF
enum status drawn_open(struct paper **paper, struct drawn **ret, struct err *err)
{
    static const struct module module = {"orjon-pdf", ORJON_PDF};
    enum status (*open)(struct paper * *paper, struct drawn * *ret, struct err * err) = NULL;
    const enum status status = module_symbol(&module, "pdf_drawn", (void **)&open, err);
    if (status == STATUS_OK)
        return open(paper, ret, err);
    paper_free(paper);
    return status;
}
#else
enum status drawn_open(struct paper **paper, struct drawn **ret, struct err *err)
{
    (void)ret;
    paper_free(paper);
    return err_set(err, STATUS_FAILED,
                   _("This orjon was built without %s; install %s and build it anew"), "pdf",
                   PACKAGE_PANGO);
}
#endif

void drawn_free(struct drawn **p)
{
    if (*p)
        (*p)->free(p);
}
