/* dump.c - a Func as text.
 *
 * The text holds everything that later stages need, so that read.c can
 * rebuild the Func and dump(parse(dump(f))) == dump(f) at any stage.
 *
 *   func main.f {
 *       abi ABIInternal                       flags, ids, args, pos, ... one line each
 *       file x.go "/src/x.go"                 short name of a file in this text
 *       local 0 auto x size 8 align 8 ptrs 01
 *       pos (x.go:3:6)
 *   b1:
 *       v1 = InitMem <mem>
 *       v4 = Add64 <i64> v2 v3 (x.go:3:7 #12)  type, args, position, AST node
 *       If v5 likely -> b2 b3 (x.go:4:2)
 *   b2: <- b1                                  predecessors, in order of the phi args
 *   }
 *
 * Aux stands in braces: {runtime.newobject} symbol, {main.f abi0}, {%3 x}
 * local 3 named x, {call main.g ...}, {text "..."}; auxint in brackets.  After
 * register allocation a value's home follows its args: ": AX", ": AX,DX", ": %5". */
#include "compiler/ssa/ssa.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* The short names of files in one dump. */
typedef struct Names {
    const Func *f;
    Map by_file;  /* full name -> short name (heap) */
    Map taken;    /* short names in use */
} Names;

/* --- words --- */

static bool plain_char(char c)
{
    return (unsigned char)c > ' ' && !strchr("\"{}[]<>,;=#%`\\", c) && c != 0x7f;
}

static bool is_plain(const char *s)
{
    if (!*s || !strcmp(s, "call") || !strcmp(s, "text"))
        return false;
    for (const char *p = s; *p; p++)
        if (!plain_char(*p))
            return false;
    return true;
}

static void put_word(Buf *out, const char *s)
{
    if (is_plain(s))
        buf_puts(out, s);
    else
        buf_quote(out, s, strlen(s));
}

/* --- positions --- */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The short name must end before a ':' and hold nothing that the reader cuts at. */
static bool good_short(const char *s)
{
    return *s && is_plain(s) && !strpbrk(s, ":()@");
}

static const char *short_file(Names *n, const char *file, Buf *table)
{
    char *name = map_get_str(&n->by_file, file);
    if (name)
        return name;
    Buf b = {0};
    const char *base = good_short(base_name(file)) ? base_name(file) : "file";
    buf_puts(&b, base);
    for (int i = 2; map_get_str(&n->taken, buf_str(&b)); i++) {
        b.len = 0;
        buf_printf(&b, "%s~%d", base, i);
    }
    name = buf_str(&b);
    map_put_str(&n->by_file, file, name);
    map_put_str(&n->taken, name, name);
    if (table) {
        buf_printf(table, "    file %s ", name);
        buf_quote(table, file, strlen(file));
        buf_putc(table, '\n');
    }
    return name;
}

/* Appends " (x.go:3:7 < y.go:1:2 #12)", the inlined call after each '<'. */
static void put_pos(Names *n, Pos pos, uint32_t node, Buf *out, Buf *table)
{
    if (!pos && !node)
        return;
    buf_puts(out, " (");
    const PosMap *map = n->f->config ? n->f->config->pos : NULL;
    for (Pos p = pos; p;) {
        PosInfo info = map ? map->info(map->ctx, p) : (PosInfo){0};
        if (!info.file) {
            buf_printf(out, "@%" PRIu32, p);
            break;
        }
        buf_printf(out, "%s:%d:%d", short_file(n, info.file, table), info.line, info.col);
        p = info.call;
        if (p)
            buf_puts(out, " < ");
    }
    if (node)
        buf_printf(out, "%s#%" PRIu32, pos ? " " : "", node);
    buf_putc(out, ')');
}

/* --- aux --- */

static void put_float(Buf *out, int64_t bits)
{
    double d;
    memcpy(&d, &bits, sizeof d);
    if (isfinite(d) && !(d == 0 && signbit(d))) {
        char text[40];
        snprintf(text, sizeof text, "%.17g", d);
        for (int digits = 1; digits < 17; digits++) {
            char shorter[40];
            snprintf(shorter, sizeof shorter, "%.*g", digits, d);
            if (strtod(shorter, NULL) == d) {
                memcpy(text, shorter, sizeof text);
                break;
            }
        }
        buf_puts(out, text);
    } else {
        buf_printf(out, "0x%" PRIx64, (uint64_t)bits);
    }
}

