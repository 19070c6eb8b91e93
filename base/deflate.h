/* deflate.h - compression as zlib does it (RFC 1950, RFC 1951). */
#ifndef BASE_DEFLATE_H
#define BASE_DEFLATE_H

#include <stddef.h>

#include "buf.h"

void zlib_compress(Buf *out, const void *p, size_t n); /* appends a zlib stream of the n bytes at p */

#endif
