/* dialect.c - the directives of compile -S=asm.
 *
 * assembler/obj/print.c writes them and explains each; a file that uses them
 * starts with PKG.  From then on functions count as compiled ones: no argument
 * maps are added, and LINE says where an instruction comes from. */
#include <string.h>

#include "asm.h"

static bool comma(AsmCtx *a)
{
    if (eat_op(a, ','))
        return true;
    line_error(a, "expected ','");
    return false;
}

/* $n */
static bool number(AsmCtx *a, int64_t *v)
{
    Addr x;
    if (!parse_operand(a, &x))
        return false;
    if (x.type != AddrConst) {
        line_error(a, "expected an integer constant");
        return false;
    }
    *v = x.off;
    return true;
}

/* $n, $n, ... */
static bool numbers(AsmCtx *a, int64_t *v, int n)
{
    for (int i = 0; i < n; i++)
        if ((i > 0 && !comma(a)) || !number(a, &v[i]))
            return false;
    return true;
}

static const char *string(AsmCtx *a)
{
    if (a->line >= a->end || a->line->kind != TokString) {
        line_error(a, "expected a string");
        return NULL;
    }
    const Token *t = a->line++;
    return intern(&a->names, t->text, (size_t)t->value);
}

/* "x"<ABIInternal>(SB), or $0 for none. */
static bool symbol(AsmCtx *a, LSym **s)
{
    Addr x;
    if (!parse_operand(a, &x))
        return false;
    if (x.type != AddrConst && (x.type != AddrMem || x.name != NameExtern)) {
        line_error(a, "expected a symbol");
        return false;
    }
    *s = x.type == AddrConst ? NULL : x.sym;
    return true;
}

static bool in_text(AsmCtx *a)
{
    if (!a->text)
        line_error(a, "directive outside of TEXT");
    return a->text != NULL;
}

static void set_position(AsmCtx *a, ObjPos at)
{
    vec_push(a->lines, a->nlines, a->cap_lines, at);
    a->line_pos = DialectPos | (uint32_t)(a->nlines - 1);
}

static void do_pkg(AsmCtx *a)
{
    const char *settings[64];
    int n = 0;
    a->from_compile = true;
    a->obj.is_asm = false;
    a->obj.inlined = dialect_inlined;
    set_position(a, (ObjPos){0});
    if (!(a->obj.pkgname = string(a)))
        return;
    while (a->line < a->end && n < 64 && comma(a))
        if (!(settings[n++] = string(a)))
            return;
    a->obj.settings = arena_dup(a->arena, settings, sizeof *settings * (size_t)n);
    a->obj.nsettings = n;
}

static void do_line(AsmCtx *a)
{
    ObjPos at = a->nlines ? a->lines[a->nlines - 1] : (ObjPos){0};
    int64_t line, v[3];
    if (!number(a, &line))
        return;
    at.line = (int32_t)line;
    if (a->line < a->end) {
        if (!comma(a) || !(at.file = string(a)) || !comma(a) || !numbers(a, v, 3))
            return;
        at.col = (int32_t)v[0];
        at.inl = v[1] > 0 ? (int32_t)(v[1] + a->inline_base) : 0;
        at.node = (uint32_t)v[2];
        if (at.inl < 0 || (size_t)at.inl > a->ninlines) {
            line_error(a, "LINE: no such inlined call");
            return;
        }
    }
    else if (line == 0)
        at = (ObjPos){0};
    if (!at.file && line != 0) {
        line_error(a, "LINE: the first needs a file");
        return;
    }
    set_position(a, at);
}

static void do_func(AsmCtx *a)
{
    int64_t v[4];
    if (!in_text(a) || !numbers(a, v, 4))
        return;
    FuncInfo *fn = a->text->fn;
    fn->func_id = (uint8_t)v[0];
    fn->start_line = (int32_t)v[1];
    fn->align = (uint32_t)v[2];
    fn->cfunc = v[3] & 1;
    if (v[3] & 2)
        fn->flags |= TextASM;
    if (v[2] < 0 || v[2] > 4096 || (v[2] & (v[2] - 1))) {
        line_error(a, "FUNC: bad alignment");
        fn->align = 0;
    }
}

static As mnemonic(AsmCtx *a)
{
    As as = a->line < a->end && a->line->kind == TokIdent ? (As)(uintptr_t)map_get_str(&a->mnemonics, a->line->text) : AXXX;
    if (as == AXXX)
        line_error(a, "expected an instruction name");
    else
        a->line++;
    return as;
}

static void do_spill(AsmCtx *a)
{
    Addr reg;
    int64_t off;
    As store, load;
    if (!in_text(a) || !(store = mnemonic(a)) || !comma(a) || !(load = mnemonic(a)) || !comma(a) || !parse_operand(a, &reg) ||
        !comma(a) || !number(a, &off))
        return;
    if (reg.type != AddrReg) {
        line_error(a, "SPILL: expected register");
        return;
    }
    FuncInfo *fn = a->text->fn;
    RegSpill *spills = NEW_ARRAY(a->arena, RegSpill, fn->nspills + 1);
    if (fn->nspills)
        memcpy(spills, fn->spills, sizeof *spills * (size_t)fn->nspills);
    spills[fn->nspills++] = (RegSpill){.reg = reg.reg, .store = (uint16_t)store, .load = (uint16_t)load, .off = off};
    fn->spills = spills;
}