static void put_auxint(const Value *v, Buf *out)
{
    int64_t i = v->auxint;
    switch ((AuxType)op_info[v->op].aux) {
    case AuxBool:
        if (i || v->op == OpConstBool)
            buf_puts(out, i ? " [true]" : " [false]");
        return;
    case AuxFloat32: case AuxFloat64:
        buf_puts(out, " [");
        put_float(out, i);
        buf_putc(out, ']');
        return;
    case AuxSymValAndOff:
        buf_printf(out, " [val=%" PRId32 ",off=%" PRId32 "]", valoff_val(i), valoff_off(i));
        return;
    case AuxInt8: case AuxInt16: case AuxInt32: case AuxInt64: case AuxUint8: case AuxTypSize:
        buf_printf(out, " [%" PRId64 "]", i);
        return;
    case AuxNone: case AuxSym: case AuxSymOff: case AuxLocalOff: case AuxLocal: case AuxCall: case AuxString:
        if (i)
            buf_printf(out, " [%" PRId64 "]", i);
        return;
    }
}

static void put_sym(const SsaSym *s, Buf *out)
{
    put_word(out, s->name);
    if (s->abi == SsaABI0)
        buf_puts(out, " abi0");
}

static void put_mask(const uint8_t *mask, int64_t bits, Buf *out)
{
    for (int64_t i = 0; i < (bits + 7) / 8; i++)
        buf_printf(out, "%02x", mask[i]);
}

static void put_call(const CallInfo *c, Buf *out)
{
    buf_puts(out, "call ");
    if (c->callee)
        put_sym(c->callee, out);
    else
        buf_puts(out, "-");
    if (c->abi == SsaABI0)
        buf_puts(out, " stackabi");
    if (c->nresults) {
        buf_puts(out, " results ");
        for (int i = 0; i < c->nresults; i++)
            buf_printf(out, "%s%s", i ? "+" : "", val_type_names[c->results[i]]);
    }
    if (c->stack_size)
        buf_printf(out, " stack %" PRId64, c->stack_size);
    if (c->stack_ptrs) {
        buf_puts(out, " ptrs ");
        put_mask(c->stack_ptrs, c->stack_size / 8, out);
    }
    if (c->noreturn)
        buf_puts(out, " noreturn");
    if (c->nosplit)
        buf_puts(out, " nosplit");
}

static void put_aux(const Value *v, Buf *out)
{
    if (v->aux_kind == AuxKindNone)
        return;
    buf_puts(out, " {");
    switch ((AuxKind)v->aux_kind) {
    case AuxKindNone:
        break;
    case AuxKindSym:
        put_sym(v->sym, out);
        break;
    case AuxKindLocal:
        buf_printf(out, "%%%d ", v->local->id);
        put_word(out, v->local->name);
        break;
    case AuxKindCall:
        put_call(v->call, out);
        break;
    case AuxKindString:
        buf_puts(out, "text ");
        buf_quote(out, v->string, strlen(v->string));
        break;
    }
    buf_putc(out, '}');
}

/* --- values and blocks --- */

static void put_reg(const Func *f, int reg, Buf *out)
{
    const SsaTarget *t = f->config ? f->config->target : NULL;
    if (reg == NoReg)
        buf_putc(out, '_');
    else if (t && reg < t->num_regs)
        buf_puts(out, t->reg_names[reg]);
    else
        buf_printf(out, "r%d", reg);
}

static void put_home(const Func *f, const Value *v, Buf *out)
{
    Home h = home_of(f, v);
    switch ((HomeKind)h.kind) {
    case HomeNone:
        return;
    case HomeReg:
        buf_puts(out, " : ");
        put_reg(f, h.reg[0], out);
        return;
    case HomePair:
        buf_puts(out, " : ");
        put_reg(f, h.reg[0], out);
        buf_putc(out, ',');
        put_reg(f, h.reg[1], out);
        return;
    case HomeSlot:
        buf_printf(out, " : %%%d", h.slot->id);
        return;
    }
}

static void put_value(Names *n, const Value *v, Buf *out, Buf *table)
{
    buf_printf(out, "v%d = %s <%s>", v->id, op_info[v->op].name, val_type_names[v->type]);
    put_auxint(v, out);
    put_aux(v, out);
    for (int i = 0; i < v->nargs; i++)
        buf_printf(out, " v%d", v->args[i]->id);
    put_home(n->f, v, out);
    put_pos(n, v->pos, v->node, out, table);
}

static int edges_between(const Block *from, const Block *to)
{
    int count = 0;
    for (int i = 0; i < from->nsuccs; i++)
        count += from->succs[i].block == to;
    return count;
}

static void put_preds(const Block *b, Buf *out)
{
    buf_printf(out, "b%d:", b->id);
    if (b->npreds)
        buf_puts(out, " <-");
    for (int i = 0; i < b->npreds; i++) {
        Edge e = b->preds[i];
        buf_printf(out, " b%d", e.block->id);
        if (edges_between(e.block, b) > 1)
            buf_printf(out, ".%d", e.index);
    }
    buf_putc(out, '\n');
}

