/* nosplit.c - do functions without a stack check fit?
 *
 * A function with a stack check leaves at least 800 bytes below its frame.
 * Whatever it calls without a check must fit there, up to the next function
 * that checks, which needs room to call morestack.  The height of a function
 * is the deepest SP it and its nosplit callees reach, from pcsp tables and the
 * call graph (R_X86_64_PLT32, GoReachIndirectCall).  Each nosplit function
 * must stay within 800 less the return address of its own call.  The chain
 * that breaks the limit is printed as gc prints it. */
#include "link.h"
#include "pctab.h"

enum { Limit = 800 - 8, CallSize = 8, MaxDepth = 2000, HeightCycle = 1 << 24 };

typedef struct Call {
    const Sym *callee; /* NULL: through a register */
    int32_t grows;     /* SP at the callee's entry, below F's entry */
} Call;

typedef struct Check {
    LinkCtx *c;
    int32_t *height;  /* by Sym.id; 0 unknown, -1 being computed, else 1 + height */
    bool *from_failing; /* by Sym.id: called by a function that fails */
    const Sym *morestack;
    Buf message;
    int lines;
} Check;

enum { MaxLines = 60 };

static bool is_nosplit(const Sym *s) { return s->has_func && (func_rec(s).flags & GoFuncNosplit); }

/* CALL pushes a return address, a tail jump does not. */
static int32_t push_of(const Sym *s, uint64_t off)
{
    return off > 0 && (uint8_t)s->data[off - 1] == 0xe8 ? CallSize : 0;
}

static void pcsp_of(const Sym *s, const void **table, uint32_t *size)
{
    GoPctab t = func_rec(s).pctab[GoPcsp];
    *table = s->obj->sec[SecIdGoLine].data + t.off;
    *size = t.size;
}

typedef void VisitCall(Check *k, Call call, void *arg);

/* Calls of s, in rising pc, then those through registers. */
static void each_call(Check *k, const Sym *s, VisitCall *visit, void *arg)
{
    const void *table;
    uint32_t size;
    pcsp_of(s, &table, &size);
    PcIter it;
    pc_iter_init(&it, table, size);
    bool valid = pc_iter_next(&it);
    for (uint32_t i = 0; i < s->nrel; i++) {
        Elf64Rela r = rela_at(sym_rela(s), i);
        const Sym *to = rela_sym(s->obj, r);
        uint64_t off = r.offset - s->sec_off;
        if (elf_rela_type(r.info) != RX86_64_PLT32 || to->kind != SymText || !to->reached)
            continue;
        while (valid && it.end <= off - (off > 0))
            valid = pc_iter_next(&it);
        visit(k, (Call){to, (valid ? it.value : 0) + push_of(s, off)}, arg);
    }
    for (const Reach *r = s->reach; r; r = r->next)
        if (r->kind == GoReachIndirectCall) {
            int32_t sp = pc_value(table, size, r->off);
            visit(k, (Call){NULL, (sp < 0 ? 0 : sp) + CallSize}, arg);
        }
}

static int32_t height_of(Check *k, const Sym *s, int depth);

typedef struct Max {
    int32_t height;
    int depth;
} Max;

static void raise_height(Check *k, Call call, void *arg)
{
    Max *m = arg;
    int32_t h = call.grows + (call.callee ? height_of(k, call.callee, m->depth + 1) : CallSize);
    if (h > m->height)
        m->height = h > HeightCycle ? HeightCycle : h;
}

static int32_t height_of(Check *k, const Sym *s, int depth)
{
    if (s == k->morestack || !s->has_func)
        return 0; /* morestack switches stacks before it does anything */
    if (!is_nosplit(s))
        return CallSize; /* calls morestack before it lowers SP */
    int32_t *memo = &k->height[s->id];
    if (*memo == -1 || depth > MaxDepth)
        return HeightCycle;
    if (*memo > 0)
        return *memo - 1;
    *memo = -1;
    Max m = {0, depth};
    const void *table;
    uint32_t size;
    PcIter it;
    pcsp_of(s, &table, &size);
    pc_iter_init(&it, table, size);
    while (pc_iter_next(&it))
        if (it.value > m.height)
            m.height = it.value > HeightCycle ? HeightCycle : it.value;
    each_call(k, s, raise_height, &m);
    *memo = m.height + 1;
    return m.height;
}

/* ---- The message ---- */

static void print_name(Check *k, const Sym *s)
{
    size_t n = base_name_len(s->name);
    buf_printf(&k->message, "%.*s<%d>\n", (int)n, s->name, s->name[n] ? 0 : 1);
}

