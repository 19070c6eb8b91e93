/* frame.c - what stands around a function's own instructions.
 *
 * Expects the Progs as compile or asm wrote them.  Inserts in front
 *
 *     [stack check]                     unless NOSPLIT
 *     PUSHQ BP; MOVQ SP, BP             when there is a frame or a call
 *     SUBQ $locals, SP
 *
 * undoes it before each RET, and adds behind everything the call of morestack
 * that the check jumps to.  The check compares SP with g.stackguard0; a frame
 * of up to StackSmall bytes may go below the guard, so small functions compare
 * SP itself (FORMATS, section 8):
 *
 *     size <= 128    CMPQ SP, 16(R14); JLS more
 *     size <= 4096   LEAQ -(size-128)(SP), R12; CMPQ R12, 16(R14); JLS more
 *     larger         MOVQ SP, R12; SUBQ $(size-128), R12; JCS more; CMPQ R12, 16(R14); JLS more
 *
 * and ABI0 functions first load R14 from TLS.  While morestack runs, nothing
 * says which registers hold pointers, so that stretch is an unsafe point.
 *
 * Leaves in each Prog how far SP has been lowered in front of it (p->sp), which
 * gives x-8(SP) and x+8(FP) their meaning and pctab.c the pcsp table. */
#include <string.h>

#include "asm6.h"

enum { StackSmall = 128, StackBig = 4096 };
enum { GuardOffset = 16, SystemGuardOffset = 24 }; /* g.stackguard0, g.stackguard1 */
enum { UnsafePointUnsafe = -2, UnsafePointSafe = -1 };

/* One function being framed. */
typedef struct Frame {
    ObjCtx *o;
    LSym *text;
    FuncInfo *fn;
    int32_t size;    /* bytes below the return address, saved BP included */
    int32_t bp;      /* 8 when BP is saved, else 0 */
    Prog *start;     /* first Prog of the stack check: where a retry begins */
} Frame;

int64_t prog_sp_offset(const Prog *p, const Addr *a)
{
    if (a->name == NameParam)
        return a->off + p->sp + 8;
    if (a->name == NameAuto)
        return a->off + p->sp - (p->mark & MarkBP ? 8 : 0);
    return a->off;
}

static Prog *insert(Frame *f, Prog *after, As as, Addr from, Addr to)
{
    Prog *p = obj_prog_after(f->o, f->text, after, as);
    p->from = from;
    p->to = to;
    p->mark |= MarkMade;
    return p;
}

static Prog *insert_pcdata(Frame *f, Prog *after, int table, int value)
{
    return insert(f, after, APCDATA, addr_const(table), addr_const(value));
}

/* Calls of the runtime that need no frame of ours: they end in a panic and
 * find room below the guard. */
