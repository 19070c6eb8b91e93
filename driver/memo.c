/* memo.c - what earlier builds found out about files that have not changed.
 *
 * A build needs to know of each directory of the library which files belong to
 * the package, what they import and what the hash of their contents is, and of
 * each cached archive that its contents are what its name says.  That is
 * the reading and hashing of megabytes, for the same answers each time.  So the
 * answers are kept in <cache>/files-TREE, beside the stamps of the files they come
 * from: device, inode, size, times of modification and of change.  An answer
 * counts while all its stamps are the same; the time of change cannot be set,
 * so a file that is edited and dressed up as the old one is noticed.
 *
 * A file that changed a moment ago may change again within the same tick of the
 * clock: what is younger than Settled is not kept.  The file ends with a hash
 * of itself; one that is damaged counts as absent.  It is replaced as a whole,
 * and of two builds that do so at once one loses some answers.
 *
 *   dir STAMP NAME HASH NFILES NIMPORTS DIRECTORY
 *   file STAMP KIND NAME                   in the order of names
 *   import LINE COLUMN FILE PATH           FILE: number of a file above
 *   made STAMP ACTION BUILDID ARCHIVE
 *   sum HASH */
#include <inttypes.h>

#include "base/sha256.h"
#include "driver/driver.h"

static const int64_t settled_ns = 2000000000; /* coarse clocks and file systems tick in less */

enum { MaxOthers = 200 }; /* answers kept beside those that this build asked for: the file is read each time */

static const char head[] = "ggo files 1\n";

/* ---- Stamps ---- */

static bool stamp_of(const char *name, Stamp *out)
{
    OsStat st = os_stat(name);
    *out = (Stamp){st.dev, st.ino, st.size, st.mtime_ns, st.ctime_ns};
    return st.exists;
}

static bool same_stamp(const Stamp *a, const Stamp *b)
{
    return a->dev == b->dev && a->ino == b->ino && a->size == b->size && a->mtime == b->mtime && a->ctime == b->ctime;
}

static bool unchanged(const char *name, const Stamp *old)
{
    Stamp now;
    return stamp_of(name, &now) && same_stamp(&now, old);
}

static bool settled(const Memo *m, const Stamp *s)
{
    return s->mtime < m->start - settled_ns && s->ctime < m->start - settled_ns;
}

/* ---- Reading ---- */

/* The rest of the file; words end at a space, the last of a line at its end. */
typedef struct Cursor {
    char *p, *end;
    bool bad;
} Cursor;

static char *word(Cursor *c, char until)
{
    char *start = c->p, *stop = c->p < c->end ? memchr(c->p, until, (size_t)(c->end - c->p)) : NULL;
    if (!stop || memchr(start, until == ' ' ? '\n' : 0, (size_t)(stop - start))) {
        c->bad = true;
        return "";
    }
    *stop = 0;
    c->p = stop + 1;
    return start;
}

static uint64_t number(Cursor *c, char until)
{
    uint64_t v = 0;
    const char *s = word(c, until);
    c->bad |= !*s;
    for (; *s; s++) {
        int digit = *s >= '0' && *s <= '9' ? *s - '0' : *s >= 'a' && *s <= 'f' ? *s - 'a' + 10 : -1;
        c->bad |= digit < 0;
        v = v << 4 | (unsigned)(digit & 15);
    }
    return v;
}

static Stamp read_stamp(Cursor *c)
{
    Stamp s;
    s.dev = number(c, ' ');
    s.ino = number(c, ' ');
    s.size = number(c, ' ');
    s.mtime = (int64_t)number(c, ' ');
    s.ctime = (int64_t)number(c, ' ');
    return s;
}

static void read_sum(Cursor *c, uint8_t sum[32])
{
    const char *s = word(c, ' ');
    if (strlen(s) != 64) {
        c->bad = true;
        return;
    }
    for (int i = 0; i < 64; i++) {
        int digit = s[i] >= 'a' ? s[i] - 'a' + 10 : s[i] - '0';
        c->bad |= digit < 0 || digit > 15;
        sum[i / 2] = (uint8_t)(sum[i / 2] << 4 | (digit & 15));
    }
}

static bool expect(Cursor *c, const char *what) { return !c->bad && strcmp(word(c, ' '), what) == 0 && !c->bad; }

