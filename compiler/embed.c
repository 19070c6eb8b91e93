/* embed.c - //go:embed: files become the values of variables.
 *
 * -embedcfg names a JSON file that the go command wrote:
 *
 *   {"Patterns": {"data": ["data/a", ...]}, "Files": {"data/a": "/path/of/data/a", ...}}
 *
 * A string or []byte takes one file.  An embed.FS is a pointer to a slice of
 * {name, data string; hash [16]byte}, sorted by directory, then name, with an
 * entry that ends in a slash for each directory. */
#include "compiler/compile.h"

#include <stdlib.h>

#include "base/os.h"
#include "base/sha256.h"
#include "base/utf8.h"

/* ---- the configuration ---- */

typedef struct Json {
    Compile *c;
    const char *p, *end;
    bool bad;
} Json;

/* Pattern -> names; name -> path (one item). */
typedef struct EmbedConfig {
    Map patterns, files; /* -> FlagValues */
} EmbedConfig;

static void skip_space(Json *j)
{
    while (j->p < j->end && (*j->p == ' ' || *j->p == '\t' || *j->p == '\n' || *j->p == '\r'))
        j->p++;
}

static bool got(Json *j, char ch)
{
    skip_space(j);
    bool is = j->p < j->end && *j->p == ch;
    j->p += is;
    return is;
}

static void want(Json *j, char ch) { j->bad = !got(j, ch) || j->bad; }

static uint32_t hex4(Json *j)
{
    uint32_t v = 0;
    for (int i = 0; i < 4; i++, j->p++) {
        const char *digits = "0123456789abcdef", *d = j->p < j->end && *j->p ? strchr(digits, *j->p | ((*j->p >= 'A') << 5)) : NULL;
        if (!d) {
            j->bad = true;
            return 0;
        }
        v = v << 4 | (uint32_t)(d - digits);
    }
    return v;
}

static void json_escape(Json *j, Buf *out)
{
    static const char letters[] = "\"\\/bfnrt", codes[] = "\"\\/\b\f\n\r\t";
    char ch = j->p < j->end ? *j->p++ : 0;
    const char *l = ch ? strchr(letters, ch) : NULL;
    if (l) {
        buf_putc(out, codes[l - letters]);
    } else if (ch == 'u') {
        uint32_t r = hex4(j);
        if (r >= 0xd800 && r < 0xdc00 && j->end - j->p >= 6 && j->p[0] == '\\' && j->p[1] == 'u') {
            j->p += 2;
            r = 0x10000 + ((r - 0xd800) << 10) + ((hex4(j) - 0xdc00) & 0x3ff);
        }
        char bytes[UTFMax];
        buf_write(out, bytes, utf8_encode(bytes, r));
    } else {
        j->bad = true;
    }
}

