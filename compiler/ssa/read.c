/* read.c - the text form of dump.c, read back.
 *
 * A line at a time: head lines, then blocks with values and one jump each.
 * Args may name values of later lines, so references are kept as ids and
 * resolved when the function is complete.  Beyond what dump.c writes a line
 * may be blank or a // comment, "ids" may be missing, and a block without a
 * "<-" list gets its predecessors in order of their jumps.
 *
 * The reader makes a well-formed graph or refuses; whether the graph makes
 * sense is for check_func. */
#include "compiler/ssa/ssa.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

enum { MaxID = 1 << 24, MaxRefs = 1 << 26 };

/* References of one value or block by id, inside Reader.ids. */
typedef struct Refs {
    Value *v;     /* or */
    Block *b;     /* controls first (ncontrols), then successors */
    size_t start;
    int n, ncontrols;
    int line;
} Refs;

/* Predecessors as a block's line lists them. */
typedef struct PredRefs {
    Block *b;
    size_t start; /* pairs (block id, successor index or -1) */
    int n, line;
} PredRefs;

typedef struct Reader {
    const SsaConfig *config;
    const char *p, *end, *line_start;
    int line;
    Arena *arena;        /* for the message */
    const char *error;   /* first error; then p == end */
    Func *f;             /* being read */
    Block *block;        /* current block; NULL in the head */
    bool block_done;     /* its jump has been read */
    Map values, blocks, files, ops, kinds; /* by id; by name */
    Refs *refs;
    size_t nrefs, refs_cap;
    PredRefs *preds;
    size_t npreds, preds_cap;
    int *ids;
    size_t nids, ids_cap;
    int max_value, max_block;
} Reader;

/* --- characters and words --- */

