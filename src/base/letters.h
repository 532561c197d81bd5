// SPDX-License-Identifier: GPL-3.0-or-later
// The letters and marks that the rules of Bengali text name.
#pragma once

enum {
    CANDRABINDU = 0x981, // ঁ
    TA = 0x9A4,
    NUKTA = 0x9BC,
    AA_SIGN = 0x9BE,
    E_SIGN = 0x9C7,
    HASANTA = 0x9CD,
    KHANDA_TA = 0x9CE,
    AU_MARK = 0x9D7, // the second half of ৌ
    RRA = 0x9DC,     // ড়, ঢ়, য় as single code points, which NFC writes as two
    RHA = 0x9DD,
    YYA = 0x9DF,
    BENGALI_ZERO = 0x9E6,
    SANDHI = 0x9FE,
    ZWNJ = 0x200C,
    ZWJ = 0x200D,
};
