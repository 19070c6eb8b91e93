/* prog.c - the context, symbols, and lists of Progs.
 *
 * The context's lock covers the arena of names, the interner and the symbol
 * table; a symbol's own fields belong to whoever defines it.  A symbol's key
 * is its ELF name, static ones with a byte 1 in front, so that a<> and a do
 * not meet. */
#include <stdlib.h>
#include <string.h>

#include "asm6.h"

void obj_init(ObjCtx *o, Arena *arena, Interner *names, Diag *diag)
{
    *o = (ObjCtx){.arena = arena, .intern = names, .diag = diag, .pkgpath = "", .pkgname = ""};
    pthread_mutex_init(&o->lock, NULL);
}

static void func_free(FuncInfo *fn)
{
    free(fn->files);
    free(fn->inl);
    free(fn->prov);
    free(fn->marks);
    for (size_t i = 0; i < fn->nvars; i++)
        buf_free(&fn->vars[i].ranges);
    free(fn->vars);
}

void obj_free(ObjCtx *o)
{
    for (size_t i = 0; i < o->nlist; i++) {
        buf_free(&o->list[i]->data);
        free(o->list[i]->relocs);
        if (o->list[i]->fn)
            func_free(o->list[i]->fn);
    }
    free(o->list);
    free(o->reach);
    free(o->consts);
    map_free(&o->symbols);
    pthread_mutex_destroy(&o->lock);
}

/* Reports at a position number of the user. */
void obj_error(ObjCtx *o, uint32_t pos, const char *format, ...)
{
    ObjPos at = {0};
    va_list args;
    if (o->error_position || o->position)
        at = (o->error_position ? o->error_position : o->position)(o->position_arg, pos);
    va_start(args, format);
    diag_vadd(o->diag, at.file, at.line, 0, format, args);
    va_end(args);
}

/* "what: INSTRUCTION" at the Prog's position. */
void obj_prog_error(ObjCtx *o, const Prog *p, const char *what)
{
    Buf text = {0};
    prog_print(p, &text);
    obj_error(o, p->pos, "%s: %s", what, buf_str(&text) + (text.len && text.data[0] == '\t'));
    buf_free(&text);
}

const char *obj_intern(ObjCtx *o, const char *s, size_t n)
{
    pthread_mutex_lock(&o->lock);
    const char *name = intern(o->intern, s, n);
    pthread_mutex_unlock(&o->lock);
    return name;
}

Bytes obj_share(ObjCtx *o, Buf *b)
{
    Bytes shared = {b->len ? obj_intern(o, b->data, b->len) : NULL, b->len};
    buf_free(b);
    return shared;
}

/* The name is the key without the prefix of static symbols. */
static LSym *new_symbol(ObjCtx *o, const char *key, size_t prefix, ABI abi, uint16_t flags)
{
    LSym *s = NEW(o->arena, LSym);
    key = arena_strdup(o->arena, key);
    s->name = key + prefix;
    s->abi = (uint8_t)abi;
    s->flags = flags;
    s->id = (uint32_t)o->nlist;
    vec_push(o->list, o->nlist, o->cap_list, s);
    map_put_str(&o->symbols, key, s);
    return s;
}

/* Finds or, with make, creates.  prefix is "\1" for static symbols. */
static LSym *lookup(ObjCtx *o, const char *prefix, const char *name, ABI abi, bool make)
{
    char small[256], *made = NULL;
    const char *suffix = abi == ABI0 ? ".abi0" : "", *key = name;
    size_t np = strlen(prefix);
    if (np || abi == ABI0) {
        size_t nn = strlen(name), ns = strlen(suffix), n = np + nn + ns;
        made = n < sizeof small ? small : xmalloc(n + 1);
        memcpy(made, prefix, np);
        memcpy(made + np, name, nn);
        memcpy(made + np + nn, suffix, ns + 1);
        key = made;
    }
    pthread_mutex_lock(&o->lock);
    LSym *s = map_get_str(&o->symbols, key);
    if (!s && make)
        s = new_symbol(o, key, np, abi, (uint16_t)((np ? SymStatic : 0) | (abi == ABI0 ? SymAbi0 : 0)));
    pthread_mutex_unlock(&o->lock);
    if (made != small)
        free(made);
    return s;
}

LSym *obj_lookup(ObjCtx *o, const char *name, ABI abi) { return lookup(o, "", name, abi, true); }
LSym *obj_lookup_static(ObjCtx *o, const char *name, ABI abi) { return lookup(o, "\1", name, abi, true); }
LSym *obj_find(ObjCtx *o, const char *name, ABI abi) { return lookup(o, "", name, abi, false); }

