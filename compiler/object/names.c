/* names.c - what descriptors refer to by offset: names, package paths, masks.
 *
 *   Name: flags, uvarint length, text, [uvarint length, tag], [4-byte offset of the package path] */
#include "compiler/object/object.h"

#include <stdlib.h>

#include "base/sha256.h"

enum { NameExported = 1, NameTag = 2, NamePkgPath = 4, NameEmbedded = 8 };

/* type:.namedata.Name. or name- ; what else it has follows: ";e" embedded,
 * ";p=" package path, ";t=" tag to the end.  Names hold no semicolon, and
 * type strings, which do, begin with a star and have nothing else. */
static const char *name_of_name(Ir *ir, const NameData *n)
{
    Buf b = {0};
    buf_printf(&b, "%s%c", n->name, n->exported ? '.' : '-');
    if (n->embedded)
        buf_puts(&b, ";e");
    if (n->pkg)
        buf_printf(&b, ";p=%s", n->pkg->path);
    if (n->tag_len) {
        buf_puts(&b, ";t=");
        buf_write(&b, n->tag, n->tag_len);
    }
    const char *s = content_name(ir, "type:.namedata.", b.data, b.len);
    if (s[strlen(s) - 1] != b.data[b.len - 1] && b.len == strlen(n->name) + 1) /* hashed: the linker reads the last byte */
        s = arena_printf(ir->arena, "%s%c", s, b.data[b.len - 1]);
    buf_free(&b);
    return s;
}

LSym *name_sym(Ir *ir, const NameData *n)
{
    LSym *s = data_sym(ir, name_of_name(ir, n));
    if (s->flags & SymDefined)
        return s;
    Buf b = {0};
    buf_u8(&b, (uint8_t)((n->exported ? NameExported : 0) | (n->tag_len ? NameTag : 0) | (n->pkg ? NamePkgPath : 0) |
                         (n->embedded ? NameEmbedded : 0)));
    buf_uleb(&b, strlen(n->name));
    buf_puts(&b, n->name);
    if (n->tag_len) {
        buf_uleb(&b, n->tag_len);
        buf_write(&b, n->tag, n->tag_len);
    }
    obj_new_data(s, SymType, SymDupok, 1);
    obj_put_bytes(s, 0, b.data, b.len);
    if (n->pkg)
        obj_put_off32(s, b.len, pkgpath_sym(ir, n->pkg), 0);
    buf_free(&b);
    return s;
}

LSym *plain_name_sym(Ir *ir, const char *name, bool exported)
{
    return name_sym(ir, &(NameData){.name = name, .exported = exported});
}

LSym *pkgpath_sym(Ir *ir, Package *p)
{
    if (!p)
        return NULL;
    LSym *s = data_sym(ir, arena_printf(ir->arena, "type:.importpath.%s.", p->path));
    if (!(s->flags & SymDefined)) {
        Buf b = {0};
        buf_u8(&b, 0);
        buf_uleb(&b, strlen(p->path));
        buf_puts(&b, p->path);
        obj_new_data(s, SymType, SymDupok, 1);
        obj_put_bytes(s, 0, b.data, b.len);
        buf_free(&b);
    }
    return s;
}

/* One bit a word up to the last pointer. */
LSym *mask_sym(Ir *ir, Type *t)
{
    size_t n = (size_t)(type_ptrbytes(t) / 8 + 7) / 8;
    uint8_t *mask = xcalloc(n + 1, 1);
    type_ptrmask(t, 0, mask);
    Buf hex = {0};
    for (size_t i = 0; i < n; i++)
        buf_printf(&hex, "%02x", mask[i]);
    LSym *s = data_sym(ir, content_name(ir, "runtime.gcbits.", hex.data, hex.len));
    if (!(s->flags & SymDefined)) {
        obj_new_data(s, SymType, SymDupok, 8);
        obj_put_bytes(s, 0, mask, n);
        obj_set_size(s, (n + 7) & ~(size_t)7);
    }
    buf_free(&hex);
    free(mask);
    return s;
}
