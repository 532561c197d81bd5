// SPDX-License-Identifier: GPL-3.0-or-later
// The writers of pdf, docx and xlsx, of which this is the door. Behind it are Pango, zip and their
// many libraries: each writer is a module that is loaded when the first paper of its format is
// asked for.
#include "orjon/base/module.h"

#include "orjon/report/writer.h"

#define MODULE(format, package)                                                                    \
    enum status write_##format(const struct paper *paper, const struct writer_options *options,    \
                               struct str *ret, struct err *err)                                   \
    {                                                                                              \
        static const struct module module = {"orjon-" #format, package};                           \
        writer_function *write = NULL;                                                             \
        const enum status status = module_symbol(&module, #format "_write", (void **)&write, err); \
        return status ? status : write(paper, options, ret, err);                                  \
    }
#ifdef ORJON_PDF
MODULE(pdf, ORJON_PDF)
#endif
#ifdef ORJON_DOCX
MODULE(docx, ORJON_DOCX)
#endif
#ifdef ORJON_XLSX
MODULE(xlsx, ORJON_XLSX)
#endif
