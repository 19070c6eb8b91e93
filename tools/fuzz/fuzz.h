/* fuzz.h - the fuzzers of the tools' cores: the map of tools/fuzz/.
 *
 *   targets.c  what is fuzzed, as command lines; libFuzzer calls it
 *   system.c   the part of base/os.h that a core under a fuzzer sees
 *   mutate.c   mutation of text by tokens
 *   rules.mk   how they are built, one program per target
 *   run        makes the corpora and runs a target for a time
 *
 * Only clang can build them; nothing else depends on them. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The file that holds the bytes to be tried. */
#define InputPrefix "fuzz-input"

/* system.c; may_fail: the input may well make the tool report an internal error */
void fuzz_set_input(const uint8_t *data, size_t size, bool may_fail);
void fuzz_fail(const char *why); /* prints and aborts */

/* mutate.c: at most max bytes in data, size of them used; the new size */
size_t mutate_tokens(uint8_t *data, size_t size, size_t max, unsigned seed);

#endif
