/* assemble.c - from a list of Progs to the bytes of a function.
 *
 *   1. operands that need a symbol (floating constants) get one
 *   2. frame.c adds prologue, epilogues and the call of morestack
 *   3. every instruction is encoded once; branches are taken to be short
 *   4. pcs are dealt out; a branch forward that does not reach is made long,
 *      for good, which moves what follows; repeated until nothing changes
 *   5. bytes, relocations and padding go to the symbol; branches, whose
 *      distances are known now, are encoded again
 *   6. pctab.c makes the tables */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asm6.h"

/* ---- Constants in memory ---- */

/* $1.5 becomes a read-only symbol named by its bits; equal constants share it. */
static LSym *float_symbol(ObjCtx *o, double v, bool single)
{
    char name[32];
    uint64_t bits = 0;
    if (single) {
        float f = (float)v;
        memcpy(&bits, &f, 4);
        snprintf(name, sizeof name, "$f32.%08x", (unsigned)bits);
    } else {
        memcpy(&bits, &v, 8);
        snprintf(name, sizeof name, "$f64.%016llx", (unsigned long long)bits);
    }
    LSym *s = obj_lookup(o, name, ABIInternal);
    pthread_mutex_lock(&o->lock);
    if (!(s->flags & SymDefined)) {
        obj_new_data(s, SymRodata, SymDupok, single ? 4 : 8);
        obj_put_int(s, 0, bits, single ? 4 : 8);
    }
    pthread_mutex_unlock(&o->lock);
    return s;
}

static bool is_single(As as)
{
    const char *name = as_name(as);
    size_t n = strlen(name);
    return n >= 2 && strcmp(name + n - 2, "SS") == 0;
}

static void replace_constants(ObjCtx *o, LSym *text)
{
    for (Prog *p = text->fn->first; p; p = p->next) {
        if (p->from.type != AddrFConst)
            continue;
        uint64_t bits;
        memcpy(&bits, &p->from.fval, 8);
        if (bits == 0 && (p->as == AMOVSD || p->as == AMOVSS) && p->to.type == AddrReg) {
            p->as = AXORPS;
            p->from = p->to;
        } else {
            p->from = addr_sym(float_symbol(o, p->from.fval, is_single(p->as)), 0);
        }
    }
}

/* ---- Branches to branches ---- */

/* A branch to a JMP goes where that one goes. */
static void follow_jumps(const FuncInfo *fn)
{
    enum { TooMany = 5000 }; /* then it is a loop of jumps */
    for (Prog *p = fn->first; p; p = p->next) {
        if (p->to.type != AddrBranch)
            continue;
        Prog *q = p->to.target;
        int n = 0;
        while (q->as == AJMP && q->to.type == AddrBranch && n++ < TooMany)
            q = q->to.target;
        if (n < TooMany)
            p->to.target = q;
    }
}

/* ---- Layout ---- */

/* All instructions' bytes, in order; branches are placeholders of the right size. */
typedef struct Layout {
    ObjCtx *o;
    LSym *text;
    Buf bytes;
    Reloc *relocs; /* off is relative to bytes */
    size_t nrelocs, cap_relocs;
    bool ok;
} Layout;

static bool is_local_branch(const Prog *p)
{
    return p->to.type == AddrBranch;
}

static void encode_all(Layout *l)
{
    Encoding e;
    for (Prog *p = l->text->fn->first; p; p = p->next) {
        encode(p, &e);
        if (e.error) {
            obj_prog_error(l->o, p, e.error);
            l->ok = false;
            continue;
        }
        for (int i = 0; i < e.nrelocs; i++) {
            Reloc r = e.relocs[i];
            r.off += (uint32_t)l->bytes.len;
            vec_push(l->relocs, l->nrelocs, l->cap_relocs, r);
        }
        p->size = (uint8_t)e.len;
        buf_write(&l->bytes, e.bytes, (size_t)e.len);
    }
}

