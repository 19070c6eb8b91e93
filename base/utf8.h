/* utf8.h - UTF-8 as Go reads it (spec: "Source code representation"). */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RuneError = 0xFFFD, MaxRune = 0x10FFFF, UTFMax = 4 };

/* Decodes the rune at s (n bytes left, n > 0) and returns its width.  Bad or
 * cut-off encodings, surrogates and overlong forms give RuneError, width 1. */
size_t utf8_decode(const char *s, size_t n, uint32_t *rune);
size_t utf8_encode(char out[UTFMax], uint32_t rune); /* bad runes are written as RuneError */
bool utf8_valid(const char *s, size_t n);

/* Unicode classes that Go's identifiers use (Unicode 15, categories L and Nd, Lu). */
bool unicode_is_letter(uint32_t rune);
bool unicode_is_digit(uint32_t rune);
bool unicode_is_upper(uint32_t rune);
bool unicode_is_print(uint32_t rune); /* as strconv.IsPrint: %q and %#U show it as itself */

#endif
