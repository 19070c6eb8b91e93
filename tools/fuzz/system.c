/* system.c - the door to the operating system, narrowed for a fuzzer.
 *
 * Takes the place of some functions of base/os.c: in these programs base/os.c is
 * compiled with their names changed to system_*.  A core sees the bytes under
 * trial as a file, the files of this tree below pkg/ and build/fuzz/, read once
 * and kept, and no others.  Nothing is written.  Threads become loops, so that a
 * run depends on its input alone. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/os.h"

bool system_read_file(Arena *a, const char *name, OsFile *out, const char **err);

enum { MaxKept = 512 };

/* A fuzzer is one process for millions of runs: what stays between them is
 * global, here and nowhere else. */
static struct {
    const uint8_t *input;
    size_t input_size;
    bool may_fail;
    const char *names[MaxKept]; /* files that were read */
    OsFile files[MaxKept];
    size_t nfiles;
} sys;

void fuzz_set_input(const uint8_t *data, size_t size, bool may_fail)
{
    sys.may_fail = may_fail;
    sys.input = data;
    sys.input_size = size;
}

void fuzz_fail(const char *why)
{
    fprintf(stderr, "fuzz: %s\n", why);
    abort();
}

static bool refuse(Arena *a, const char *name, const char **err)
{
    if (err)
        *err = arena_printf(a, "open %s: no such file or directory", name);
    return false;
}

/* Links and dots could lead out. */
static bool is_ours(const char *name)
{
    return (strstr(name, "pkg/") || strstr(name, "build/fuzz/")) && !strstr(name, "..");
}

/* A copy of the exact size, so that the sanitizer sees reads past its end. */
static bool read_input(OsFile *out)
{
    char *copy = xmalloc(sys.input_size);
    if (sys.input_size)
        memcpy(copy, sys.input, sys.input_size);
    *out = (OsFile){.data = copy, .size = sys.input_size, .heap = copy};
    return true;
}

bool os_read_file(Arena *a, const char *name, OsFile *out, const char **err)
{
    *out = (OsFile){.data = ""};
    if (strncmp(path_base(name), InputPrefix, strlen(InputPrefix)) == 0)
        return read_input(out);
    for (size_t i = 0; i < sys.nfiles; i++) {
        if (strcmp(sys.names[i], name) == 0) {
            *out = sys.files[i];
            return true;
        }
    }
    if (!is_ours(name) || sys.nfiles == MaxKept || !system_read_file(a, name, out, NULL))
        return refuse(a, name, err);
    char *kept = xmalloc(strlen(name) + 1);
    memcpy(kept, name, strlen(name) + 1);
    out->heap = NULL; /* ours from now on */
    out->mapped = false;
    sys.names[sys.nfiles] = kept;
    sys.files[sys.nfiles++] = *out;
    return true;
}

void os_close_file(OsFile *f)
{
    free(f->heap);
    *f = (OsFile){0};
}

bool os_write_file(Arena *a, const char *name, const void *data, size_t size, int mode, const char **err)
{
    (void)a, (void)name, (void)data, (void)size, (void)mode, (void)err;
    return true;
}

bool os_write_pieces(Arena *a, const char *name, const OsPiece *pieces, size_t n, int mode, const char **err)
{
    (void)a, (void)name, (void)pieces, (void)n, (void)mode, (void)err;
    return true;
}

bool os_append_file(Arena *a, const char *name, const void *data, size_t size, const char **err)
{
    (void)a, (void)name, (void)data, (void)size, (void)err;
    return true;
}

bool os_write_at(Arena *a, const char *name, uint64_t offset, const void *data, size_t size, const char **err)
{
    (void)a, (void)name, (void)offset, (void)data, (void)size, (void)err;
    return true;
}

/* By hand, so that libFuzzer, which watches memcmp, does not learn the text. */
static bool contains(const char *text, size_t size, const char *word, size_t n)
{
    for (size_t i = 0; i + n <= size; i++) {
        size_t k = 0;
        while (k < n && text[i + k] == word[k])
            k++;
        if (k == n)
            return true;
    }
    return false;
}

/* What a program prints is only looked at: a tool that reports its own error
 * has failed. */
bool os_write_fd(int fd, const void *data, size_t size)
{
    static const char internal[] = "internal compiler error";
    size_t n = sizeof internal - 1;
    (void)fd;
    if (!sys.may_fail && contains(data, size, internal, n) && !contains((const char *)sys.input, sys.input_size, internal, n)) {
        fwrite(data, 1, size, stderr);
        fuzz_fail(internal);
    }
    return true;
}

bool os_read_fd(int fd, Buf *out)
{
    (void)fd;
    buf_write(out, sys.input, sys.input_size);
    return true;
}

void os_parallel(int threads, size_t n, void (*work)(void *arg, size_t i), void *arg)
{
    (void)threads;
    for (size_t i = 0; i < n; i++)
        work(arg, i);
}

/* The main stack is large enough: see run. */
void os_with_stack(size_t size, void (*work)(void *arg), void *arg)
{
    (void)size;
    work(arg);
}