/* PCALIGN $16: the next instruction starts at a multiple of 16.
 * PCALIGNMAX $16, $7: if that takes at most 7 bytes. */
static int alignment_padding(Layout *l, const Prog *p, int32_t pc)
{
    int64_t align = p->from.type == AddrConst ? p->from.off : p->to.off;
    if (align < 8 || align > 2048 || (align & (align - 1)) != 0) {
        if (l->ok)
            obj_error(l->o, p->pos, "alignment value of an instruction must be a power of two and in the range [8, 2048], got %lld", (long long)align);
        l->ok = false;
        return 0;
    }
    FuncInfo *fn = l->text->fn;
    if (fn->align < (uint32_t)align)
        fn->align = (uint32_t)align;
    int pad = (int)(-pc & (align - 1));
    if (p->as == APCALIGNMAX && p->to.type == AddrConst && pad > p->to.off)
        return 0;
    return pad;
}

/* Which branches go back? */
static void mark_back_branches(const FuncInfo *fn)
{
    for (Prog *p = fn->first; p; p = p->next) {
        p->mark |= MarkSeen;
        if (is_local_branch(p) && (p->to.target->mark & MarkSeen))
            p->mark |= MarkBack;
    }
}

static bool reaches(const Prog *p)
{
    int32_t distance = p->to.target->pc - (p->pc + 2);
    return distance >= -128 && distance < 128;
}

static void set_long(Prog *p, bool is_long)
{
    Encoding e;
    if (is_long == ((p->mark & MarkLong) != 0))
        return;
    p->mark ^= MarkLong;
    encode(p, &e);
    p->size = (uint8_t)e.len;
}

static bool can_be_short(const Prog *p)
{
    return is_local_branch(p) && (p->as == AJMP || (p->as >= AJOS && p->as <= AJGT));
}

/* One pass of layout.  A branch back knows its distance at once. */
static void deal_pcs(Layout *l)
{
    int64_t pc = 0;
    for (Prog *p = l->text->fn->first; p; p = p->next) {
        p->pc = (int32_t)pc;
        if (p->as == APCALIGN || p->as == APCALIGNMAX)
            p->pad = (uint16_t)alignment_padding(l, p, (int32_t)pc);
        if (can_be_short(p) && (p->mark & MarkBack))
            set_long(p, !reaches(p));
        pc += p->size + p->pad;
        if (pc > 0x7fff0000) {
            obj_error(l->o, l->text->fn->pos, "%s: function too large", l->text->name);
            l->ok = false;
            break;
        }
    }
}

/* Lengthens the branches forward that do not reach; true when there were some. */
static bool lengthen(Layout *l)
{
    bool changed = false;
    for (Prog *p = l->text->fn->first; p; p = p->next)
        if (can_be_short(p) && !(p->mark & (MarkLong | MarkBack)) && !reaches(p)) {
            set_long(p, true);
            changed = true;
        }
    return changed;
}

/* gc names the accumulator AL once a function is laid out for the second time,
 * and then uses the short forms with AL and an immediate.  So do we. */
static void shorten_accumulator(Layout *l)
{
    Encoding e;
    for (Prog *p = l->text->fn->first; p; p = p->next) {
        if (p->size != 3 || is_local_branch(p))
            continue;
        p->mark |= MarkAL;
        encode(p, &e);
        if (e.len == 2)
            p->size = 2;
        else
            p->mark &= (uint8_t)~MarkAL;
    }
}

/* The recommended multi-byte NOPs (SDM volume 2, NOP). */
static void put_nops(Buf *b, int n)
{
    static const uint8_t nops[][9] = {
        {0x90},
        {0x66, 0x90},
        {0x0f, 0x1f, 0x00},
        {0x0f, 0x1f, 0x40, 0x00},
        {0x0f, 0x1f, 0x44, 0x00, 0x00},
        {0x66, 0x0f, 0x1f, 0x44, 0x00, 0x00},
        {0x0f, 0x1f, 0x80, 0x00, 0x00, 0x00, 0x00},
        {0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00},
        {0x66, 0x0f, 0x1f, 0x84, 0x00, 0x00, 0x00, 0x00, 0x00},
    };
    while (n > 0) {
        int m = n < 9 ? n : 9;
        buf_write(b, nops[m - 1], (size_t)m);
        n -= m;
    }
}

