/* os.c - files, processes, memory and threads on POSIX. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* environ, MAP_ANONYMOUS, madvise, pipe2, vfork */
#endif
#include "os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Go prints errno texts in lower case. */
static bool fail(Arena *a, const char **err, const char *verb, const char *name)
{
    if (err) {
        char *text = arena_printf(a, "%s %s: %s", verb, name, strerror(errno));
        char *reason = text + strlen(verb) + strlen(name) + 3;
        if (reason[0] >= 'A' && reason[0] <= 'Z' && !(reason[1] >= 'A' && reason[1] <= 'Z'))
            reason[0] = (char)(reason[0] - 'A' + 'a');
        *err = text;
    }
    return false;
}

static bool read_all(int fd, Buf *out)
{
    for (;;) {
        buf_reserve(out, 64 << 10);
        ssize_t n = read(fd, out->data + out->len, out->cap - out->len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        out->len += (size_t)n;
    }
}

/* The rest of a regular file of which size bytes are expected. */
static bool read_sized(int fd, Buf *out, size_t size)
{
    buf_reserve(out, size + 1);
    while (out->len < size) {
        ssize_t n = read(fd, out->data + out->len, size - out->len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        out->len += (size_t)n;
    }
    return true;
}

bool os_read_file(Arena *a, const char *name, OsFile *out, const char **err)
{
    *out = (OsFile){.data = ""};
    int fd = open(name, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(a, err, "open", name);
    struct stat st;
    if (fstat(fd, &st) < 0 || S_ISDIR(st.st_mode)) {
        if (S_ISDIR(st.st_mode))
            errno = EISDIR;
        fail(a, err, "read", name);
        close(fd);
        return false;
    }
    if (S_ISREG(st.st_mode) && st.st_size >= 16 << 10) {
        void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (p != MAP_FAILED) {
            *out = (OsFile){.data = p, .size = (size_t)st.st_size, .mapped = true};
            close(fd);
            return true;
        }
    }
    Buf b = {0};
    bool ok = S_ISREG(st.st_mode) && st.st_size > 0 ? read_sized(fd, &b, (size_t)st.st_size) : read_all(fd, &b);
    if (!ok) {
        fail(a, err, "read", name);
        buf_free(&b);
    } else {
        buf_str(&b);
        *out = (OsFile){.data = b.data, .size = b.len, .heap = b.data};
    }
    close(fd);
    return ok;
}

void os_close_file(OsFile *f)
{
    if (f->mapped)
        munmap((void *)(uintptr_t)f->data, f->size);
    else
        free(f->heap);
    *f = (OsFile){0};
}

bool os_write_fd(int fd, const void *data, size_t size)
{
    const char *p = data;
    while (size) {
        ssize_t n = write(fd, p, size);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        p += n;
        size -= (size_t)n;
    }
    return true;
}

bool os_read_fd(int fd, Buf *out) { return read_all(fd, out); }

static bool write_and_close(int fd, const OsPiece *pieces, size_t n)
{
    bool ok = true;
    for (size_t i = 0; i < n && ok; i++)
        ok = os_write_fd(fd, pieces[i].data, pieces[i].size);
    int saved = errno;
    if (close(fd) < 0 && ok)
        return false;
    errno = saved;
    return ok;
}

/* Follows symbolic links first, so that the file behind a link is replaced
 * and not the link. */
bool os_write_pieces(Arena *a, const char *name, const OsPiece *pieces, size_t n, int mode, const char **err)
{
    struct stat st;
    bool exists = stat(name, &st) == 0;
    if (exists && !S_ISREG(st.st_mode)) {
        int fd = open(name, O_WRONLY | O_CLOEXEC);
        if (fd < 0)
            return fail(a, err, "open", name);
        return write_and_close(fd, pieces, n) || fail(a, err, "write", name);
    }
    char *target = exists ? os_realpath(a, name) : NULL;
    if (!target)
        target = arena_strdup(a, name);
    char *temp = arena_printf(a, "%s.%d.tmp", target, os_getpid());
    int fd = open(temp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (fd < 0)
        return fail(a, err, "open", name);
    if (!write_and_close(fd, pieces, n)) {
        fail(a, err, "write", name);
        unlink(temp);
        return false;
    }
    if (rename(temp, target) < 0) {
        fail(a, err, "open", name);
        unlink(temp);
        return false;
    }
    return true;
}

bool os_write_file(Arena *a, const char *name, const void *data, size_t size, int mode, const char **err)
{
    return os_write_pieces(a, name, &(OsPiece){data, size}, 1, mode, err);
}

bool os_append_file(Arena *a, const char *name, const void *data, size_t size, const char **err)
{
    int fd = open(name, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (fd < 0)
        return fail(a, err, "open", name);
    return write_and_close(fd, &(OsPiece){data, size}, 1) || fail(a, err, "write", name);
}

bool os_write_at(Arena *a, const char *name, uint64_t offset, const void *data, size_t size, const char **err)
{
    int fd = open(name, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(a, err, "open", name);
    bool ok = pwrite(fd, data, size, (off_t)offset) == (ssize_t)size;
    if (!ok)
        fail(a, err, "write", name);
    close(fd);
    return ok;
}

bool os_copy_file(Arena *a, const char *from, const char *to, int mode, const char **err)
{
    OsFile f;
    if (!os_read_file(a, from, &f, err))
        return false;
    bool ok = os_write_file(a, to, f.data, f.size, mode, err);
    os_close_file(&f);
    return ok;
}

bool os_rename(Arena *a, const char *from, const char *to, const char **err)
{
    return rename(from, to) == 0 || fail(a, err, "rename", to);
}

bool os_remove(const char *name)
{
    struct stat st;
    return lstat(name, &st) == 0 && (S_ISREG(st.st_mode) || S_ISLNK(st.st_mode)) && unlink(name) == 0;
}

bool os_remove_all(const char *name)
{
    struct stat st;
    if (lstat(name, &st) < 0)
        return errno == ENOENT;
    if (!S_ISDIR(st.st_mode))
        return unlink(name) == 0;
    Arena a = {0};
    size_t n = 0;
    char **names = os_read_dir(&a, name, &n, NULL);
    bool ok = names != NULL;
    for (size_t i = 0; i < n; i++)
        ok = os_remove_all(path_join(&a, name, names[i])) && ok;
    arena_free(&a);
    return rmdir(name) == 0 && ok;
}

bool os_mkdir_all(Arena *a, const char *name, const char **err)
{
    char *path = arena_strdup(a, name);
    for (char *p = path + 1; *path; p++) {
        if (*p != '/' && *p != 0)
            continue;
        char c = *p;
        *p = 0;
        if (mkdir(path, 0777) < 0 && errno != EEXIST)
            return fail(a, err, "mkdir", path);
        *p = c;
        if (c == 0)
            break;
    }
    struct stat st;
    if (stat(name, &st) < 0)
        return fail(a, err, "mkdir", name);
    errno = ENOTDIR;
    return S_ISDIR(st.st_mode) || fail(a, err, "mkdir", name);
}

bool os_mkdtemp(Arena *a, const char *prefix, char **name, const char **err)
{
    *name = arena_printf(a, "%sXXXXXX", prefix);
    return mkdtemp(*name) != NULL || fail(a, err, "mkdir", prefix);
}

OsStat os_stat(const char *name)
{
    struct stat st;
    OsStat s = {0};
    if (lstat(name, &st) < 0)
        return s;
    s.symlink = S_ISLNK(st.st_mode);
    if (s.symlink && stat(name, &st) < 0)
        return s;
    s.exists = true;
    s.regular = S_ISREG(st.st_mode);
    s.dir = S_ISDIR(st.st_mode);
    s.executable = (st.st_mode & 0111) != 0;
    s.size = (uint64_t)st.st_size;
    s.dev = (uint64_t)st.st_dev;
    s.ino = (uint64_t)st.st_ino;
    s.mtime_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
    s.ctime_ns = (int64_t)st.st_ctim.tv_sec * 1000000000 + st.st_ctim.tv_nsec;
    return s;
}

bool os_writable_dir(const char *name) { return os_stat(name).dir && access(name, W_OK) == 0; }

static int by_name(const void *x, const void *y)
{
    return strcmp(*(char *const *)x, *(char *const *)y);
}

char **os_read_dir(Arena *a, const char *name, size_t *count, const char **err)
{
    DIR *d = opendir(name);
    *count = 0;
    if (!d) {
        fail(a, err, "open", name);
        return NULL;
    }
    char **names = NULL;
    size_t n = 0, cap = 0;
    for (struct dirent *e; (e = readdir(d));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            vec_push(names, n, cap, arena_strdup(a, e->d_name));
    closedir(d);
    char **out = arena_dup(a, names ? names : (char **)"", n * sizeof *names);
    free(names);
    qsort(out, n, sizeof *out, by_name);
    *count = n;
    return out;
}

/* As Go's os.Getwd: $PWD when it names the directory, so that symbolic links on
 * the way stay. */
char *os_getcwd(Arena *a)
{
    const char *pwd = getenv("PWD");
    struct stat here, there;
    if (pwd && pwd[0] == '/' && stat(".", &here) == 0 && stat(pwd, &there) == 0 && here.st_dev == there.st_dev && here.st_ino == there.st_ino)
        return arena_strdup(a, pwd);
    char *p = getcwd(NULL, 0);
    char *copy = arena_strdup(a, p ? p : ".");
    free(p);
    return copy;
}

char *os_realpath(Arena *a, const char *name)
{
    char *p = realpath(name, NULL);
    char *copy = p ? arena_strdup(a, p) : NULL;
    free(p);
    return copy;
}

char *os_executable(Arena *a) { return os_realpath(a, "/proc/self/exe"); }

const char *os_getenv(const char *name) { return getenv(name); }

int os_ncpu(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? 1 : (int)n;
}

int64_t os_nanotime(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t os_clock(void)
{
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int os_getpid(void) { return (int)getpid(); }

const char *const *os_environ(void) { return (const char *const *)environ; }

/* Finds argv[0] in PATH before forking, so that the child only calls execve. */
static char *find_program(Arena *a, const char *name)
{
    if (strchr(name, '/'))
        return arena_strdup(a, name);
    const char *path = getenv("PATH");
    for (const char *p = path ? path : ""; *p;) {
        size_t n = strcspn(p, ":");
        char *file = arena_printf(a, "%.*s/%s", (int)n, p, name);
        if (access(file, X_OK) == 0)
            return file;
        p += n + (p[n] == ':');
    }
    return NULL;
}

/* Our variables, but PWD says dir. */
static char **environ_in(Arena *a, const char *dir)
{
    size_t n = 0, kept = 0;
    while (environ[n])
        n++;
    char **vars = NEW_ARRAY(a, char *, n + 2);
    for (size_t i = 0; i < n; i++)
        if (strncmp(environ[i], "PWD=", 4) != 0)
            vars[kept++] = environ[i];
    vars[kept] = arena_printf(a, "PWD=%s", dir);
    return vars;
}

/* The child runs in our memory until it is another program, so it only makes
 * system calls; errno of one that failed is left in *error. */
static pid_t start_program(const char *program, char *const *argv, char *const *env, const char *dir, int out, volatile int *error)
{
    *error = 0;
    pid_t pid = vfork();
    if (pid == 0) {
        if (out >= 0) {
            dup2(out, 1);
            dup2(out, 2);
        }
        if (!dir || chdir(dir) == 0)
            execve(program, argv, env);
        *error = errno;
        _exit(127);
    }
    if (pid < 0)
        *error = errno;
    return pid;
}

/* The pipe is closed on exec: a program that another thread starts must not hold it open. */
int os_spawn(Arena *a, const char *const *argv, const char *const *env, const char *dir, Buf *out, const char **err)
{
    char *program = find_program(a, argv[0]);
    int output[2] = {-1, -1}, result = 0;
    volatile int error = 0;
    errno = ENOENT;
    if (!program || (out && pipe2(output, O_CLOEXEC) < 0)) {
        fail(a, err, "exec", argv[0]);
        return -1;
    }
    char *const *vars = env ? (char *const *)(uintptr_t)env : dir ? environ_in(a, dir) : environ;
    pid_t pid = start_program(program, (char *const *)(uintptr_t)argv, vars, dir, output[1], &error);
    if (out) {
        close(output[1]);
        if (pid > 0)
            read_all(output[0], out);
        close(output[0]);
    }
    if (pid > 0)
        while (waitpid(pid, &result, 0) < 0 && errno == EINTR)
            continue;
    if (error) {
        errno = error;
        fail(a, err, "exec", argv[0]);
        return -1;
    }
    return WIFSIGNALED(result) ? 128 + WTERMSIG(result) : WEXITSTATUS(result);
}

int os_exec(const char *const *argv, const char *const *env)
{
    execve(argv[0], (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)(env ? env : os_environ()));
    return -1;
}

enum { LargePage = 2 << 20 };

/* Large pages cost one fault where small ones cost 512; the system gives them for aligned memory only. */
void *os_map_pages(size_t *size)
{
    if (*size > SIZE_MAX / 2)
        return NULL;
    *size = (*size + LargePage - 1) & ~(size_t)(LargePage - 1);
    char *p = mmap(NULL, *size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED)
        return NULL;
    size_t skip = -(uintptr_t)p & (LargePage - 1);
    if (skip) {
        munmap(p, *size);
        p = mmap(NULL, *size + LargePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (p == MAP_FAILED)
            return NULL;
        skip = -(uintptr_t)p & (LargePage - 1);
        if (skip)
            munmap(p, skip);
        p += skip;
        if (skip < LargePage)
            munmap(p + *size, LargePage - skip);
    }
    (void)madvise(p, *size, MADV_HUGEPAGE);
    return p;
}

void os_unmap_pages(void *p, size_t size) { munmap(p, size); }

typedef struct Pool {
    pthread_mutex_t lock; /* protects next */
    size_t next, n;
    void (*work)(void *arg, size_t i);
    void *arg;
} Pool;

static void *pool_thread(void *arg)
{
    Pool *p = arg;
    for (;;) {
        pthread_mutex_lock(&p->lock);
        size_t i = p->next < p->n ? p->next++ : p->n;
        pthread_mutex_unlock(&p->lock);
        if (i == p->n)
            return NULL;
        p->work(p->arg, i);
    }
}

enum { MaxThreads = 64, ThreadStack = 64 << 20 };

void os_parallel(int threads, size_t n, void (*work)(void *arg, size_t i), void *arg)
{
    Pool pool = {.n = n, .work = work, .arg = arg};
    pthread_mutex_init(&pool.lock, NULL);
    if (threads > MaxThreads)
        threads = MaxThreads;
    if ((size_t)(threads < 0 ? 0 : threads) > n)
        threads = (int)n;
    pthread_t ids[MaxThreads];
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, ThreadStack);
    int started = 0;
    while (started < threads - 1 && pthread_create(&ids[started], &attr, pool_thread, &pool) == 0)
        started++;
    pool_thread(&pool); /* this thread is one of them */
    for (int i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
    pthread_attr_destroy(&attr);
    pthread_mutex_destroy(&pool.lock);
}

typedef struct StackCall {
    void (*work)(void *arg);
    void *arg;
} StackCall;

static void *stack_thread(void *arg)
{
    StackCall *c = arg;
    c->work(c->arg);
    return NULL;
}

void os_with_stack(size_t size, void (*work)(void *arg), void *arg)
{
    StackCall call = {work, arg};
    pthread_attr_t attr;
    pthread_t id;
    pthread_attr_init(&attr);
    bool ok = pthread_attr_setstacksize(&attr, size) == 0 && pthread_create(&id, &attr, stack_thread, &call) == 0;
    pthread_attr_destroy(&attr);
    if (ok)
        pthread_join(id, NULL);
    else
        work(arg);
}

int os_lock_file(const char *name)
{
    int fd = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd >= 0 && lockf(fd, F_LOCK, 0) < 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

void os_unlock_file(int lock)
{
    if (lock >= 0)
        close(lock);
}

bool path_is_abs(const char *path) { return path[0] == '/'; }

const char *path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *path_dir(Arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return arena_strdup(a, ".");
    return path_clean(a, arena_strndup(a, path, slash == path ? 1 : (size_t)(slash - path)));
}

/* Removes ".", empty elements and inner "..", as Go's path.Clean. */
char *path_clean(Arena *a, const char *path)
{
    bool rooted = path[0] == '/';
    size_t n = strlen(path), len = 0, floor = 0;
    char *out = arena_alloc(a, n + 2);
    if (rooted)
        out[len++] = '/', floor = 1;
    for (const char *p = path; *p;) {
        size_t w = strcspn(p, "/");
        bool dotdot = w == 2 && p[0] == '.' && p[1] == '.';
        if (dotdot && len > floor) {
            while (len > floor && out[--len] != '/')
                continue;
        } else if (dotdot && !rooted) {
            if (len > 0)
                out[len++] = '/';
            memcpy(out + len, "..", 2);
            floor = len += 2;
        } else if (w > 0 && !(w == 1 && p[0] == '.') && !dotdot) {
            if (len > (rooted ? 1u : 0u))
                out[len++] = '/';
            memcpy(out + len, p, w);
            len += w;
        }
        p += w + (p[w] == '/');
    }
    if (len == 0)
        out[len++] = '.';
    out[len] = 0;
    return out;
}

char *path_join(Arena *a, const char *dir, const char *name)
{
    return path_clean(a, *dir ? arena_printf(a, "%s/%s", dir, name) : name);
}

const char *path_recorded(Arena *a, const char *trimpath, const char *name)
{
    char *full = path_is_abs(name) ? path_clean(a, name) : path_join(a, os_getcwd(a), name);
    for (const char *rule = trimpath; rule && *rule;) {
        const char *end = strchr(rule, ';'), *arrow = strstr(rule, "=>");
        size_t n = end ? (size_t)(end - rule) : strlen(rule);
        size_t from = arrow && arrow < rule + n ? (size_t)(arrow - rule) : n;
        if (from && strncmp(full, rule, from) == 0 && (full[from] == '/' || full[from] == 0)) {
            const char *rest = full + from;
            size_t to = from < n ? n - from - 2 : 0;
            if (to == 0)
                return rest[0] == '/' ? rest + 1 : rest;
            return arena_printf(a, "%.*s%s", (int)to, arrow + 2, rest);
        }
        rule += n + (end != NULL);
    }
    return full;
}