static void fail(Reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void fail(Reader *r, const char *format, ...)
{
    if (!r->error) {
        va_list args;
        va_start(args, format);
        const char *text = arena_vprintf(r->arena, format, args);
        va_end(args);
        r->error = arena_printf(r->arena, "%d:%d: %s", r->line, (int)(r->p - r->line_start) + 1, text);
    }
    r->p = r->end;
}

static int peek(const Reader *r) { return r->p < r->end ? (unsigned char)*r->p : '\n'; }

static void skip_space(Reader *r)
{
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\t' || *r->p == '\r'))
        r->p++;
}

static bool accept(Reader *r, char c)
{
    skip_space(r);
    if (peek(r) != c || r->p == r->end)
        return false;
    r->p++;
    return true;
}

static void expect(Reader *r, char c)
{
    if (!accept(r, c))
        fail(r, "expected '%c'", c);
}

static bool at_eol(Reader *r)
{
    skip_space(r);
    return r->p == r->end || *r->p == '\n' || (r->end - r->p >= 2 && r->p[0] == '/' && r->p[1] == '/');
}

static void end_line(Reader *r)
{
    if (!at_eol(r))
        fail(r, "unexpected text at end of line");
    while (r->p < r->end && *r->p != '\n')
        r->p++;
    if (r->p < r->end)
        r->p++;
    r->line++;
    r->line_start = r->p;
}

static bool word_char(int c) { return c > ' ' && !strchr("\"{}[]<>,;=#%`\\", c) && c != 0x7f; }

static int hex_digit(int c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A string as buf_quote writes it. */
static const char *quoted(Reader *r)
{
    Buf b = {0};
    r->p++;
    while (r->p < r->end && *r->p != '"' && *r->p != '\n') {
        char c = *r->p++;
        if (c == '\\') {
            int e = peek(r);
            const char *letters = "abfnrtv\"\\", *codes = "\a\b\f\n\r\t\v\"\\", *at = e > ' ' ? strchr(letters, e) : NULL;
            if (at) {
                c = codes[at - letters];
                r->p++;
            } else if (e == 'x' && r->end - r->p >= 3 && hex_digit(r->p[1]) >= 0 && hex_digit(r->p[2]) >= 0) {
                c = (char)(hex_digit(r->p[1]) << 4 | hex_digit(r->p[2]));
                r->p += 3;
                if (!c)
                    fail(r, "NUL in a name");
            } else {
                fail(r, "unknown escape");
            }
        }
        buf_putc(&b, c);
    }
    if (peek(r) == '"' && r->p < r->end)
        r->p++;
    else
        fail(r, "string does not end");
    const char *s = arena_strndup(&r->f->arena, b.len ? b.data : "", b.len);
    buf_free(&b);
    return s;
}

static bool at_word(Reader *r)
{
    skip_space(r);
    return r->p < r->end && word_char(peek(r));
}

/* The next plain word without consuming it; "" if there is none. */
static size_t word_length(Reader *r)
{
    skip_space(r);
    size_t n = 0;
    while (r->p + n < r->end && word_char((unsigned char)r->p[n]))
        n++;
    return n;
}

static bool accept_word(Reader *r, const char *want)
{
    size_t n = word_length(r);
    if (n != strlen(want) || memcmp(r->p, want, n) != 0)
        return false;
    r->p += n;
    return true;
}

static void copy_word(Reader *r, char *to, size_t size)
{
    size_t n = word_length(r);
    if (n >= size) {
        fail(r, "word too long");
        n = 0;
    }
    memcpy(to, r->p, n);
    to[n] = 0;
    r->p += n;
}

/* A name: a plain word or a quoted string, kept in the function's arena. */
static const char *name(Reader *r)
{
    skip_space(r);
    if (peek(r) == '"')
        return quoted(r);
    size_t n = word_length(r);
    if (!n)
        fail(r, "expected a name");
    const char *s = arena_strndup(&r->f->arena, r->p, n);
    r->p += n;
    return s;
}

static int64_t number(Reader *r)
{
    skip_space(r);
    char text[32];
    size_t n = 0;
    while (r->p + n < r->end && n < sizeof text - 1 && (r->p[n] == '-' || hex_digit((unsigned char)r->p[n]) >= 0) &&
           (r->p[n] != '-' || n == 0) && (r->p[n] == '-' || (r->p[n] >= '0' && r->p[n] <= '9')))
        n++;
    memcpy(text, r->p, n);
    text[n] = 0;
    char *stop;
    errno = 0;
    long long v = strtoll(text, &stop, 10);
    if (!n || *stop || stop == text || errno) {
        fail(r, "expected a number");
        return 0;
    }
    r->p += n;
    return v;
}

static int64_t number_in(Reader *r, int64_t low, int64_t high)
{
    int64_t v = number(r);
    if (v < low || v > high) {
        fail(r, "number out of range");
        return low;
    }
    return v;
}

/* v12, b3: the letter, then an id. */
static bool accept_id(Reader *r, char letter, int *id)
{
    skip_space(r);
    if (r->end - r->p < 2 || r->p[0] != letter || r->p[1] < '1' || r->p[1] > '9')
        return false;
    r->p++;
    *id = (int)number_in(r, 1, MaxID);
    return true;
}

static void *or_fail(Reader *r, void *p, const char *what)
{
    if (!p)
        fail(r, "unknown %s", what);
    return p;
}

static Local *local_ref(Reader *r)
{
    expect(r, '%');
    int64_t id = number_in(r, 0, MaxID);
    if (r->error)
        return NULL;
    if (id >= r->f->nlocals)
        return or_fail(r, NULL, "local");
    return r->f->locals[id];
}

/* Bytes as hex digits. */
static uint8_t *hex_bytes(Reader *r, int64_t *len)
{
    Buf b = {0};
    skip_space(r);
    while (r->end - r->p >= 2 && hex_digit((unsigned char)r->p[0]) >= 0 && hex_digit((unsigned char)r->p[1]) >= 0) {
        buf_u8(&b, (uint8_t)(hex_digit((unsigned char)r->p[0]) << 4 | hex_digit((unsigned char)r->p[1])));
        r->p += 2;
    }
    uint8_t *bytes = arena_dup(&r->f->arena, b.len ? b.data : "", b.len ? b.len : 1);
    *len = (int64_t)b.len;
    buf_free(&b);
    return bytes;
}

static uint8_t *pointer_mask(Reader *r, int64_t size)
{
    int64_t len;
    uint8_t *mask = hex_bytes(r, &len);
    if (len != (size / 8 + 7) / 8)
        fail(r, "pointer mask does not fit the size");
    return mask;
}

static ValType type_named(Reader *r)
{
    char word[16];
    copy_word(r, word, sizeof word);
    for (int t = 0; t < NumValTypes; t++)
        if (!strcmp(word, val_type_names[t]))
            return (ValType)t;
    fail(r, "unknown type %s", word);
    return ValVoid;
}

/* --- positions --- */

/* One "x.go:3:7". */
static PosInfo place(Reader *r)
{
    PosInfo info = {0};
    size_t n = 0;
    while (r->p + n < r->end && word_char((unsigned char)r->p[n]) && r->p[n] != ':')
        n++;
    const char *file = arena_strndup(&r->f->arena, r->p, n);
    info.file = or_fail(r, map_get_str(&r->files, file), "file");
    if (r->error)
        return info;
    r->p += n;
    expect(r, ':');
    info.line = (int)number_in(r, 0, INT32_MAX);
    expect(r, ':');
    info.col = (int)number_in(r, 0, INT32_MAX);
    return info;
}

static Pos place_chain(Reader *r)
{
    enum { MaxInline = 1000 };
    PosInfo stack[MaxInline];
    int n = 0;
    Pos pos = 0;
    if (accept(r, '@')) {
        return (Pos)number_in(r, 0, UINT32_MAX);
    }
    do {
        skip_space(r);
        if (n == MaxInline) {
            fail(r, "inlined too deeply");
            return 0;
        }
        if (peek(r) == '@') {
            r->p++;
            pos = (Pos)number_in(r, 0, UINT32_MAX);
            break;
        }
        stack[n++] = place(r);
    } while (!r->error && accept(r, '<'));
    if (!r->config || !r->config->pos || !r->config->pos->make)
        fail(r, "no table for positions");
    while (n > 0 && !r->error) {
        stack[--n].call = pos;
        pos = r->config->pos->make(r->config->pos->ctx, &stack[n]);
    }
    return pos;
}

/* Optional "(x.go:3:7 #12)". */
static void position(Reader *r, Pos *pos, uint32_t *node)
{
    *pos = 0;
    *node = 0;
    if (!accept(r, '('))
        return;
    skip_space(r);
    if (peek(r) != '#')
        *pos = place_chain(r);
    if (accept(r, '#'))
        *node = (uint32_t)number_in(r, 0, UINT32_MAX);
    expect(r, ')');
}

/* --- aux --- */

static SsaSym *symbol(Reader *r)
{
    const char *s = name(r);
    SsaABI abi = accept_word(r, "abi0") ? SsaABI0 : SsaABIInternal;
    return func_sym(r->f, s, abi);
}

static void call_aux(Reader *r, Value *v)
{
    SsaSym *callee = NULL;
    uint8_t results[256];
    int n = 0;
    if (!accept_word(r, "-"))
        callee = symbol(r);
    CallInfo *c = call_info_new(r->f, callee, accept_word(r, "stackabi") ? SsaABI0 : SsaABIInternal, 0);
    while (at_word(r)) {
        if (accept_word(r, "results")) {
            skip_space(r);
            do {
                char word[16];
                size_t len = 0;
                while (r->p < r->end && len < sizeof word - 1 && word_char(peek(r)) && *r->p != '+')
                    word[len++] = *r->p++;
                word[len] = 0;
                int t = 0;
                while (t < NumValTypes && strcmp(word, val_type_names[t]) != 0)
                    t++;
                if (t == NumValTypes || n == (int)sizeof results)
                    fail(r, "bad result type");
                else
                    results[n++] = (uint8_t)t;
            } while (accept(r, '+'));
            c->nresults = n;
            c->results = arena_dup(&r->f->arena, results, (size_t)n);
        } else if (accept_word(r, "stack")) {
            c->stack_size = number_in(r, 0, INT32_MAX);
        } else if (accept_word(r, "ptrs")) {
            c->stack_ptrs = pointer_mask(r, c->stack_size);
        } else if (accept_word(r, "noreturn")) {
            c->noreturn = true;
        } else if (accept_word(r, "nosplit")) {
            c->nosplit = true;
        } else {
            fail(r, "unknown property of a call");
        }
    }
    set_call(v, c);
}

/* After '{'. */
static void aux(Reader *r, Value *v)
{
    skip_space(r);
    if (peek(r) == '%') {
        Local *l = local_ref(r);
        name(r);
        set_local(v, l);
    } else if (accept_word(r, "call")) {
        call_aux(r, v);
    } else if (accept_word(r, "text")) {
        skip_space(r);
        if (peek(r) != '"')
            fail(r, "expected a string");
        else
            set_string(v, quoted(r));
    } else {
        set_sym(v, symbol(r));
    }
    expect(r, '}');
}

static int64_t float_bits(Reader *r)
{
    char text[64];
    copy_word(r, text, sizeof text);
    char *stop;
    errno = 0;
    if (!strncmp(text, "0x", 2)) {
        uint64_t bits = strtoull(text, &stop, 16);
        if (*stop || errno)
            fail(r, "bad float");
        return (int64_t)bits;
    }
    double d = strtod(text, &stop);
    if (!*text || *stop)
        fail(r, "bad float");
    int64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return bits;
}

/* After '['. */
static void auxint(Reader *r, Value *v)
{
    AuxType aux_type = (AuxType)op_info[v->op].aux;
    if (accept_word(r, "true")) {
        v->auxint = 1;
    } else if (accept_word(r, "false")) {
        v->auxint = 0;
    } else if (aux_type == AuxFloat32 || aux_type == AuxFloat64) {
        v->auxint = float_bits(r);
    } else if (accept_word(r, "val")) {
        expect(r, '=');
        int32_t val = (int32_t)number_in(r, INT32_MIN, INT32_MAX);
        expect(r, ',');
        if (!accept_word(r, "off"))
            fail(r, "expected off");
        expect(r, '=');
        v->auxint = val_and_off(val, (int32_t)number_in(r, INT32_MIN, INT32_MAX));
    } else {
        v->auxint = number(r);
    }
    expect(r, ']');
}

/* --- values --- */

static uint8_t reg_named(Reader *r)
{
    char word[16];
    copy_word(r, word, sizeof word);
    const SsaTarget *t = r->config ? r->config->target : NULL;
    if (!strcmp(word, "_"))
        return NoReg;
    for (int i = 0; t && i < t->num_regs; i++)
        if (!strcmp(word, t->reg_names[i]))
            return (uint8_t)i;
    if (word[0] == 'r' && word[1] >= '0' && word[1] <= '9' && strlen(word) <= 3)
        return (uint8_t)(atoi(word + 1) & 0x7f);
    fail(r, "unknown register %s", word);
    return NoReg;
}

static void home(Reader *r, Value *v)
{
    Home h = {.kind = HomeReg, .reg = {NoReg, NoReg}};
    skip_space(r);
    if (peek(r) == '%') {
        h.kind = HomeSlot;
        h.slot = local_ref(r);
    } else {
        h.reg[0] = reg_named(r);
        if (accept(r, ',')) {
            h.kind = HomePair;
            h.reg[1] = reg_named(r);
        }
    }
    set_home(r->f, v, h);
}

static void add_ref(Reader *r, Refs *refs, int id)
{
    if (r->nids >= MaxRefs) {
        fail(r, "too many arguments");
        return;
    }
    vec_push(r->ids, r->nids, r->ids_cap, id);
    refs->n++;
}

static Op op_named(Reader *r)
{
    size_t n = word_length(r); /* moves r->p to the word */
    const char *s = arena_strndup(&r->f->arena, r->p, n);
    OpInfo *info = map_get_str(&r->ops, s);
    if (!info) {
        fail(r, "unknown operation %s", s);
        return OpInvalid;
    }
    r->p += strlen(s);
    return (Op)(info - op_info);
}

static void value_line(Reader *r, int id)
{
    if (!r->block || r->block_done) {
        fail(r, "value outside a block");
        return;
    }
    if (map_get_int(&r->values, (uint64_t)id)) {
        fail(r, "v%d is defined twice", id);
        return;
    }
    expect(r, '=');
    Op op = op_named(r);
    expect(r, '<');
    ValType type = type_named(r);
    expect(r, '>');
    if (r->error)
        return;
    Value *v = new_value(r->block, op, type, 0, 0);
    v->id = id;
    if (id > r->max_value)
        r->max_value = id;
    if (id >= r->f->next_value_id)
        r->f->next_value_id = id + 1;
    map_put_int(&r->values, (uint64_t)id, v);
    if (accept(r, '['))
        auxint(r, v);
    if (accept(r, '{'))
        aux(r, v);
    Refs refs = {.v = v, .start = r->nids, .line = r->line};
    for (int arg; accept_id(r, 'v', &arg);)
        add_ref(r, &refs, arg);
    vec_push(r->refs, r->nrefs, r->refs_cap, refs);
    if (accept(r, ':'))
        home(r, v);
    position(r, &v->pos, &v->node);
}

/* --- blocks --- */

/* b2: <- b1 b3.1 */
static void block_line(Reader *r, int id)
{
    if (r->block && !r->block_done) {
        fail(r, "b%d has no jump", r->block->id);
        return;
    }
    if (map_get_int(&r->blocks, (uint64_t)id)) {
        fail(r, "b%d is defined twice", id);
        return;
    }
    expect(r, ':');
    Block *b = block_new(r->f, BlockInvalid);
    b->id = id;
    if (id > r->max_block)
        r->max_block = id;
    map_put_int(&r->blocks, (uint64_t)id, b);
    if (!r->f->entry)
        r->f->entry = b;
    r->block = b;
    r->block_done = false;
    if (!accept(r, '<'))
        return;
    expect(r, '-');
    PredRefs preds = {.b = b, .start = r->nids, .line = r->line};
    for (int pred; accept_id(r, 'b', &pred); preds.n++) {
        vec_push(r->ids, r->nids, r->ids_cap, pred);
        int index = r->p < r->end && *r->p == '.' ? (r->p++, (int)number_in(r, 0, MaxID)) : -1;
        vec_push(r->ids, r->nids, r->ids_cap, index);
    }
    vec_push(r->preds, r->npreds, r->preds_cap, preds);
}

static void jump_line(Reader *r)
{
    Block *b = r->block;
    if (!b || r->block_done) {
        fail(r, "expected a value, a block or '}'");
        return;
    }
    size_t n = word_length(r); /* moves r->p to the word */
    const char *kind = arena_strndup(&r->f->arena, r->p, n);
    BlockInfo *info = map_get_str(&r->kinds, kind);
    if (!info || info == &block_info[BlockInvalid]) {
        fail(r, "unknown kind of block %s", kind);
        return;
    }
    r->p += strlen(kind);
    b->kind = (uint8_t)(info - block_info);
    if (accept(r, '{')) {
        b->table = symbol(r);
        expect(r, '}');
    }
    Refs refs = {.b = b, .start = r->nids, .line = r->line};
    for (int id; accept_id(r, 'v', &id); refs.ncontrols++)
        add_ref(r, &refs, id);
    if (refs.ncontrols > 2)
        fail(r, "too many controls");
    if (accept_word(r, "likely"))
        b->hint = HintLikely;
    else if (accept_word(r, "unlikely"))
        b->hint = HintUnlikely;
    if (accept_word(r, "-")) {
        expect(r, '>');
        for (int id; accept_id(r, 'b', &id);)
            add_ref(r, &refs, id);
    }
    position(r, &b->pos, &b->node);
    vec_push(r->refs, r->nrefs, r->refs_cap, refs);
    r->block_done = true;
}

/* --- the head --- */

static void local_line(Reader *r)
{
    if (number(r) != r->f->nlocals)
        fail(r, "locals must be numbered in order");
    char word[16];
    copy_word(r, word, sizeof word);
    int class = 0;
    while (class <= LocalSpill && strcmp(word, local_class_names[class]) != 0)
        class++;
    if (class > LocalSpill) {
        fail(r, "unknown class of local");
        return;
    }
    Local *l = func_local(r->f, name(r), (LocalClass)class, 0, 1);
    while (at_word(r)) {
        if (accept_word(r, "size")) {
            l->size = number_in(r, 0, INT32_MAX);
        } else if (accept_word(r, "align")) {
            l->align = (int32_t)number_in(r, 1, 4096);
        } else if (accept_word(r, "off")) {
            l->offset = number(r);
            l->has_offset = true;
        } else if (accept_word(r, "ptrs")) {
            l->ptrmask = pointer_mask(r, l->size);
        } else if (accept_word(r, "type")) {
            l->gotype = name(r);
        } else if (accept_word(r, "addrtaken")) {
            l->addrtaken = true;
        } else if (accept_word(r, "needzero")) {
            l->needzero = true;
        } else {
            fail(r, "unknown property of a local");
        }
    }
}

static void reg_param_line(Reader *r)
{
    RegParam *p = func_reg_param(r->f);
    p->is_float = accept_word(r, "float");
    if (!p->is_float && !accept_word(r, "int"))
        fail(r, "expected int or float");
    p->seq = (uint8_t)number_in(r, 0, 63);
    p->type = (uint8_t)type_named(r);
    if (!accept_word(r, "spill"))
        fail(r, "expected spill");
    p->spill = number(r);
}

static void flags_line(Reader *r)
{
    while (at_word(r)) {
        int i = 0;
        while (i < NumFuncFlags && !accept_word(r, func_flag_names[i]))
            i++;
        if (i == NumFuncFlags)
            fail(r, "unknown flag");
        else
            r->f->flags |= UINT32_C(1) << i;
    }
}

static void state_line(Reader *r)
{
    Func *f = r->f;
    while (at_word(r)) {
        if (accept_word(r, "scheduled"))
            f->scheduled = true;
        else if (accept_word(r, "laidout"))
            f->laid_out = true;
        else if (accept_word(r, "allocated"))
            func_alloc_homes(f);
        else if (accept_word(r, "barriers"))
            f->has_write_barriers = true;
        else
            fail(r, "unknown state");
    }
}

static void file_line(Reader *r)
{
    const char *short_name = name(r), *file = name(r);
    map_put_str(&r->files, short_name, (void *)(uintptr_t)file);
}

static void head_line(Reader *r)
{
    Func *f = r->f;
    if (accept_word(r, "abi")) {
        bool abi0 = accept_word(r, "ABI0");
        if (!abi0 && !accept_word(r, "ABIInternal"))
            fail(r, "unknown ABI");
        else
            f->sym = func_sym(f, f->sym->name, abi0 ? SsaABI0 : SsaABIInternal);
    } else if (accept_word(r, "flags")) {
        flags_line(r);
    } else if (accept_word(r, "ids")) {
        f->next_value_id = (int)number_in(r, 1, MaxID);
        f->next_block_id = (int)number_in(r, 1, MaxID);
    } else if (accept_word(r, "args")) {
        f->args_size = number_in(r, 0, INT32_MAX);
    } else if (accept_word(r, "pos")) {
        position(r, &f->pos, &f->node);
    } else if (accept_word(r, "state")) {
        state_line(r);
    } else if (accept_word(r, "arginfo")) {
        int64_t len;
        f->arginfo = hex_bytes(r, &len);
        f->arginfo_len = (int)len;
    } else if (accept_word(r, "regparam")) {
        reg_param_line(r);
    } else if (accept_word(r, "local")) {
        local_line(r);
    } else if (accept_word(r, "defers")) {
        f->defer_bits = local_ref(r);
        f->defer_slots = local_ref(r);
    } else if (accept_word(r, "file")) {
        file_line(r);
    } else {
        fail(r, "unknown line in the head of a function");
    }
}

/* --- putting it together --- */

static void resolve_values(Reader *r, const Refs *refs)
{
    for (int i = 0; i < refs->n; i++) {
        int id = r->ids[refs->start + (size_t)i];
        bool is_value = refs->v || i < refs->ncontrols;
        void *to = map_get_int(is_value ? &r->values : &r->blocks, (uint64_t)id);
        if (!to) {
            r->line = refs->line;
            fail(r, "undefined %c%d", is_value ? 'v' : 'b', id);
            return;
        }
        if (refs->v)
            add_arg(refs->v, to);
        else if (is_value)
            add_control(refs->b, to);
        else
            add_edge(refs->b, to);
    }
}

/* Puts b's predecessors, so far in order of the jumps, in the listed order. */
static void order_preds(Reader *r, const PredRefs *list)
{
    Block *b = list->b;
    r->line = list->line;
    if (list->n != b->npreds) {
        fail(r, "b%d has %d predecessors, %d are listed", b->id, b->npreds, list->n);
        return;
    }
    Map place_of = {0}; /* block id << 32 | successor index -> place + 1 */
    Edge *ordered = NEW_ARRAY(&r->f->arena, Edge, list->n + 1);
    bool *used = xcalloc((size_t)b->npreds + 1, 1);
    for (int i = 0; i < b->npreds; i++) {
        uint64_t block = (uint64_t)b->preds[i].block->id << 32;
        map_put_int(&place_of, block | (uint32_t)b->preds[i].index, (void *)(intptr_t)(i + 1));
        if (!map_get_int(&place_of, block | UINT32_MAX)) /* a block without an index: its first edge */
            map_put_int(&place_of, block | UINT32_MAX, (void *)(intptr_t)(i + 1));
    }
    for (int i = 0; i < list->n && !r->error; i++) {
        const int *pair = &r->ids[list->start + 2 * (size_t)i];
        int at = (int)(intptr_t)map_get_int(&place_of, (uint64_t)pair[0] << 32 | (uint32_t)pair[1]) - 1;
        if (at < 0 || used[at]) {
            fail(r, "b%d is not a predecessor of b%d, or is listed twice", pair[0], b->id);
            break;
        }
        used[at] = true;
        ordered[i] = b->preds[at];
    }
    for (int i = 0; i < list->n && !r->error; i++) {
        b->preds[i] = ordered[i];
        ordered[i].block->succs[ordered[i].index].index = i;
    }
    map_free(&place_of);
    free(used);
}

static void finish_func(Reader *r)
{
    Func *f = r->f;
    if (r->block && !r->block_done)
        fail(r, "b%d has no jump", r->block->id);
    if (!f->entry)
        fail(r, "function without blocks");
    for (size_t i = 0; i < r->nrefs && !r->error; i++)
        resolve_values(r, &r->refs[i]);
    for (size_t i = 0; i < r->npreds && !r->error; i++)
        order_preds(r, &r->preds[i]);
    for (int i = 0; i < f->nblocks && !r->error; i++) {
        Block *b = f->blocks[i];
        if (block_info[b->kind].succs >= 0 && b->nsuccs != block_info[b->kind].succs)
            fail(r, "b%d: a block of kind %s has %d successors", b->id, block_info[b->kind].name, block_info[b->kind].succs);
    }
}

/* func NAME { ... } */
static void read_function(Reader *r)
{
    Func *f = r->f = func_new(r->config, "", SsaABIInternal);
    r->block = NULL;
    r->block_done = false;
    r->nrefs = r->npreds = r->nids = 0;
    r->max_value = r->max_block = 0;
    f->sym = func_sym(f, name(r), SsaABIInternal);
    expect(r, '{');
    end_line(r);
    int ids[2] = {0, 0};
    for (;;) {
        int id;
        if (r->error)
            break;
        if (at_eol(r) && r->p < r->end) {
            end_line(r);
            continue;
        }
        if (r->p == r->end) {
            fail(r, "function does not end");
            break;
        }
        if (accept(r, '}'))
            break;
        if (r->block && accept_id(r, 'v', &id))
            value_line(r, id);
        else if (accept_id(r, 'b', &id)) {
            if (!r->block) {
                ids[0] = f->next_value_id;
                ids[1] = f->next_block_id;
            }
            block_line(r, id);
        } else if (r->block)
            jump_line(r);
        else
            head_line(r);
        if (!r->error)
            end_line(r);
    }
    if (!r->error)
        finish_func(r);
    f->next_value_id = ids[0] > r->max_value ? ids[0] : r->max_value + 1;
    f->next_block_id = ids[1] > r->max_block ? ids[1] : r->max_block + 1;
    map_free(&r->values);
    map_free(&r->blocks);
    map_free(&r->files);
    r->values = r->blocks = r->files = (Map){0};
}

bool parse_funcs(const SsaConfig *config, const char *text, size_t size, FuncList *list, Arena *arena, const char **error)
{
    Reader r = {.config = config, .p = text, .end = text + size, .line_start = text, .line = 1, .arena = arena};
    for (int i = 0; i < NumOps; i++)
        if (!map_get_str(&r.ops, op_info[i].name))
            map_put_str(&r.ops, op_info[i].name, (void *)(uintptr_t)&op_info[i]);
    for (int i = 0; i < NumBlockKinds; i++)
        map_put_str(&r.kinds, block_info[i].name, (void *)(uintptr_t)&block_info[i]);
    while (!r.error) {
        while (r.p < r.end && at_eol(&r))
            end_line(&r);
        if (r.p == r.end)
            break;
        if (!accept_word(&r, "func")) {
            fail(&r, "expected func");
            break;
        }
        read_function(&r);
        vec_push(list->funcs, list->count, list->cap, r.f);
        if (!r.error)
            end_line(&r);
    }
    map_free(&r.ops);
    map_free(&r.kinds);
    free(r.refs);
    free(r.preds);
    free(r.ids);
    *error = r.error;
    return !r.error;
}

void func_list_free(FuncList *list)
{
    for (size_t i = 0; i < list->count; i++)
        func_free(list->funcs[i]);
    free(list->funcs);
    *list = (FuncList){0};
}
