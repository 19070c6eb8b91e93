/* utf8.c - decoding and encoding of UTF-8 (RFC 3629). */
#include "utf8.h"

size_t utf8_decode(const char *s, size_t n, uint32_t *rune)
{
    const uint8_t *p = (const uint8_t *)s;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t r = p[0];
    if (r < 0x80) {
        *rune = r;
        return 1;
    }
    size_t width = r >= 0xF0 && r < 0xF8 ? 4 : r >= 0xE0 && r < 0xF0 ? 3 : r >= 0xC0 && r < 0xE0 ? 2 : 0;
    *rune = RuneError;
    if (width == 0 || width > n)
        return 1;
    r &= 0x7Fu >> width;
    for (size_t i = 1; i < width; i++) {
        if ((p[i] & 0xC0) != 0x80)
            return 1;
        r = r << 6 | (p[i] & 0x3F);
    }
    if (r < least[width] || r > MaxRune || (r >= 0xD800 && r < 0xE000))
        return 1;
    *rune = r;
    return width;
}

size_t utf8_encode(char out[UTFMax], uint32_t r)
{
    if (r > MaxRune || (r >= 0xD800 && r < 0xE000))
        r = RuneError;
    if (r < 0x80) {
        out[0] = (char)r;
        return 1;
    }
    size_t width = r < 0x800 ? 2 : r < 0x10000 ? 3 : 4;
    for (size_t i = width; i-- > 1; r >>= 6)
        out[i] = (char)(0x80 | (r & 0x3F));
    out[0] = (char)((0xF00u >> width & 0xFF) | r);
    return width;
}

bool utf8_valid(const char *s, size_t n)
{
    for (size_t i = 0; i < n;) {
        uint32_t r;
        size_t w = utf8_decode(s + i, n - i, &r);
        if (r == RuneError && w == 1)
            return false;
        i += w;
    }
    return true;
}
