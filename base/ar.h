/* ar.h - Unix archives as Go's pack writes them (names of at most 16
 * characters, no symbol index, all metadata zero). */
#ifndef BASE_AR_H
#define BASE_AR_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "buf.h"

#define ArMagic "!<arch>\n"

typedef struct ArMember {
    const char *name; /* arena */
    const char *data; /* points into the archive */
    size_t size;
} ArMember;

/* Splits an archive.  On damage returns false and a reason ("truncated archive
 * member x.o", "not an archive"). */
bool ar_read(Arena *a, const char *data, size_t size, ArMember **members, size_t *count, const char **err);
void ar_begin(Buf *out);
void ar_add(Buf *out, const char *name, const void *data, size_t size); /* name is cut to 16 */

/* A member whose contents are written to out in between. */
size_t ar_begin_member(Buf *out, const char *name);
void ar_end_member(Buf *out, size_t member); /* from ar_begin_member */

#endif
