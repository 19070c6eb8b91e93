/* buildinfo.c - how the program was built: .go.buildinfo and the two notes
 * (FORMATS: "Build ids"). */
#include "link.h"

#include "../base/sha256.h"

enum { NoteGo = 4, NoteGnuBuildID = 3, GnuBuildIDSize = 20 };

static void make_note(Buf *out, const char *name, uint32_t type, const void *desc, size_t n)
{
    buf_u32(out, 4);
    buf_u32(out, (uint32_t)n);
    buf_u32(out, type);
    buf_write(out, name, 4);
    buf_write(out, desc, n);
    buf_align(out, 4);
}

/* 0x0123...: the bytes of the note.  options.c has checked the digits. */
static void parse_hex(const char *s, Buf *out)
{
    for (s += 2; *s; s += 2) {
        char digits[3] = {s[0], s[1], 0};
        buf_u8(out, (uint8_t)strtoul(digits, NULL, 16));
    }
}

static void gnu_note(LinkCtx *c)
{
    const char *id = c->opt.gnu_buildid;
    if (strcmp(id, "none") == 0 || (!*id && !*c->opt.buildid))
        return;
    Buf bytes = {0};
    if (*id && strcmp(id, "gobuildid") != 0) {
        parse_hex(id, &bytes);
    } else {
        uint8_t sum[32];
        sha256(c->opt.buildid, strlen(c->opt.buildid), sum);
        sum[0] ^= 0xff; /* an id of its own, though it follows from the other */
        buf_write(&bytes, sum, GnuBuildIDSize);
    }
    make_note(&c->notes[OutNoteGnu], "GNU", NoteGnuBuildID, bytes.data, bytes.len);
    buf_free(&bytes);
}

void buildinfo(LinkCtx *c)
{
    static const char magic[16] = "\xff Go buildinf:\x08\x02";
    if (*c->opt.buildid)
        make_note(&c->notes[OutNoteGo], "Go\0", NoteGo, c->opt.buildid, strlen(c->opt.buildid));
    gnu_note(c);
    if (c->notes[0].len + c->notes[1].len > PageSize / 2)
        link_fatal(c, "build id is too long");
    Buf b = {0};
    buf_write(&b, magic, sizeof magic);
    buf_zero(&b, 16);
    buf_uleb(&b, strlen(c->opt.version));
    buf_puts(&b, c->opt.version);
    buf_uleb(&b, c->modinfo_size);
    buf_write(&b, c->modinfo, c->modinfo_size);
    buf_align(&b, 16);
    memcpy(resize_sym(c, "go:buildinfo", b.len)->made, b.data, b.len);
    buf_free(&b);
}
