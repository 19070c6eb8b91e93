/* buildid.h - finding and completing the build id of a file. */
#ifndef BASE_BUILDID_H
#define BASE_BUILDID_H

#include <stdbool.h>
#include <stddef.h>

#include "os.h"

/* The id of an executable or an archive, in the file; false, and an empty one, when there is none. */
bool buildid_find(const OsFile *f, const char **id, size_t *len);

/* Puts the content id into the file called name, which f holds with the id found, wherever that stands; NULL or what went wrong. */
const char *buildid_write(Arena *a, const char *name, const OsFile *f, const char *found, size_t len);

#endif