static bool is_small_runtime_call(const Prog *p)
{
    static const char *const names[] = {"panicdivide", "panicwrap", "panicshift", "panicBounds", "panicIndex", "panicSlice"};
    if (p->to.type != AddrMem || p->to.name != NameExtern || strncmp(p->to.sym->name, "runtime.", 8) != 0)
        return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(p->to.sym->name + 8, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

static bool has_calls(const FuncInfo *fn)
{
    for (const Prog *p = fn->first; p; p = p->next)
        if (p->as == ACALL)
            return true;
    return false;
}

/* A small function that calls nobody needs no check. */
static bool is_leaf(const Frame *f)
{
    if (f->size >= StackSmall)
        return false;
    for (const Prog *p = f->fn->first; p; p = p->next)
        if (p->as == ACALL && (!is_small_runtime_call(p) || f->size >= StackSmall - 8))
            return false;
    return true;
}

static LSym *morestack_symbol(Frame *f)
{
    if (f->fn->cfunc)
        return obj_lookup(f->o, "runtime.morestackc", ABI0);
    return obj_lookup(f->o, f->fn->flags & TextNEEDCTXT ? "runtime.morestack" : "runtime.morestack_noctxt", ABI0);
}

/* The block behind the function: spill, call, reload, try again. */
static Prog *append_morestack(Frame *f)
{
    FuncInfo *fn = f->fn;
    Prog *more = insert(f, fn->last, ANOP, (Addr){0}, (Addr){0});
    more->pos = fn->pos;
    Prog *p = insert_pcdata(f, more, PcdataStackMapIndex, -1);
    p = insert_pcdata(f, p, PcdataUnsafePoint, UnsafePointUnsafe);
    for (int i = 0; i < fn->nspills; i++)
        p = insert(f, p, fn->spills[i].store, addr_reg(fn->spills[i].reg), addr_mem(REG_SP, fn->spills[i].off + 8));
    p = insert(f, p, ACALL, (Addr){0}, addr_sym(morestack_symbol(f), 0));
    p = insert_pcdata(f, p, PcdataUnsafePoint, UnsafePointSafe);
    for (int i = 0; i < fn->nspills; i++)
        p = insert(f, p, fn->spills[i].load, addr_mem(REG_SP, fn->spills[i].off + 8), addr_reg(fn->spills[i].reg));
    insert(f, p, AJMP, (Addr){0}, addr_branch(f->start));
    return more;
}

/* Inserts the check after `after` (NULL: in front); returns its last Prog. */
static Prog *insert_check(Frame *f, Prog *after)
{
    Addr guard = addr_mem(REG_g, f->fn->cfunc ? SystemGuardOffset : GuardOffset);
    Prog *p = after, *jump1 = NULL, *jump;
    if (f->text->abi == ABI0)
        p = f->start = insert(f, p, AMOVQ, addr_mem(REG_TLS, 0), addr_reg(REG_g));
    Prog *first = p;
    if (f->size <= StackSmall) {
        p = insert(f, p, ACMPQ, addr_reg(REG_SP), guard);
        p = insert_pcdata(f, p, PcdataUnsafePoint, UnsafePointUnsafe);
    } else if (f->size <= StackBig) {
        p = insert(f, p, ALEAQ, addr_mem(REG_SP, -(int64_t)(f->size - StackSmall)), addr_reg(REG_R12));
        p = insert(f, p, ACMPQ, addr_reg(REG_R12), guard);
        p = insert_pcdata(f, p, PcdataUnsafePoint, UnsafePointUnsafe);
    } else {
        p = insert(f, p, AMOVQ, addr_reg(REG_SP), addr_reg(REG_R12));
        p = insert_pcdata(f, p, PcdataUnsafePoint, UnsafePointUnsafe);
        p = insert(f, p, ASUBQ, addr_const(f->size - StackSmall), addr_reg(REG_R12));
        p = jump1 = insert(f, p, AJCS, (Addr){0}, (Addr){0});
        p = insert(f, p, ACMPQ, addr_reg(REG_R12), guard);
    }
    p = jump = insert(f, p, AJLS, (Addr){0}, (Addr){0});
    p = insert_pcdata(f, p, PcdataUnsafePoint, UnsafePointSafe);
    if (!f->start)
        f->start = first ? first->next : f->fn->first;
    Prog *more = append_morestack(f);
    jump->to = addr_branch(more);
    if (jump1)
        jump1->to = addr_branch(more);
    return p;
}

static Prog *insert_adjust(Frame *f, Prog *after, int32_t down)
{
    Prog *p = insert(f, after, AADJSP, addr_const(down), (Addr){0});
    p->spadj = down;
    return p;
}

static Prog *insert_frame(Frame *f, Prog *p)
{
    if (f->bp) {
        p = insert(f, p, APUSHQ, (Addr){0}, addr_reg(REG_BP));
        p->spadj = 8;
        p = insert(f, p, AMOVQ, addr_reg(REG_SP), addr_reg(REG_BP));
    }
    if (f->size > f->bp)
        p = insert_adjust(f, p, f->size - f->bp);
    return p;
}

/* How an instruction that the user wrote moves SP. */
static int32_t sp_adjust(const Prog *p)
{
    switch (p->as) {
    case APUSHQ: case APUSHFQ: return 8;
    case APUSHW: case APUSHFW: return 2;
    case APOPQ: case APOPFQ: return -8;
    case APOPW: case APOPFW: return -2;
    case AADJSP: return (int32_t)(p->from.type == AddrConst ? p->from.off : p->to.off);
    default: return 0;
    }
}

static bool writes_sp(const Prog *p)
{
    if (p->to.type != AddrReg || p->to.reg != REG_SP || (p->mark & MarkMade))
        return false;
    switch (p->as) {
    case APUSHQ: case APUSHW: case APOPQ: case ACALL: case AJMP:
    case ACMPB: case ACMPW: case ACMPL: case ACMPQ: case ATESTB: case ATESTW: case ATESTL: case ATESTQ:
        return false;
    default: return true;
    }
}

/* RET becomes ADDQ, POPQ BP, RET; RET f(SB) ends in a jump.  The Prog itself
 * stays the first of them, so that branches to it still mean the whole. */
static Prog *expand_ret(Frame *f, Prog *ret)
{
    Addr target = ret->to.type == AddrMem ? ret->to : (Addr){0};
    bool jump = target.name == NameExtern && target.type == AddrMem;
    Prog *p = ret;
    int32_t sp = ret->sp;
    if (f->size > f->bp) {
        p->as = AADJSP;
        p->from = addr_const(-(f->size - f->bp));
        p->to = (Addr){0};
        p->spadj = -(f->size - f->bp);
        sp += p->spadj;
        p = insert(f, p, ARET, (Addr){0}, (Addr){0});
        p->sp = sp;
    }
    if (f->bp) {
        p->as = APOPQ;
        p->to = addr_reg(REG_BP);
        p->spadj = -8;
        sp -= 8;
        p = insert(f, p, ARET, (Addr){0}, (Addr){0});
        p->sp = sp;
    }
    if (jump) {
        p->as = AJMP;
        p->to = target;
    }
    ret->mark |= MarkRet;
    return p;
}

/* Walks the user's part in source order: SP offsets, RETs. */
static bool track_sp(Frame *f, Prog *p, const Prog *end)
{
    int32_t sp = f->size;
    bool ok = true;
    for (; p && p != end; p = p->next) {
        p->sp = sp;
        if (f->bp)
            p->mark |= MarkBP;
        if (writes_sp(p))
            f->fn->flags |= TextSPWRITE;
        if (p->as == ARET) {
            if (sp != f->size) {
                obj_error(f->o, p->pos, "%s: unbalanced PUSH/POP", f->text->name);
                ok = false;
            }
            p = expand_ret(f, p);
            sp = f->size;
        } else {
            p->spadj = sp_adjust(p);
            sp += p->spadj;
        }
    }
    return ok;
}

/* The prologue's own offsets: 0 up to the frame, then growing. */
static void track_prologue(Prog *p, const Prog *end)
{
    int32_t sp = 0;
    for (; p != end; p = p->next) {
        p->sp = sp;
        sp += p->spadj;
    }
}

bool frame_insert(ObjCtx *o, LSym *text)
{
    Frame f = {.o = o, .text = text, .fn = text->fn};
    FuncInfo *fn = text->fn;
    Prog *body = fn->first;
    if (body && body->as == ATEXT)
        body = body->next;
    Prog *head = body == fn->first ? NULL : fn->first; /* the TEXT line, if there is one */
    int32_t locals = fn->locals < 0 ? 0 : fn->locals;
    if (!(fn->flags & TextNOFRAME) && !(locals == 0 && !has_calls(fn)))
        f.bp = 8;
    f.size = fn->frame = locals + f.bp;
    if (f.size % 8 != 0) {
        obj_error(o, fn->pos, "%s: unaligned stack size %d", text->name, (int)f.size);
        return false;
    }
    if (f.bp == 0 && (fn->flags & TextNOFRAME) && locals != 0) {
        obj_error(o, fn->pos, "%s: NOFRAME functions must have a frame size of 0", text->name);
        return false;
    }
    if (!(fn->flags & TextNOSPLIT) && is_leaf(&f))
        fn->flags |= TextNOSPLIT;
    Prog *last = head;
    const Prog *end = NULL;
    if (!(fn->flags & TextNOSPLIT)) {
        Prog *user_last = fn->last;
        last = insert_check(&f, head);
        end = user_last ? user_last->next : NULL;
    }
    last = insert_frame(&f, last);
    Prog *first = last ? last->next : fn->first;
    track_prologue(fn->first, first);
    return track_sp(&f, first, end);
}