static void put_jump(Names *n, const Block *b, Buf *out, Buf *table)
{
    buf_printf(out, "    %s", block_info[b->kind].name);
    if (b->table) {
        buf_puts(out, " {");
        put_sym(b->table, out);
        buf_putc(out, '}');
    }
    for (int i = 0; i < b->ncontrols; i++)
        buf_printf(out, " v%d", b->controls[i]->id);
    if (b->hint != HintNone)
        buf_puts(out, b->hint == HintLikely ? " likely" : " unlikely");
    if (b->nsuccs)
        buf_puts(out, " ->");
    for (int i = 0; i < b->nsuccs; i++)
        buf_printf(out, " b%d", b->succs[i].block->id);
    put_pos(n, b->pos, b->node, out, table);
    buf_putc(out, '\n');
}

static void put_block(Names *n, const Block *b, Buf *out, Buf *table)
{
    put_preds(b, out);
    for (int i = 0; i < b->nvalues; i++) {
        buf_puts(out, "    ");
        put_value(n, b->values[i], out, table);
        buf_putc(out, '\n');
    }
    put_jump(n, b, out, table);
}

/* --- the head of a function --- */

static void put_local(const Local *l, Buf *out)
{
    buf_printf(out, "    local %d %s ", l->id, local_class_names[l->class]);
    put_word(out, l->name);
    buf_printf(out, " size %" PRId64 " align %d", l->size, l->align);
    if (l->has_offset || l->class == LocalParam || l->class == LocalResult)
        buf_printf(out, " off %" PRId64, l->offset);
    if (l->ptrmask) {
        buf_puts(out, " ptrs ");
        put_mask(l->ptrmask, l->size / 8, out);
    }
    if (l->gotype) {
        buf_puts(out, " type ");
        put_word(out, l->gotype);
    }
    if (l->addrtaken)
        buf_puts(out, " addrtaken");
    if (l->needzero)
        buf_puts(out, " needzero");
    buf_putc(out, '\n');
}

static void put_state(const Func *f, Buf *out)
{
    if (!f->scheduled && !f->laid_out && !f->homes && !f->has_write_barriers)
        return;
    buf_printf(out, "    state%s%s%s%s\n", f->scheduled ? " scheduled" : "", f->laid_out ? " laidout" : "",
               f->homes ? " allocated" : "", f->has_write_barriers ? " barriers" : "");
}

static void put_head(Names *n, Buf *out, Buf *table)
{
    const Func *f = n->f;
    if (f->sym->abi == SsaABI0)
        buf_puts(out, "    abi ABI0\n");
    if (f->flags) {
        buf_puts(out, "    flags");
        for (int i = 0; i < NumFuncFlags; i++)
            if (f->flags >> i & 1)
                buf_printf(out, " %s", func_flag_names[i]);
        buf_putc(out, '\n');
    }
    buf_printf(out, "    ids %d %d\n", f->next_value_id, f->next_block_id);
    if (f->args_size)
        buf_printf(out, "    args %" PRId64 "\n", f->args_size);
    if (f->pos || f->node) {
        buf_puts(out, "    pos");
        put_pos(n, f->pos, f->node, out, table);
        buf_putc(out, '\n');
    }
    put_state(f, out);
    if (f->arginfo_len) {
        buf_puts(out, "    arginfo ");
        put_mask(f->arginfo, (int64_t)f->arginfo_len * 8, out);
        buf_putc(out, '\n');
    }
    for (int i = 0; i < f->nreg_params; i++) {
        const RegParam *p = &f->reg_params[i];
        buf_printf(out, "    regparam %s %d %s spill %" PRId64 "\n", p->is_float ? "float" : "int", p->seq,
                   val_type_names[p->type], p->spill);
    }
    for (int i = 0; i < f->nlocals; i++)
        put_local(f->locals[i], out);
    if (f->defer_bits)
        buf_printf(out, "    defers %%%d %%%d\n", f->defer_bits->id, f->defer_slots ? f->defer_slots->id : f->defer_bits->id);
}

static void free_names(Names *n)
{
    for (size_t i = 0; i < n->by_file.count; i++)
        free(n->by_file.entries[i].value);
    map_free(&n->by_file);
    map_free(&n->taken);
}

void dump_func(const Func *f, Buf *out)
{
    Names n = {.f = f};
    Buf table = {0}, head = {0}, body = {0};
    put_head(&n, &head, &table);
    for (int i = 0; i < f->nblocks; i++)
        put_block(&n, f->blocks[i], &body, &table);
    buf_puts(out, "func ");
    put_word(out, f->sym->name);
    buf_puts(out, " {\n");
    buf_write(out, table.data, table.len);
    buf_write(out, head.data, head.len);
    buf_write(out, body.data, body.len);
    buf_puts(out, "}\n");
    buf_free(&table);
    buf_free(&head);
    buf_free(&body);
    free_names(&n);
}

void dump_value(const Func *f, const Value *v, Buf *out)
{
    Names n = {.f = f};
    put_value(&n, v, out, NULL);
    free_names(&n);
}