FuncInfo *obj_new_text(ObjCtx *o, LSym *s, uint32_t text_flags, Arena *arena)
{
    pthread_mutex_lock(&o->lock);
    FuncInfo *fn = NEW(o->arena, FuncInfo);
    pthread_mutex_unlock(&o->lock);
    fn->arena = arena ? arena : o->arena;
    fn->flags = text_flags;
    if (o->is_asm)
        fn->flags |= TextASM;
    s->kind = SymText;
    s->flags |= SymDefined;
    if (text_flags & TextDUPOK)
        s->flags |= SymDupok;
    s->fn = fn;
    return fn;
}

Prog *obj_prog(ObjCtx *o, LSym *text, As as, uint32_t pos, uint32_t value)
{
    (void)o;
    FuncInfo *fn = text->fn;
    Prog *p = NEW(fn->arena, Prog);
    p->as = (uint16_t)as;
    p->pos = pos;
    p->value = value;
    if (fn->last)
        fn->last->next = p;
    else
        fn->first = p;
    fn->last = p;
    return p;
}

Prog *obj_prog_after(ObjCtx *o, LSym *text, Prog *after, As as)
{
    (void)o;
    FuncInfo *fn = text->fn;
    Prog *p = NEW(fn->arena, Prog);
    p->as = (uint16_t)as;
    p->pos = after ? after->pos : fn->pos;
    p->value = after ? after->value : 0;
    if (after) {
        p->next = after->next;
        after->next = p;
    } else {
        p->next = fn->first;
        fn->first = p;
    }
    if (fn->last == after)
        fn->last = p;
    return p;
}

Addr *prog_add_rest(LSym *text, Prog *p, Addr a)
{
    Addr *rest = NEW_ARRAY(text->fn->arena, Addr, p->nrest + 1);
    if (p->nrest)
        memcpy(rest, p->rest, sizeof *rest * p->nrest);
    rest[p->nrest] = a;
    p->rest = rest;
    return &rest[p->nrest++];
}

void obj_pcdata(ObjCtx *o, LSym *text, uint32_t pos, int table, int64_t value)
{
    Prog *p = obj_prog(o, text, APCDATA, pos, 0);
    p->from = addr_const(table);
    p->to = addr_const(value);
}

void obj_funcdata(ObjCtx *o, LSym *text, uint32_t pos, int table, LSym *s)
{
    Prog *p = obj_prog(o, text, AFUNCDATA, pos, 0);
    p->from = addr_const(table);
    p->to = addr_sym(s, 0);
}

void obj_inl_mark(ObjCtx *o, LSym *text, Prog *p, int32_t call)
{
    (void)o;
    FuncInfo *fn = text->fn;
    vec_push(fn->marks, fn->nmarks, fn->cap_marks, (InlMark){p, call});
}

void obj_drop_progs(LSym *text)
{
    text->fn->first = text->fn->last = NULL;
    text->fn->arena = NULL;
}

static void keep_name(Arena *arena, Addr *a)
{
    if ((a->name == NameAuto || a->name == NameParam) && a->var)
        a->var = arena_strdup(arena, a->var);
}

void obj_keep_names(LSym *text)
{
    FuncInfo *fn = text->fn;
    for (Prog *p = fn->first; p; p = p->next) {
        keep_name(fn->arena, &p->from);
        keep_name(fn->arena, &p->to);
        for (int i = 0; i < p->nrest; i++)
            keep_name(fn->arena, &p->rest[i]);
    }
}

/* FORMATS, section 3: functions that tracebacks and the scheduler must know. */
int obj_func_id(const char *name, bool wrapper)
{
    static const struct { const char *name; uint8_t id; } ids[] = {
        {"abort", 1}, {"asmcgocall", 2}, {"asyncPreempt", 3}, {"cgocallback", 4}, {"corostart", 5}, {"debugCallV2", 6},
        {"gcBgMarkWorker", 7}, {"goexit", 8}, {"gogo", 9}, {"gopanic", 10}, {"handleAsyncEvent", 11}, {"mcall", 12},
        {"morestack", 13}, {"mstart", 14}, {"panicwrap", 15}, {"rt0_go", 16}, {"main", 17}, {"runFinalizers", 18},
        {"runCleanups", 19}, {"sigpanic", 20}, {"systemstack", 21}, {"systemstack_switch", 22}, {"deferreturn", 23},
    };
    if (wrapper)
        return 23;
    if (strncmp(name, "runtime.", 8) != 0)
        return 0;
    size_t n = strlen(name + 8);
    if (n > 5 && strcmp(name + 8 + n - 5, ".abi0") == 0)
        n -= 5;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (strlen(ids[i].name) == n && memcmp(ids[i].name, name + 8, n) == 0)
            return ids[i].id;
    return 0;
}
