/* typelink.c - lists of descriptors that the runtime reads at start-up.
 *
 * runtime.typelink: offsets of the unnamed types that reflection may look
 * for, sorted by their strings, so that it can search.  runtime.itablink: the
 * itabs made by the compiler, for the runtime's table of itabs. */
#include "link.h"

/* Offsets in a type descriptor (FORMATS: "Type descriptors"). */
enum { TypeTFlag = 20, TypeStr = 40, TypeSize = 48, TFlagExtraStar = 2 };

typedef struct Link {
    Sym *type;
    const char *str; /* the type's string */
    size_t len;
} Link;

/* A name is a flag byte, a uvarint length, and the text. */
static bool read_name(const Sym *name, const char **str, size_t *len)
{
    uint64_t n = 0;
    size_t at = 1;
    for (unsigned shift = 0; at < name->size && shift < 28; shift += 7) {
        uint8_t b = (uint8_t)name->data[at++];
        n |= (uint64_t)(b & 0x7f) << shift;
        if (b < 0x80)
            break;
    }
    if (n > name->size - at)
        return false;
    *str = name->data + at;
    *len = (size_t)n;
    return true;
}

static bool type_string(const Sym *type, Link *out)
{
    const Sym *name = type->size >= TypeSize ? rel_at(type, TypeStr, NULL) : NULL;
    if (!name || !name->data || name->size < 2 || !read_name(name, &out->str, &out->len))
        return false;
    if ((type->data[TypeTFlag] & TFlagExtraStar) && out->len > 0) {
        out->str++;
        out->len--;
    }
    return true;
}

static int by_string(const void *a, const void *b)
{
    const Link *x = a, *y = b;
    int d = memcmp(x->str, y->str, x->len < y->len ? x->len : y->len);
    if (d == 0 && x->len != y->len)
        d = x->len < y->len ? -1 : 1;
    return d ? d : strcmp(x->type->name, y->type->name);
}

static uint32_t data_flags(const Sym *s)
{
    GoDataRec d;
    if (!s->has_data)
        return 0;
    memcpy(&d, s->obj->sec[SecIdGoData].data + (size_t)s->data_rec * sizeof d, sizeof d);
    return d.flags;
}

static void list_types(LinkCtx *c)
{
    const SymList *types = &c->lists[SymType];
    Link *links = NULL;
    size_t n = 0, cap = 0;
    for (size_t i = 0; i < types->count; i++) {
        Link l = {.type = types->items[i]};
        if (!(data_flags(l.type) & GoDataTypelink))
            continue;
        if (!type_string(l.type, &l)) {
            link_error(c, "%s: type descriptor is damaged", l.type->name);
            break;
        }
        vec_push(links, n, cap, l);
    }
    if (n > 0)
        qsort(links, n, sizeof *links, by_string);
    for (size_t i = 0; i < n; i++)
        vec_push(c->typelinks.items, c->typelinks.count, c->typelinks.cap, links[i].type);
    free(links);
}

void typelink(LinkCtx *c)
{
    list_types(c);
    const SymList *data = &c->lists[SymRodata];
    for (size_t i = 0; i < data->count; i++)
        if (data_flags(data->items[i]) & GoDataItab)
            vec_push(c->itabs.items, c->itabs.count, c->itabs.cap, data->items[i]);
    resize_sym(c, "runtime.typelink", 4 * c->typelinks.count);
    resize_sym(c, "runtime.itablink", 8 * c->itabs.count);
}
