/* os.h - the only door to the operating system.
 *
 * The cores of the tools reach files, processes and threads through here, so
 * that they also run in one process, under a fuzzer or as WebAssembly.  mmap
 * and threads are optional: without them files are read and work is done in
 * turn.  Errors come as text in the manner of Go: "open x.go: no such file or
 * directory". */
#ifndef BASE_OS_H
#define BASE_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buf.h"

/* A file's bytes, read-only; no NUL follows them.  os_close_file ends it. */
typedef struct OsFile {
    const char *data;
    size_t size;
    bool mapped; /* by mmap */
    void *heap;  /* or read into this */
} OsFile;

/* All functions that return bool: true on success; on failure *err (arena
 * text, "open NAME: reason") when err is not NULL. */
bool os_read_file(Arena *a, const char *name, OsFile *out, const char **err);
void os_close_file(OsFile *f);

/* Writes a whole file, from one or several pieces.  A regular or missing target is replaced by rename of
 * a temporary beside it, so that it is never half-written; any other kind
 * (/dev/null, a pipe) is opened and written, never removed. */
typedef struct OsPiece {
    const void *data;
    size_t size;
} OsPiece;
bool os_write_pieces(Arena *a, const char *name, const OsPiece *pieces, size_t n, int mode, const char **err);
bool os_write_file(Arena *a, const char *name, const void *data, size_t size, int mode, const char **err);
bool os_append_file(Arena *a, const char *name, const void *data, size_t size, const char **err);
bool os_write_at(Arena *a, const char *name, uint64_t offset, const void *data, size_t size, const char **err);
bool os_write_fd(int fd, const void *data, size_t size); /* 1 standard output, 2 standard error */
bool os_read_fd(int fd, Buf *out);                       /* to end of file */
bool os_copy_file(Arena *a, const char *from, const char *to, int mode, const char **err);
bool os_rename(Arena *a, const char *from, const char *to, const char **err);
bool os_remove(const char *name);     /* regular files and symbolic links only */
bool os_remove_all(const char *name); /* a tree; true when it is gone */
bool os_mkdir_all(Arena *a, const char *name, const char **err);
bool os_mkdtemp(Arena *a, const char *prefix, char **name, const char **err); /* prefix "/tmp/go-build" */

typedef struct OsStat {
    bool exists, regular, dir, symlink, executable;
    uint64_t size, dev, ino;
    int64_t mtime_ns, ctime_ns; /* since 1970: of the contents; of contents, name or rights */
} OsStat;

OsStat os_stat(const char *name);  /* follows links, but says whether name is one */
bool os_writable_dir(const char *name);
char **os_read_dir(Arena *a, const char *name, size_t *count, const char **err); /* sorted names without . and ..; NULL on error */
char *os_getcwd(Arena *a);
char *os_realpath(Arena *a, const char *name);       /* NULL when it does not exist */
char *os_executable(Arena *a);                       /* path of this program */
const char *os_getenv(const char *name);             /* NULL when unset */
int os_ncpu(void);                                   /* by affinity */
int64_t os_nanotime(void);                           /* of a clock that never goes back */
int64_t os_clock(void);                              /* nanoseconds since 1970 */
int os_getpid(void);

/* Runs argv[0] (found in PATH when it has no slash) in dir (NULL: here) with
 * env (NULL: ours), standard output and error into out (NULL: inherited).
 * Returns the exit status, 128 + N for signal N, -1 with *err when it could not start. */
int os_spawn(Arena *a, const char *const *argv, const char *const *env, const char *dir, Buf *out, const char **err);
int os_exec(const char *const *argv, const char *const *env); /* replaces this process; returns only on failure */
const char *const *os_environ(void);

/* Zeroed memory of at least *size bytes, in large pages where the system has them; *size becomes what it is. NULL on failure. */
void *os_map_pages(size_t *size);
void os_unmap_pages(void *p, size_t size);

/* Runs work(arg, i) for i in [0, n) on up to threads threads, taking i in
 * order; returns when all are done. */
void os_parallel(int threads, size_t n, void (*work)(void *arg, size_t i), void *arg);

/* Runs work(arg) on a stack of the given size, for deep recursion over input. */
void os_with_stack(size_t size, void (*work)(void *arg), void *arg);

/* Holds an exclusive advisory lock on a file between the two calls; -1 on failure. */
int os_lock_file(const char *name);
void os_unlock_file(int lock);

/* Path arithmetic, on text only. */
char *path_join(Arena *a, const char *dir, const char *name); /* cleaned */
char *path_clean(Arena *a, const char *path);
const char *path_base(const char *path); /* points into path */
char *path_dir(Arena *a, const char *path);
bool path_is_abs(const char *path);
/* The name that objects record: absolute, rewritten by the first of trimpath's
 * rules that fits, "from=>to;from2=>to2"; trimpath may be NULL. */
const char *path_recorded(Arena *a, const char *trimpath, const char *name);

#endif
