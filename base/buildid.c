/* buildid.c - the build id of an executable or a package archive (FORMATS:
 * "Build ids").
 *
 * An id ends with the content id: a hash of the file in which every occurrence
 * of the id itself is zeros.  So a build writes the id with a placeholder at
 * the end, and buildid_write puts the content id there, which has the same
 * length. */
#include "buildid.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "elf.h"
#include "sha256.h"

enum { NoteSearch = 32 * 1024, ArchiveSearch = 1024, HashBytes = 15 };

typedef struct Range {
    uint64_t at, size;
} Range;

static bool within(uint64_t off, uint64_t size, uint64_t total) { return off <= total && size <= total - off; }

/* The note's description, in a segment of notes. */
static bool id_in_notes(const char *p, size_t n, const char **id, size_t *len)
{
    Elf64Nhdr h;
    while (n >= sizeof h) {
        memcpy(&h, p, sizeof h);
        uint64_t name = ((uint64_t)h.namesz + 3) & ~3ull, desc = ((uint64_t)h.descsz + 3) & ~3ull;
        if (!within(sizeof h, name + desc, n))
            return false;
        if (h.type == 4 && h.namesz == 4 && memcmp(p + sizeof h, "Go\0", 4) == 0) {
            *id = p + sizeof h + name;
            *len = h.descsz;
            return true;
        }
        p += sizeof h + name + desc;
        n -= sizeof h + name + desc;
    }
    return false;
}

static bool id_of_elf(const OsFile *f, const char **id, size_t *len)
{
    Elf64Ehdr eh;
    if (f->size < sizeof eh)
        return false;
    memcpy(&eh, f->data, sizeof eh);
    if (eh.phentsize != sizeof(Elf64Phdr) || !within(eh.phoff, (uint64_t)eh.phnum * sizeof(Elf64Phdr), f->size))
        return false;
    for (int i = 0; i < eh.phnum; i++) {
        Elf64Phdr ph;
        memcpy(&ph, f->data + eh.phoff + (size_t)i * sizeof ph, sizeof ph);
        if (ph.type == PtNote && ph.offset < NoteSearch && within(ph.offset, ph.filesz, f->size) &&
            id_in_notes(f->data + ph.offset, ph.filesz, id, len))
            return true;
    }
    return false;
}

/* Line 2 of __.PKGDEF: build id "..." */
static bool id_of_archive(const OsFile *f, const char **id, size_t *len)
{
    static const char key[] = "\nbuild id \"";
    size_t n = f->size < ArchiveSearch ? f->size : ArchiveSearch, k = strlen(key);
    for (size_t i = 0; i + k < n; i++) {
        if (memcmp(f->data + i, key, k) != 0)
            continue;
        const char *start = f->data + i + k, *end = memchr(start, '"', f->size - i - k);
        if (!end)
            return false;
        *id = start;
        *len = (size_t)(end - start);
        return true;
    }
    return false;
}

bool buildid_find(const OsFile *f, const char **id, size_t *len)
{
    *id = "";
    *len = 0;
    if (f->size >= 4 && memcmp(f->data, "\177ELF", 4) == 0)
        return id_of_elf(f, id, len);
    if (f->size >= 8 && memcmp(f->data, "!<arch>\n", 8) == 0)
        return id_of_archive(f, id, len);
    return false;
}

/* Where id occurs next, at or after at; f->size when nowhere. */
static size_t next_match(const OsFile *f, const char *id, size_t len, size_t at)
{
    while (at + len <= f->size) {
        const char *p = memchr(f->data + at, id[0], f->size - len + 1 - at);
        if (!p)
            break;
        at = (size_t)(p - f->data);
        if (memcmp(p, id, len) == 0)
            return at;
        at++;
    }
    return f->size;
}

/* 15 bytes of hash in base64, 20 characters. */
static void print_hash(const uint8_t *sum, char out[20])
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int i = 0; i < HashBytes; i += 3, out += 4) {
        uint32_t v = (uint32_t)sum[i] << 16 | (uint32_t)sum[i + 1] << 8 | sum[i + 2];
        for (int k = 0; k < 4; k++)
            out[k] = digits[v >> (18 - 6 * k) & 63];
    }
}

/* The bytes of GNU's build id, which follows from Go's and so cannot count;
 * an empty range at the end when there is none. */
static Range gnu_id(const OsFile *f)
{
    Range none = {f->size, 0};
    Elf64Ehdr eh;
    if (f->size < sizeof eh || memcmp(f->data, "\177ELF", 4) != 0)
        return none;
    memcpy(&eh, f->data, sizeof eh);
    Elf64Shdr names, sh;
    if (eh.shentsize != sizeof sh || !within(eh.shoff, (uint64_t)eh.shnum * sizeof sh, f->size) || eh.shstrndx >= eh.shnum)
        return none;
    memcpy(&names, f->data + eh.shoff + eh.shstrndx * sizeof sh, sizeof names);
    static const char wanted[] = ".note.gnu.build-id";
    for (int i = 1; i < eh.shnum; i++) {
        memcpy(&sh, f->data + eh.shoff + (size_t)i * sizeof sh, sizeof sh);
        if (sh.type == ShtNote && sh.size > 16 && within(sh.offset, sh.size, f->size) && within(names.offset, names.size, f->size) &&
            within(sh.name, sizeof wanted, names.size) && memcmp(f->data + names.offset + sh.name, wanted, sizeof wanted) == 0)
            return (Range){sh.offset + 16, sh.size - 16};
    }
    return none;
}

static void hash_zeros(Sha256 *h, size_t n)
{
    static const char zeros[256];
    for (; n > sizeof zeros; n -= sizeof zeros)
        sha256_write(h, zeros, sizeof zeros);
    sha256_write(h, zeros, n);
}

static void content_hash(const OsFile *f, Range gnu, const char *id, size_t len, char out[20])
{
    Sha256 h;
    uint8_t sum[32];
    sha256_init(&h);
    for (size_t at = 0; at < f->size;) {
        size_t m = next_match(f, id, len, at), n = m < f->size ? len : 0;
        if (gnu.at >= at && gnu.at < m) {
            m = gnu.at;
            n = gnu.size;
        }
        sha256_write(&h, f->data + at, m - at);
        hash_zeros(&h, n);
        at = m + n;
    }
    sha256_sum(&h, sum);
    print_hash(sum, out);
}

const char *buildid_write(Arena *a, const char *name, const OsFile *f, const char *found, size_t len)
{
    char content[20];
    const char *err = NULL, *id = arena_strndup(a, found, len), *slash = strrchr(id, '/');
    if (!slash)
        return arena_printf(a, "%s: build ID %s has no content ID", name, id);
    size_t tail = len - (size_t)(slash + 1 - id);
    content_hash(f, gnu_id(f), id, len, content);
    if (tail != sizeof content)
        return arena_printf(a, "%s: build ID %s has a content ID of another length", name, id);
    if (memcmp(slash + 1, content, sizeof content) == 0)
        return NULL;
    /* The matches first: the file may be mapped. */
    size_t *at = NULL, n = 0, cap = 0;
    for (size_t m = next_match(f, id, len, 0); m < f->size; m = next_match(f, id, len, m + len))
        vec_push(at, n, cap, m);
    for (size_t i = 0; i < n && !err; i++)
        os_write_at(a, name, at[i] + (len - tail), content, sizeof content, &err);
    free(at);
    return err;
}
