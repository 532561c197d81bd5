// SPDX-License-Identifier: GPL-3.0-or-later
// Exact fractions in 128 bits, every operation checked for overflow.
#include "orjon/domain/number.h"

#include "orjon/base/text.h"

#include <stdio.h>

static __int128 gcd(__int128 a, __int128 b)
{
    a = a < 0 ? -a : a;
    while (b) {
        // Figures are small; 64-bit division is several times faster than 128-bit.
        if (a <= INT64_MAX && b <= INT64_MAX) {
            int64_t x = (int64_t)a, y = (int64_t)b;
            while (y) {
                int64_t rest = x % y;
                x = y;
                y = rest;
            }
            return x;
        }
        __int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a ? a : 1;
}

static struct ratio reduced(struct ratio r)
{
    __int128 divisor = gcd(r.num, r.den);
    return (struct ratio){r.num / divisor, r.den / divisor};
}

// Both in billionths, mostly, and mostly whole: what they share is taken out here, where it is
// cheap, or the products of the rules would have no room and be reduced by the dear way.
struct ratio ratio_of(__int128 num, __int128 den)
{
    if (den == 1)
        return (struct ratio){num, 1};
    if (den < 0) {
        num = -num;
        den = -den;
    }
    if (num > INT64_MAX || num < INT64_MIN || den > INT64_MAX)
        return den >= NUMBER_ONE ? reduced((struct ratio){num, den}) : (struct ratio){num, den};
    const int64_t a = (int64_t)num, b = (int64_t)den;
    // By constants, which the compiler divides by without a division.
    if (b % NUMBER_ONE == 0 && a % NUMBER_ONE == 0)
        return (struct ratio){a / NUMBER_ONE, b / NUMBER_ONE};
    if (b % 1000 == 0 && a % 1000 == 0)
        return (struct ratio){a / 1000, b / 1000};
    return (struct ratio){num, den};
}

static bool add_once(struct ratio a, struct ratio b, struct ratio *ret)
{
    struct ratio sum;
    __int128 left, right;
    if (a.den == b.den) {
        sum.den = a.den;
        if (__builtin_add_overflow(a.num, b.num, &sum.num))
            return false;
    } else if (__builtin_mul_overflow(a.num, b.den, &left) ||
               __builtin_mul_overflow(b.num, a.den, &right) ||
               __builtin_add_overflow(left, right, &sum.num) ||
               __builtin_mul_overflow(a.den, b.den, &sum.den)) {
        return false;
    }
    *ret = sum;
    return true;
}

static bool multiply_once(struct ratio a, struct ratio b, struct ratio *ret)
{
    struct ratio product;
    if (__builtin_mul_overflow(a.num, b.num, &product.num) ||
        __builtin_mul_overflow(a.den, b.den, &product.den))
        return false;
    *ret = product;
    return true;
}

// Reducing costs more than the sum itself, so it is done only when the numbers grow too large.
bool ratio_add(struct ratio a, struct ratio b, struct ratio *ret)
{
    return add_once(a, b, ret) || add_once(reduced(a), reduced(b), ret);
}

bool ratio_subtract(struct ratio a, struct ratio b, struct ratio *ret)
{
    b.num = -b.num;
    return ratio_add(a, b, ret);
}

bool ratio_multiply(struct ratio a, struct ratio b, struct ratio *ret)
{
    return multiply_once(a, b, ret) || multiply_once(reduced(a), reduced(b), ret);
}

bool ratio_divide(struct ratio a, struct ratio b, struct ratio *ret)
{
    if (b.num == 0)
        return false;
    struct ratio inverse = {b.num < 0 ? -b.den : b.den, b.num < 0 ? -b.num : b.num};
    return ratio_multiply(a, inverse, ret);
}

static __int128 floor_divide(__int128 a, __int128 b)
{
    __int128 q = a / b;
    return a % b < 0 ? q - 1 : q;
}

// Compares as continued fractions, so that no product can overflow.
int ratio_compare(struct ratio a, struct ratio b)
{
    for (int sign = 1;; sign = -sign) {
        __int128 whole_a = floor_divide(a.num, a.den), whole_b = floor_divide(b.num, b.den);
        if (whole_a != whole_b)
            return whole_a < whole_b ? -sign : sign;
        __int128 rest_a = a.num - whole_a * a.den, rest_b = b.num - whole_b * b.den;
        if (rest_a == 0 || rest_b == 0)
            return rest_a == rest_b ? 0 : rest_a == 0 ? -sign : sign;
        a = (struct ratio){a.den, rest_a};
        b = (struct ratio){b.den, rest_b};
    }
}

static const int64_t atto = INT64_C(1000000000000000000); // 10^18

static struct ratio to_atto(struct ratio r)
{
    __int128 whole = floor_divide(r.num, r.den);
    __int128 rest = r.num - whole * r.den; // 0 .. den-1; its decimals one by one cannot overflow
    __int128 num = whole;
    for (int i = 0; i < 18; i++) {
        while (rest > ((__int128)1 << 120)) { // far beyond any figure; give up digits, not range
            rest >>= 1;
            r.den >>= 1;
        }
        rest *= 10;
        num = num * 10 + rest / r.den;
        rest %= r.den;
    }
    return (struct ratio){num + (rest >= r.den - rest), atto};
}

struct ratio ratio_sum(struct ratio sum, struct ratio more)
{
    struct ratio exact;
    if (ratio_add(sum, more, &exact)) {
        // Kept short, or the next sum of unlike denominators would have no room.
        return exact.den > INT64_MAX ? reduced(exact) : exact;
    }
    sum = sum.den == atto ? sum : to_atto(sum);
    sum.num += to_atto(more).num;
    return sum;
}

static bool round_to(struct ratio r, int decimals, __int128 *ret)
{
    __int128 scale = 1, scaled;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    if (__builtin_mul_overflow(r.num, scale, &scaled)) {
        r = reduced(r);
        if (__builtin_mul_overflow(r.num, scale, &scaled))
            return false;
    }
    __int128 whole = floor_divide(scaled, r.den), rest = scaled - whole * r.den;
    *ret = whole + (rest >= r.den - rest); // half up
    return true;
}

enum status ratio_round(struct ratio r, int decimals, __int128 *ret)
{
    return round_to(r, decimals, ret) ? STATUS_OK : STATUS_OVERFLOW;
}

void ratio_write(struct str *ret, struct ratio r, int decimals, enum digits digits)
{
    __int128 value = 0;
    if (!round_to(r, decimals, &value)) {
        str_add(ret, "…");
        return;
    }
    // From the last digit to the first; a percent of a huge figure may not fit 64 bits.
    char text[48], *at = text + sizeof text;
    unsigned __int128 units = value < 0 ? -(unsigned __int128)value : (unsigned __int128)value;
    for (int i = 0; i <= decimals || units; i++, units /= 10) {
        if (i == decimals && i > 0)
            *--at = '.';
        *--at = (char)('0' + (int)(units % 10));
    }
    if (value < 0)
        *--at = '-';
    text_digits(ret, at, (size_t)(text + sizeof text - at), digits);
}