static const char *json_string(Json *j)
{
    Buf b = {0};
    want(j, '"');
    while (!j->bad && j->p < j->end && *j->p != '"') {
        if (*j->p++ == '\\')
            json_escape(j, &b);
        else
            buf_putc(&b, j->p[-1]);
    }
    j->bad = j->p >= j->end || j->bad;
    j->p += !j->bad;
    const char *s = arena_strndup(&j->c->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return s;
}

/* One string, or an array of them. */
static FlagValues *json_strings(Json *j)
{
    FlagValues *v = NEW(&j->c->arena, FlagValues);
    const char **items = NULL;
    size_t n = 0, cap = 0;
    if (!got(j, '[')) {
        vec_push(items, n, cap, json_string(j));
    } else if (!got(j, ']')) {
        do
            vec_push(items, n, cap, json_string(j));
        while (!j->bad && got(j, ','));
        want(j, ']');
    }
    if (n)
        v->items = arena_dup(&j->c->arena, items, n * sizeof *items);
    v->count = n;
    free(items);
    return v;
}

static void json_table(Json *j, Map *out)
{
    want(j, '{');
    if (j->bad || got(j, '}'))
        return;
    do {
        const char *key = json_string(j);
        want(j, ':');
        map_put_str(out, key, json_strings(j));
    } while (!j->bad && got(j, ','));
    want(j, '}');
}

static bool read_config(Compile *c, EmbedConfig *out)
{
    OsFile f;
    const char *err;
    if (!c->opt.embedcfg)
        return true;
    if (!os_read_file(&c->arena, c->opt.embedcfg, &f, &err)) {
        compile_error(c, "compile: -embedcfg: %s", err);
        return false;
    }
    Json j = {.c = c, .p = f.data, .end = f.data + f.size};
    want(&j, '{');
    if (!j.bad && !got(&j, '}')) {
        do {
            const char *key = json_string(&j);
            Map ignored = {0};
            want(&j, ':');
            json_table(&j, strcmp(key, "Patterns") == 0 ? &out->patterns : strcmp(key, "Files") == 0 ? &out->files : &ignored);
            map_free(&ignored);
        } while (!j.bad && got(&j, ','));
        want(&j, '}');
    }
    os_close_file(&f);
    if (j.bad)
        compile_error(c, "compile: %s: not an embed configuration", c->opt.embedcfg);
    return !j.bad;
}

/* ---- the files of a variable ---- */

typedef struct NameList {
    const char **items;
    size_t n, cap;
} NameList;

/* By directory, then by the last element. */
static int compare_names(const void *x, const void *y)
{
    const char *names[2] = {*(const char *const *)x, *(const char *const *)y};
    size_t dir[2], end[2];
    for (int i = 0; i < 2; i++) {
        end[i] = strlen(names[i]);
        end[i] -= end[i] && names[i][end[i] - 1] == '/';
        dir[i] = end[i];
        while (dir[i] && names[i][dir[i] - 1] != '/')
            dir[i]--;
    }
    for (int part = 0; part < 2; part++) {
        const char *a = part ? names[0] + dir[0] : dir[0] ? names[0] : "./", *b = part ? names[1] + dir[1] : dir[1] ? names[1] : "./";
        size_t n = part ? end[0] - dir[0] : dir[0] ? dir[0] - 1 : 1, m = part ? end[1] - dir[1] : dir[1] ? dir[1] - 1 : 1;
        int cmp = memcmp(a, b, n < m ? n : m);
        if (cmp || n != m)
            return cmp ? cmp : n < m ? -1 : 1;
    }
    return 0;
}

static void add_name(NameList *l, Map *seen, const char *name)
{
    if (!map_get_str(seen, name)) {
        map_put_str(seen, name, l);
        vec_push(l->items, l->n, l->cap, name);
    }
}

static bool find_files(Compile *c, const EmbedConfig *cfg, const Object *v, bool dirs, NameList *out)
{
    Map seen = {0};
    bool ok = true;
    for (const Embed *e = v->var.embeds; e; e = e->next) {
        for (uint32_t i = 0; i < e->n; i++) {
            const FlagValues *names = map_get_str(&cfg->patterns, e->patterns[i]);
            if (!names) {
                pos_error(&c->pos, &c->diag, e->pos, "invalid go:embed: build system did not map pattern: %s", e->patterns[i]);
                ok = false;
            }
            for (size_t k = 0; names && k < names->count; k++) {
                const char *name = names->items[k];
                add_name(out, &seen, name);
                for (const char *s = dirs ? strchr(name, '/') : NULL; s; s = strchr(s + 1, '/'))
                    add_name(out, &seen, arena_strndup(&c->arena, name, (size_t)(s + 1 - name)));
            }
        }
    }
    map_free(&seen);
    if (out->n)
        qsort(out->items, out->n, sizeof *out->items, compare_names);
    return ok;
}

/* ---- the data ---- */

/* A string of the file's bytes at off. */
static bool put_file(Compile *c, const EmbedConfig *cfg, const Object *v, const char *name, LSym *s, uint64_t off, uint8_t *hash)
{
    const FlagValues *path = map_get_str(&cfg->files, name);
    OsFile f;
    const char *err = "build system did not map file";
    if (!path || path->count != 1 || !os_read_file(&c->arena, path->items[0], &f, &err)) {
        pos_error(&c->pos, &c->diag, v->pos, "embed %s: %s", name, err);
        return false;
    }
    if (f.size)
        obj_put_addr(s, off, data_sym(&c->ir, sym_string(&c->ir, f.data, f.size)), 0);
    obj_put_int(s, off + 8, f.size, 8);
    uint8_t sum[32];
    sha256(f.data, f.size, sum);
    memcpy(hash, sum, 16);
    os_close_file(&f);
    return true;
}

static bool put_bytes(Compile *c, const EmbedConfig *cfg, const Object *v, const char *name, LSym *s)
{
    const FlagValues *path = map_get_str(&cfg->files, name);
    OsFile f;
    const char *err = "build system did not map file";
    if (!path || path->count != 1 || !os_read_file(&c->arena, path->items[0], &f, &err)) {
        pos_error(&c->pos, &c->diag, v->pos, "embed %s: %s", name, err);
        return false;
    }
    LSym *bytes = data_sym(&c->ir, arena_printf(&c->arena, "%s.bytes", s->name));
    obj_new_data(bytes, SymNoptrdata, 0, 1);
    obj_put_bytes(bytes, 0, f.data, f.size);
    obj_set_size(bytes, f.size + (f.size == 0));
    obj_put_addr(s, 0, bytes, 0);
    obj_put_int(s, 8, f.size, 8);
    obj_put_int(s, 16, f.size, 8);
    os_close_file(&f);
    return true;
}

/* Slice header, then the entries behind it. */
static bool put_tree(Compile *c, const EmbedConfig *cfg, const Object *v, const NameList *names, LSym *s)
{
    enum { Header = 24, Entry = 48 };
    LSym *tree = data_sym(&c->ir, arena_printf(&c->arena, "%s.files", s->name));
    obj_new_data(tree, SymRodata, 0, 8);
    obj_put_addr(tree, 0, tree, Header);
    obj_put_int(tree, 8, names->n, 8);
    obj_put_int(tree, 16, names->n, 8);
    for (size_t i = 0; i < names->n; i++) {
        const char *name = names->items[i];
        uint64_t off = Header + Entry * i;
        uint8_t hash[16] = {0};
        obj_put_addr(tree, off, data_sym(&c->ir, sym_string(&c->ir, name, strlen(name))), 0);
        obj_put_int(tree, off + 8, strlen(name), 8);
        bool dir = name[strlen(name) - 1] == '/';
        if (!dir && !put_file(c, cfg, v, name, tree, off + 16, hash))
            return false;
        obj_put_bytes(tree, off + 32, hash, sizeof hash);
    }
    obj_put_addr(s, 0, tree, 0);
    return true;
}

static bool is_fs(Type *t)
{
    t = type_unalias(t);
    return t->kind == KindNamed && strcmp(t->named.obj->name, "FS") == 0 && t->named.obj->pkg && strcmp(t->named.obj->pkg->path, "embed") == 0;
}

static void embed_variable(Compile *c, const EmbedConfig *cfg, Object *v)
{
    Type *u = type_under(v->type);
    bool fs = is_fs(v->type), bytes = u->kind == KindSlice && under_kind(u->slice.elem) == KindUint8;
    uint8_t hash[16];
    NameList names = {0};
    LSym *s = data_sym(&c->ir, var_link_name(&c->types, v));
    if (c->types.lang_minor < 16) {
        pos_error(&c->pos, &c->diag, v->var.embeds->pos, "go:embed requires go1.16 or later (-lang was set to %s; check go.mod)", c->opt.lang);
    } else if (!c->opt.embedcfg) {
        pos_error(&c->pos, &c->diag, v->var.embeds->pos, "invalid go:embed: build system did not supply embed configuration");
    } else if (!fs && !bytes && u->kind != KindString) {
        pos_error(&c->pos, &c->diag, v->pos, "go:embed cannot apply to var of type %s", type_string(&c->types, v->type));
    } else if (find_files(c, cfg, v, fs, &names)) {
        if (!fs && names.n != 1)
            pos_error(&c->pos, &c->diag, v->pos, "invalid go:embed: multiple files for type %s", type_string(&c->types, v->type));
        else if (fs ? put_tree(c, cfg, v, &names, s) : bytes ? put_bytes(c, cfg, v, names.items[0], s) : put_file(c, cfg, v, names.items[0], s, 0, hash))
            obj_new_data(s, SymData, 0, 8);
    }
    free(names.items);
}

bool embed_files(Compile *c)
{
    EmbedConfig cfg = {0};
    bool ok = read_config(c, &cfg);
    for (uint32_t i = 0; i < c->pkg->nobjects && ok; i++) {
        Object *v = c->pkg->objects[i];
        if (v->kind == ObjVar && v->var.embeds)
            embed_variable(c, &cfg, v);
    }
    map_free(&cfg.patterns);
    map_free(&cfg.files);
    return ok && !diag_any(&c->diag);
}