static void read_dir_answer(Memo *m, Cursor *c)
{
    DirAnswer *d = NEW(m->arena, DirAnswer);
    d->stamp = read_stamp(c);
    d->name = word(c, ' ');
    read_sum(c, d->hash);
    d->nfiles = number(c, ' ');
    d->nimports = number(c, ' ');
    d->dir = word(c, '\n');
    size_t left = (size_t)(c->end - c->p);
    if (c->bad || d->nfiles > left || d->nimports > left) {
        c->bad = true;
        return;
    }
    d->files = NEW_ARRAY(m->arena, FileAnswer, d->nfiles + 1);
    d->imports = NEW_ARRAY(m->arena, Import, d->nimports + 1);
    for (size_t i = 0; i < d->nfiles && !c->bad; i++) {
        c->bad |= !expect(c, "file");
        d->files[i].stamp = read_stamp(c);
        d->files[i].kind = *word(c, ' ');
        d->files[i].name = word(c, '\n');
    }
    for (size_t i = 0; i < d->nimports && !c->bad; i++) {
        c->bad |= !expect(c, "import");
        d->imports[i].line = (int)number(c, ' ');
        d->imports[i].col = (int)number(c, ' ');
        size_t file = number(c, ' ');
        c->bad |= file >= d->nfiles;
        d->imports[i].file = c->bad ? "" : d->files[file].name;
        d->imports[i].path = word(c, '\n');
    }
    map_put_str(&m->dirs, d->dir, d);
}

static void read_made_answer(Memo *m, Cursor *c)
{
    MadeAnswer *a = NEW(m->arena, MadeAnswer);
    a->stamp = read_stamp(c);
    a->action = word(c, ' ');
    a->build_id = word(c, ' ');
    a->archive = word(c, '\n');
    map_put_str(&m->made, a->action, a);
}

static bool has_sum(const char *text, size_t n)
{
    enum { Tail = 4 + 64 + 1 };
    uint8_t sum[32];
    char line[4 + 65];
    if (n < sizeof head - 1 + Tail || memcmp(text, head, sizeof head - 1) != 0)
        return false;
    sha256(text, n - Tail, sum);
    memcpy(line, "sum ", 4);
    cache_hex(sum, line + 4);
    line[Tail - 1] = '\n';
    return memcmp(line, text + n - Tail, Tail) == 0;
}

static void read_answers(Memo *m, const char *file)
{
    OsFile f;
    if (!os_read_file(m->arena, file, &f, NULL))
        return;
    if (has_sum(f.data, f.size)) {
        char *text = arena_strndup(m->arena, f.data, f.size);
        Cursor c = {text + sizeof head - 1, text + f.size, false};
        while (!c.bad && c.p < c.end) {
            const char *kind = word(&c, ' ');
            if (strcmp(kind, "dir") == 0)
                read_dir_answer(m, &c);
            else if (strcmp(kind, "made") == 0)
                read_made_answer(m, &c);
            else
                break; /* sum */
        }
        if (c.bad) {
            map_free(&m->dirs);
            map_free(&m->made);
        }
    }
    os_close_file(&f);
}

/* One for each tree that ggo stands in, so that two of them do not push out each other's answers. */
static const char *memo_file(const Env *e)
{
    uint8_t sum[32];
    char name[65];
    sha256(e->goroot, strlen(e->goroot), sum);
    cache_hex(sum, name);
    return arena_printf(e->arena, "%s/" MemoName "%.8s", e->cache, name);
}

Memo *memo_open(const Env *e)
{
    Memo *m = NEW(e->arena, Memo);
    m->arena = e->arena;
    m->start = os_clock();
    m->open = e->cache && !cache_is_own(e);
    if (m->open)
        read_answers(m, memo_file(e));
    return m;
}

/* ---- Asking ---- */

const DirAnswer *memo_dir(Memo *m, const char *dir)
{
    DirAnswer *d = map_get_str(&m->dirs, dir);
    if (!d || !unchanged(dir, &d->stamp))
        return NULL;
    for (size_t i = 0; i < d->nfiles; i++)
        if (!unchanged(path_join(m->arena, dir, d->files[i].name), &d->files[i].stamp))
            return NULL;
    d->asked = true;
    return d;
}

const MadeAnswer *memo_made(const Memo *m, const char *action)
{
    MadeAnswer *a = map_get_str(&m->made, action);
    if (!a || !unchanged(a->archive, &a->stamp))
        return NULL;
    atomic_store(&a->asked, true);
    return a;
}

/* ---- Adding ---- */

DirAnswer *memo_new_dir(Memo *m, const char *dir)
{
    DirAnswer *d = NEW(m->arena, DirAnswer);
    d->dir = dir;
    d->unfit = !m->open || !stamp_of(dir, &d->stamp) || !settled(m, &d->stamp) || strchr(dir, '\n');
    return d;
}