static void indent(Check *k, int level) { buf_printf(&k->message, "%*s", 4 * level, ""); }

typedef struct Chain {
    const Sym *path[MaxLines + 2]; /* functions on the way */
    int level;
    int32_t depth;
    Call seen[MaxLines]; /* printed at this level */
    int nseen;
} Chain;

static void print_chain(Check *k, const Sym *s, const Chain *up, int32_t depth);

static bool on_path(const Chain *chain, const Sym *s)
{
    for (int i = 0; i < chain->level; i++)
        if (chain->path[i] == s)
            return true;
    return false;
}

static void over_limit(Check *k, const Chain *chain, int32_t depth)
{
    indent(k, chain->level);
    buf_printf(&k->message, "%d bytes over limit\n", depth - Limit);
}

static void print_call(Check *k, Call call, void *arg)
{
    Chain *chain = arg;
    int32_t h = call.callee ? height_of(k, call.callee, 0) : CallSize, depth = chain->depth + call.grows;
    if (depth + h <= Limit || k->lines >= MaxLines || chain->level >= MaxLines)
        return;
    for (int i = 0; i < chain->nseen; i++)
        if (chain->seen[i].callee == call.callee && chain->seen[i].grows == call.grows)
            return;
    chain->seen[chain->nseen++] = call;
    k->lines++;
    indent(k, chain->level);
    if (call.callee) {
        buf_printf(&k->message, "grows %d bytes, calls ", call.grows);
        print_name(k, call.callee);
    } else {
        buf_printf(&k->message, "grows %d bytes, calls indirect\n", call.grows);
    }
    if (depth > Limit) {
        over_limit(k, chain, depth);
    } else if (call.callee && on_path(chain, call.callee)) {
        indent(k, chain->level);
        buf_puts(&k->message, "infinite cycle\n");
    } else if (call.callee && is_nosplit(call.callee)) {
        print_chain(k, call.callee, chain, depth);
    } else {
        Chain below = {.level = chain->level + 1};
        indent(k, below.level);
        buf_printf(&k->message, "grows %d bytes, calls runtime.morestack<0>\n", CallSize);
        over_limit(k, &below, depth + CallSize);
    }
}

static void print_chain(Check *k, const Sym *s, const Chain *up, int32_t depth)
{
    Chain *chain = xcalloc(1, sizeof *chain);
    if (up)
        memcpy(chain->path, up->path, sizeof chain->path);
    chain->level = (up ? up->level : 0) + 1;
    chain->path[chain->level - 1] = s;
    chain->depth = depth;
    each_call(k, s, print_call, chain);
    if (chain->nseen == 0 && k->lines < MaxLines) { /* its own frame is too large */
        over_limit(k, chain, depth + height_of(k, s, 0));
    }
    free(chain);
}

static void report(Check *k, const Sym *s)
{
    k->message.len = 0;
    k->lines = 0;
    print_name(k, s);
    print_chain(k, s, NULL, 0);
    if (k->message.len > 0)
        k->message.len--; /* link_error ends the line */
    link_error(k->c, "%.*s: nosplit stack over %d byte limit\n%s", (int)base_name_len(s->name), s->name, Limit, buf_str(&k->message));
}

static bool fails(Check *k, const Sym *s) { return is_nosplit(s) && height_of(k, s, 0) > Limit; }

static void mark_callee(Check *k, Call call, void *arg)
{
    if (call.callee && call.callee != arg)
        k->from_failing[call.callee->id] = true;
}

void nosplit(LinkCtx *c)
{
    const SymList *text = &c->lists[SymText];
    Check k = {.c = c, .morestack = lookup_text(c, "runtime.morestack")};
    k.height = xcalloc(c->syms.count + 1, sizeof *k.height);
    k.from_failing = xcalloc(c->syms.count + 1, sizeof *k.from_failing);
    const Sym *first = NULL;
    bool reported = false;
    for (size_t i = 0; i < text->count; i++)
        if (fails(&k, text->items[i])) {
            first = first ? first : text->items[i];
            each_call(&k, text->items[i], mark_callee, text->items[i]);
        }
    for (size_t i = 0; first && i < text->count; i++)
        if (fails(&k, text->items[i]) && !k.from_failing[text->items[i]->id]) {
            report(&k, text->items[i]);
            reported = true;
        }
    if (first && !reported)
        report(&k, first); /* they call each other */
    buf_free(&k.message);
    free(k.height);
    free(k.from_failing);
}
