/* flags.h - command lines in the manner of Go's flag package:
 * -name, --name, -name=value, -name value; the first other word ends them. */
#ifndef BASE_FLAGS_H
#define BASE_FLAGS_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

typedef enum FlagKind {
    FlagBool,   /* bool *; -name or -name=true|false */
    FlagCount,  /* int *; -name counts up, -name=N sets */
    FlagInt,    /* int * */
    FlagString, /* const char ** */
    FlagList,   /* FlagValues *; may be repeated */
} FlagKind;

typedef struct FlagValues {
    const char **items;
    size_t count, cap; /* heap; free(items) */
} FlagValues;

typedef struct Flag {
    const char *name;
    FlagKind kind;
    void *value;
    const char *help;
} Flag;

/* Reads flags (an array that ends with name NULL) from argv[1..]; returns the
 * index of the first argument that is no flag, or -1 with *err
 * ("flag provided but not defined: -x", "flag needs an argument: -o",
 * `invalid value "x" for flag -c: parse error`). */
int flags_parse(Arena *a, const Flag *flags, int argc, char **argv, const char **err);

#endif