/* Copies what has not been copied yet of the bytes up to `to`. */
static void take_over(Layout *l, size_t *copied, size_t to)
{
    buf_write(&l->text->data, l->bytes.data + *copied, to - *copied);
    *copied = to;
}

/* Moves everything to its final place in the symbol. */
static void emit(Layout *l)
{
    LSym *s = l->text;
    Buf *out = &s->data;
    size_t from = 0, reloc = 0, copied = 0; /* bytes up to `copied` have been taken over */
    if (s->fn->last)
        buf_reserve_exactly(out, (size_t)(s->fn->last->pc + s->fn->last->pad + s->fn->last->size));
    if (l->nrelocs)
        obj_reserve_relocs(s, l->nrelocs);
    for (Prog *p = s->fn->first; p; p = p->next) {
        if (p->pad) {
            take_over(l, &copied, from);
            put_nops(out, p->pad);
        }
        if (is_local_branch(p) || (p->mark & MarkAL)) { /* its bytes have changed */
            Encoding e;
            take_over(l, &copied, from);
            p->mark |= MarkPlaced;
            encode(p, &e);
            if (e.error) {
                obj_prog_error(l->o, p, e.error);
                l->ok = false;
            }
            buf_write(out, e.bytes, (size_t)e.len);
            from += p->mark & MarkAL ? 3 : p->mark & MarkLong ? 2 : (size_t)e.len; /* the first encoding's length */
            copied = from;
            continue;
        }
        for (; reloc < l->nrelocs && l->relocs[reloc].off < from + p->size; reloc++) {
            Reloc r = l->relocs[reloc];
            r.off += (uint32_t)(out->len - copied);
            obj_reloc(s, r);
        }
        from += p->size;
    }
    take_over(l, &copied, from);
    s->size = out->len;
}

/* FUNCDATA lines fill the table of the function. */
static void take_funcdata(ObjCtx *o, LSym *text)
{
    FuncInfo *fn = text->fn;
    for (Prog *p = fn->first; p; p = p->next) {
        if (p->as != AFUNCDATA)
            continue;
        if (p->from.type == AddrConst && p->from.off >= 0 && p->from.off < NumFuncdata && p->to.name == NameExtern) {
            fn->funcdata[p->from.off] = p->to.sym;
            fn->funcdata_off[p->from.off] = p->to.off;
        } else {
            obj_prog_error(o, p, "invalid FUNCDATA");
        }
    }
}

static bool lay_out(ObjCtx *o, LSym *text)
{
    Layout l = {.o = o, .text = text, .ok = true};
    encode_all(&l);
    mark_back_branches(text->fn);
    for (int pass = 1; l.ok; pass++) {
        deal_pcs(&l);
        if (!l.ok || !lengthen(&l))
            break;
        if (pass == 1)
            shorten_accumulator(&l);
    }
    if (l.ok)
        emit(&l);
    buf_free(&l.bytes);
    free(l.relocs);
    return l.ok;
}

bool obj_assemble(ObjCtx *o, LSym *text)
{
    replace_constants(o, text);
    take_funcdata(o, text);
    follow_jumps(text->fn);
    if (!frame_insert(o, text) || !lay_out(o, text))
        return false;
    pctab_build(o, text);
    return true;
}

void obj_tell_indirect_calls(ObjCtx *o, LSym *text)
{
    if (!(text->fn->flags & TextNOSPLIT))
        return;
    for (const Prog *p = text->fn->first; p; p = p->next)
        if (p->as == ACALL && p->to.name != NameExtern && p->to.type != AddrBranch)
            obj_reach(o, (ReachRecord){.kind = GoReachIndirectCall, .off = (uint32_t)p->pc, .sym = text});
}
