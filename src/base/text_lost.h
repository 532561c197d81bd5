// SPDX-License-Identifier: GPL-3.0-or-later
// Text that was Bengali once: written for a font of Latin letters, or lost on its way.
#pragma once

#include <stddef.h>

// What the text is, as a sentence for the user, when it is in the encoding of Bijoy (SutonnyMJ:
// «Avgvi †mvbvi evsjv», as Unicode or as bytes of Windows-1252) or nothing but question marks;
// NULL where it is what it seems, English above all.
const char *text_lost(const char *s, size_t n);