InlCall dialect_inlined(void *arg, int32_t call)
{
    AsmCtx *a = arg;
    return a->inlines[call];
}

static void do_inline(AsmCtx *a)
{
    int64_t v[3];
    InlCall c = {0};
    if (!numbers(a, v, 3) || !comma(a) || !(c.name = string(a)))
        return;
    if (v[0] < -1 || v[0] + a->inline_base >= (int64_t)a->ninlines) {
        line_error(a, "INLINE: no such parent");
        return;
    }
    c.parent = v[0] < 0 ? -1 : (int32_t)(v[0] + a->inline_base);
    c.start_line = (int32_t)v[1];
    c.func_id = (uint8_t)v[2];
    vec_push(a->inlines, a->ninlines, a->cap_inlines, c);
}

static void do_inlmark(AsmCtx *a)
{
    int64_t n;
    if (!in_text(a) || !number(a, &n))
        return;
    if (n < 0 || n + a->inline_base >= (int64_t)a->ninlines) {
        line_error(a, "INLMARK: no such inlined call");
        return;
    }
    vec_push(a->next_marks, a->nnext_marks, a->cap_next_marks, (int32_t)(n + a->inline_base));
}

static void do_value(AsmCtx *a)
{
    int64_t n;
    if (!number(a, &n))
        return;
    a->value = (uint32_t)n;
    a->obj.prov = true;
}

static SymKind kind_named(AsmCtx *a)
{
    if (a->line < a->end && a->line->kind == TokIdent)
        for (SymKind k = SymRodata; k <= SymNoptrbss; k++)
            if (strcmp(sym_kind_name(k), a->line->text) == 0) {
                a->line++;
                return k;
            }
    line_error(a, "SYM: expected a kind");
    return SymUndef;
}

static void do_sym(AsmCtx *a)
{
    LSym *s, *type = NULL;
    SymKind kind;
    int64_t v[3];
    if (!symbol(a, &s) || !comma(a) || !(kind = kind_named(a)) || !comma(a) || !numbers(a, v, 3))
        return;
    if (a->line < a->end && (!comma(a) || !symbol(a, &type)))
        return;
    if (!s || s->kind != SymUndef || v[0] < 0 || v[0] > 1 << 30 || v[1] < 0 || v[1] > 4096 || (v[1] & (v[1] - 1))) {
        line_error(a, "SYM: bad or repeated symbol");
        return;
    }
    obj_new_data(s, kind, (uint16_t)v[2] & (SymDupok | SymTypelink | SymItab | SymTypeDesc), (uint32_t)v[1]);
    obj_set_size(s, (uint64_t)v[0]);
    s->gotype = type;
    s->order = ++a->next_order;
    note_data(a, s, KindSettled);
}

static void do_weakref(AsmCtx *a)
{
    LSym *s;
    if (symbol(a, &s) && s)
        s->flags |= SymWeakRef;
}

static void do_reach(AsmCtx *a)
{
    int64_t v[2];
    ReachRecord r = {0};
    if (!numbers(a, v, 2) || !comma(a) || !symbol(a, &r.sym) || !comma(a) || !symbol(a, &r.to) || !comma(a) || !symbol(a, &r.name))
        return;
    if (!r.sym) {
        line_error(a, "REACH: the first symbol is missing");
        return;
    }
    r.kind = (uint32_t)v[0];
    r.off = (uint32_t)v[1];
    obj_reach(&a->obj, r);
}

/* An instruction made now gets the INLMARKs in front of it. */
void dialect_marks(AsmCtx *a, Prog *p)
{
    for (size_t i = 0; i < a->nnext_marks; i++)
        obj_inl_mark(&a->obj, a->text, p, a->next_marks[i]);
    a->nnext_marks = 0;
}

bool parse_dialect(AsmCtx *a, const char *word)
{
    static const struct { const char *name; void (*parse)(AsmCtx *); } directives[] = {
        {"PKG", do_pkg}, {"LINE", do_line}, {"FUNC", do_func}, {"SPILL", do_spill}, {"INLINE", do_inline}, {"INLMARK", do_inlmark},
        {"VALUE", do_value}, {"SYM", do_sym}, {"WEAKREF", do_weakref}, {"REACH", do_reach},
    };
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++)
        if (strcmp(word, directives[i].name) == 0 && (i == 0 || a->from_compile)) {
            directives[i].parse(a);
            if (!a->failed_line && a->line < a->end)
                line_error(a, "unexpected %s at end of line", token_text(a, a->line));
            return true;
        }
    return false;
}