void memo_file_read(Memo *m, DirAnswer *d, const char *file)
{
    FileAnswer *f = &d->files[d->nfiles++];
    f->name = file;
    f->kind = '-';
    if (!d->unfit)
        d->unfit = !stamp_of(path_join(m->arena, d->dir, file), &f->stamp) || !settled(m, &f->stamp) || strchr(file, '\n');
}

void memo_add_dir(Memo *m, DirAnswer *d)
{
    if (d->unfit)
        return;
    d->asked = m->changed = true;
    map_put_str(&m->dirs, d->dir, d);
}

MadeAnswer *memo_new_made(const Memo *m, Arena *a, const char *archive)
{
    MadeAnswer *made = NEW(a, MadeAnswer);
    made->archive = archive;
    return m->open && stamp_of(archive, &made->stamp) && settled(m, &made->stamp) && !strchr(archive, '\n') ? made : NULL;
}

void memo_add_made(Memo *m, const MadeAnswer *made)
{
    MadeAnswer *copy = NEW(m->arena, MadeAnswer);
    copy->stamp = made->stamp;
    copy->action = arena_strdup(m->arena, made->action);
    copy->build_id = arena_strdup(m->arena, made->build_id);
    copy->archive = arena_strdup(m->arena, made->archive);
    atomic_store(&copy->asked, true);
    map_put_str(&m->made, copy->action, copy);
    m->changed = true;
}

/* ---- Writing ---- */

static void put_stamp(Buf *b, const Stamp *s)
{
    buf_printf(b, "%" PRIx64 " %" PRIx64 " %" PRIx64 " %" PRIx64 " %" PRIx64 " ", s->dev, s->ino, s->size, (uint64_t)s->mtime, (uint64_t)s->ctime);
}

static void put_sum(Buf *b, const uint8_t sum[32])
{
    char text[65];
    cache_hex(sum, text);
    buf_puts(b, text);
}

static size_t file_number(const DirAnswer *d, const char *name)
{
    size_t i = 0;
    while (i < d->nfiles && strcmp(d->files[i].name, name) != 0)
        i++;
    return i;
}

static void put_dir(Buf *b, const DirAnswer *d)
{
    buf_puts(b, "dir ");
    put_stamp(b, &d->stamp);
    buf_printf(b, "%s ", d->name);
    put_sum(b, d->hash);
    buf_printf(b, " %zx %zx %s\n", d->nfiles, d->nimports, d->dir);
    for (size_t i = 0; i < d->nfiles; i++) {
        buf_puts(b, "file ");
        put_stamp(b, &d->files[i].stamp);
        buf_printf(b, "%c %s\n", d->files[i].kind, d->files[i].name);
    }
    for (size_t i = 0; i < d->nimports; i++)
        buf_printf(b, "import %x %x %zx %s\n", (unsigned)d->imports[i].line, (unsigned)d->imports[i].col, file_number(d, d->imports[i].file),
                   d->imports[i].path);
}

static void put_made(Buf *b, const MadeAnswer *a)
{
    buf_puts(b, "made ");
    put_stamp(b, &a->stamp);
    buf_printf(b, "%s %s %s\n", a->action, a->build_id, a->archive);
}

/* At most max answers that were asked for, or that were not; the latest stand in front. */
static void put_answers(Buf *b, const Memo *m, bool asked, size_t max)
{
    size_t n = 0;
    for (size_t i = 0; i < m->dirs.count && n < max; i++) {
        const DirAnswer *d = m->dirs.entries[i].value;
        if (d->asked == asked)
            put_dir(b, d), n++;
    }
    for (size_t i = 0; i < m->made.count && n < max; i++) {
        MadeAnswer *a = m->made.entries[i].value;
        if (atomic_load(&a->asked) == asked)
            put_made(b, a), n++;
    }
}

void memo_close(Memo *m, const Env *e)
{
    if (m->changed) {
        Buf b = {0};
        buf_puts(&b, head);
        put_answers(&b, m, true, SIZE_MAX);
        put_answers(&b, m, false, MaxOthers);
        uint8_t sum[32];
        sha256(b.data, b.len, sum);
        buf_puts(&b, "sum ");
        put_sum(&b, sum);
        buf_putc(&b, '\n');
        if (os_mkdir_all(m->arena, e->cache, NULL))
            os_write_file(m->arena, memo_file(e), b.data, b.len, 0644, NULL);
        buf_free(&b);
    }
    map_free(&m->dirs);
    map_free(&m->made);
}
