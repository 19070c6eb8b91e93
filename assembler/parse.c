/* parse.c - lines of tokens to Progs and symbols.
 *
 *   line     = { label ":" } [ TEXT | DATA | GLOBL | PCDATA | FUNCDATA | instruction ]
 *
 * Instructions go to the TEXT in front of them.  Branches to labels are patched
 * when the function ends.  Whether `runtime·x` means the variable or the ABI0
 * function of that name shows only when all is read: such references are kept
 * in a->late and settled last.  Then the functions are assembled, in order. */
#include <stdlib.h>
#include <string.h>

#include "../base/utf8.h"
#include "asm.h"

/* ---- Names ---- */

/* Path escapes (FORMATS, section 16): the last element's dots, and whatever is not plain. */
static const char *escape_path(AsmCtx *a, const char *path)
{
    Buf b = {0};
    const char *slash = strrchr(path, '/');
    for (const char *p = path; *p; p++) {
        unsigned char c = (unsigned char)*p;
        bool plain = c > ' ' && c < 0x7f && c != '%' && c != '"' && !(c == '.' && p > (slash ? slash : path - 1));
        if (plain)
            buf_putc(&b, (char)c);
        else
            buf_printf(&b, "%%%02x", c);
    }
    const char *name = arena_strndup(a->arena, b.data ? b.data : "", b.len);
    buf_free(&b);
    return name;
}

/* The middle dot is a dot, the division slash a slash; a leading dot belongs
 * to the package that is being assembled. */
const char *symbol_name(AsmCtx *a, const char *text)
{
    Buf b = {0};
    for (const char *p = text; *p;) {
        uint32_t r;
        size_t n = utf8_decode(p, strlen(p), &r);
        if (r == 0xb7) {
            if (p == text)
                buf_puts(&b, escape_path(a, a->pkgpath));
            buf_putc(&b, '.');
        } else if (r == 0x2215) {
            buf_putc(&b, '/');
        } else {
            buf_write(&b, p, n);
        }
        p += n;
    }
    const char *name = intern(&a->names, b.data ? b.data : "", b.len);
    buf_free(&b);
    return name;
}

/* ---- Functions ---- */

static void define_pending_labels(AsmCtx *a, Prog *p)
{
    for (size_t i = 0; i < a->npending; i++)
        map_put(&a->labels, a->pending_labels[i], p);
    a->npending = 0;
}

static Prog *append(AsmCtx *a, As as)
{
    if (!a->text && a->bad_text)
        return NULL;
    if (!a->text) {
        line_error(a, "instruction outside of TEXT: %s", as_name(as));
        return NULL;
    }
    Prog *p = obj_prog(&a->obj, a->text, as, a->line_pos ? a->line_pos : a->pos, a->value);
    define_pending_labels(a, p);
    if (as != ATEXT)
        dialect_marks(a, p);
    return p;
}

/* 4(PC): the fourth instruction from here. */
static Prog *relative_target(Prog *p, Prog *const *all, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (all[i] == p) {
            int64_t to = (int64_t)i + p->to.off;
            return to >= 0 && to < (int64_t)n ? all[to] : NULL;
        }
    return NULL;
}

static void patch_branches(AsmCtx *a)
{
    Prog **all = NULL;
    size_t n = 0, cap = 0;
    for (size_t i = 0; i < a->npatches; i++) {
        Prog *p = a->patches[i].p, *target;
        if (a->patches[i].label) {
            target = map_get(&a->labels, a->patches[i].label);
            if (!target)
                asm_error(a, p->pos, "undefined label %s", a->patches[i].label);
        } else {
            for (Prog *q = n ? NULL : a->text->fn->first; q; q = q->next)
                vec_push(all, n, cap, q);
            target = relative_target(p, all, n);
            if (!target)
                asm_error(a, p->pos, "branch target %lld(PC) is outside of the function", (long long)p->to.off);
        }
        p->to = addr_branch(target ? target : p);
    }
    free(all);
    a->npatches = 0;
}

static void end_function(AsmCtx *a)
{
    if (!a->text)
        return;
    if (a->npending)
        append(a, ANOP);
    patch_branches(a);
    map_free(&a->labels);
    a->labels = (Map){0};
    a->text = NULL;
}

/* ---- Pieces of directives ---- */

static bool expect_comma(AsmCtx *a)
{
    if (eat_op(a, ','))
        return true;
    line_error(a, "expected ',', found %s", a->line < a->end ? token_text(a, a->line) : "end of line");
    return false;
}

static bool at_end(AsmCtx *a)
{
    if (a->line < a->end)
        line_error(a, "unexpected %s at end of line", token_text(a, a->line));
    return a->line >= a->end;
}

/* sym+off(SB), as the first operand of TEXT, DATA and GLOBL. */
static bool parse_sb(AsmCtx *a, const char *directive, LSym **sym, int64_t *off, bool text)
{
    bool explicit_abi;
    if (a->line >= a->end || (a->line->kind != TokIdent && a->line->kind != TokString)) {
        line_error(a, "%s symbol must be of the form symbol(SB)", directive);
        return false;
    }
    if (!parse_symbol(a, sym, off, &explicit_abi, text))
        return false;
    if (!eat_op(a, '(') || a->line >= a->end || a->line->kind != TokIdent || strcmp(a->line->text, "SB") != 0) {
        line_error(a, "%s symbol \"%s\" must be a symbol(SB)", directive, (*sym)->name);
        return false;
    }
    a->line++;
    if (!eat_op(a, ')')) {
        line_error(a, "%s symbol \"%s\" must be a symbol(SB)", directive, (*sym)->name);
        return false;
    }
    return true;
}

static bool next_starts_flags(const AsmCtx *a) { return !at_op(a, '$'); }

/* A number or an expression in parentheses: the minus behind it is not its own. */
static bool parse_frame_number(AsmCtx *a, uint64_t *v)
{
    const Token *start = a->line, *end = a->end;
    int depth = 0;
    const Token *p = start;
    for (; p < end; p++) {
        if (p->kind != TokOp)
            continue;
        if (depth == 0 && p->value == '-')
            break;
        depth += (p->value == '(') - (p->value == ')');
    }
    a->end = p;
    bool ok = parse_expr(a, v);
    a->end = end;
    return ok;
}

/* $32, $32-8, $-8, $(16+8)-8 */
static bool parse_frame(AsmCtx *a, int64_t *locals, int64_t *args)
{
    uint64_t v;
    bool negative;
    *args = ArgsUnknown;
    if (!eat_op(a, '$')) {
        line_error(a, "TEXT: frame size must be an immediate constant");
        return false;
    }
    negative = eat_op(a, '-');
    if (!parse_frame_number(a, &v))
        return false;
    *locals = negative ? -(int64_t)v : (int64_t)v;
    if (eat_op(a, '-')) {
        if (!parse_frame_number(a, &v))
            return false;
        *args = (int64_t)v;
    }
    return true;
}

/* ---- TEXT ---- */

static void parse_text(AsmCtx *a)
{
    LSym *s;
    int64_t off, locals, args;
    uint64_t flags = 0;
    end_function(a);
    a->bad_text = true;
    if (!parse_sb(a, "TEXT", &s, &off, true) || !expect_comma(a))
        return;
    if (off != 0) {
        line_error(a, "TEXT symbol \"%s\" must not have an offset", s->name);
        return;
    }
    if (next_starts_flags(a) && (!parse_expr(a, &flags) || !expect_comma(a)))
        return;
    if (!parse_frame(a, &locals, &args) || !at_end(a))
        return;
    if (locals > 0x7ffffff0 || locals < -8 || (args != ArgsUnknown && args > 0x7ffffff0)) {
        line_error(a, "TEXT %s: frame size too large", s->name);
        return;
    }
    if (s->kind != SymUndef) {
        line_error(a, "symbol %s redeclared", s->name);
        return;
    }
    if (s->flags & SymStatic)
        s->abi = ABI0;
    FuncInfo *fn = obj_new_text(&a->obj, s, (uint32_t)flags & 0x3fff, a->arena);
    s->order = (uint32_t)a->nfunctions;
    fn->locals = (int32_t)locals;
    fn->args = (int32_t)args;
    fn->pos = a->line_pos ? a->line_pos : a->pos;
    a->inline_base = (int32_t)a->ninlines;
    a->value = 0;
    fn->start_line = (int32_t)(a->pos & ((1u << PosLineBits) - 1));
    fn->func_id = (uint8_t)obj_func_id(s->name, (flags & (TextWRAPPER | TextABIWRAPPER)) != 0);
    vec_push(a->functions, a->nfunctions, a->cap_functions, s);
    a->text = s;
    a->bad_text = false;
    append(a, ATEXT);
}

/* ---- DATA and GLOBL ---- */

/* What is known of a data symbol until its kind is settled. */
DataNote *note_data(AsmCtx *a, LSym *s, uint64_t flags)
{
    DataNote *note = s->user;
    if (!note)
        s->user = note = NEW(a->arena, DataNote);
    note->flags = flags;
    note->pos = a->pos;
    return note;
}

static void data_value(AsmCtx *a, LSym *s, int64_t off, uint64_t width, const Addr *v)
{
    switch (v->type) {
    case AddrConst:
        obj_put_int(s, (uint64_t)off, (uint64_t)v->off, (int)width);
        break;
    case AddrFConst: {
        uint64_t bits = 0;
        float f = (float)v->fval;
        memcpy(&bits, width == 4 ? (const void *)&f : (const void *)&v->fval, (size_t)width);
        obj_put_int(s, (uint64_t)off, bits, (int)width);
        break;
    }
    case AddrSConst:
        obj_set_size(s, (uint64_t)off + width);
        obj_put_bytes(s, (uint64_t)off, v->sval, v->slen < width ? v->slen : (size_t)width);
        break;
    case AddrAddr:
        if (width == 4)
            obj_put_off32(s, (uint64_t)off, v->sym, v->off);
        else
            obj_put_addr(s, (uint64_t)off, v->sym, v->off);
        if (v->pad == 0)
            vec_push(a->late, a->nlate, a->cap_late, (LateRef){.data = s, .reloc = s->nrelocs - 1, .address = true});
        break;
    default: break;
    }
}

static bool data_fits(AsmCtx *a, const LSym *s, uint64_t width, const Addr *v)
{
    bool power = width == 1 || width == 2 || width == 4 || width == 8;
    if (v->type == AddrAddr ? v->name != NameExtern || (width != 8 && width != 4) : v->type == AddrFConst ? width != 4 && width != 8 : false) {
        line_error(a, "DATA %s: bad width %llu for this value", s->name, (unsigned long long)width);
        return false;
    }
    if (v->type != AddrConst && v->type != AddrFConst && v->type != AddrSConst && v->type != AddrAddr) {
        line_error(a, "DATA value must be an immediate constant or address");
        return false;
    }
    if (v->type == AddrConst ? !power : width == 0) {
        line_error(a, "bad int size for DATA argument: %llu", (unsigned long long)width);
        return false;
    }
    return true;
}

/* DATA sym+off(SB)/width, $value */
static void parse_data(AsmCtx *a)
{
    enum { MaxData = 1 << 28 };
    LSym *s;
    int64_t off;
    uint64_t width;
    Addr v;
    if (!parse_sb(a, "DATA", &s, &off, false))
        return;
    if (!eat_op(a, '/')) {
        line_error(a, "expected '/', found %s", a->line < a->end ? token_text(a, a->line) : "end of line");
        return;
    }
    if (!parse_expr(a, &width) || !expect_comma(a) || !parse_operand(a, &v) || !at_end(a) || !data_fits(a, s, width, &v))
        return;
    if (off < 0 || width > MaxData || off > MaxData) {
        line_error(a, "DATA %s: offset or size too large", s->name);
        return;
    }
    if (s->kind == SymText) {
        line_error(a, "symbol %s redeclared", s->name);
        return;
    }
    if ((uint64_t)off < s->size && (uint64_t)off < s->data.len) {
        line_error(a, "overlapping DATA entry for %s", s->name);
        return;
    }
    if (s->kind == SymUndef) {
        obj_new_data(s, SymData, 0, 0);
        s->order = ++a->next_order;
        note_data(a, s, TextNOPTR);
    }
    data_value(a, s, off, width, &v);
}

static SymKind data_kind(const LSym *s, uint64_t flags)
{
    if (flags & TextRODATA)
        return SymRodata;
    bool zero = s->data.len == 0;
    if (flags & TextNOPTR)
        return zero ? SymNoptrbss : SymNoptrdata;
    return zero ? SymBss : SymData;
}

/* GLOBL sym(SB), flags, $size.  The kind is settled when all DATA is known. */
static void parse_globl(AsmCtx *a)
{
    LSym *s;
    int64_t off;
    uint64_t flags = 0, size;
    if (!parse_sb(a, "GLOBL", &s, &off, false) || !expect_comma(a))
        return;
    if (next_starts_flags(a) && (!parse_expr(a, &flags) || !expect_comma(a)))
        return;
    if (!eat_op(a, '$')) {
        line_error(a, "GLOBL size must be an immediate constant");
        return;
    }
    if (!parse_expr(a, &size) || !at_end(a))
        return;
    if (off != 0 || (flags & TextTLSBSS)) {
        line_error(a, off ? "GLOBL symbol \"%s\" must not have an offset" : "GLOBL %s: thread-local data is not supported", s->name);
        return;
    }
    if (size > 1u << 30) {
        line_error(a, "GLOBL %s: size too large", s->name);
        return;
    }
    const DataNote *note = s->user;
    if (s->kind == SymText || (note && (note->flags & (GloblSeen | KindSettled)))) {
        line_error(a, "symbol %s redeclared", s->name);
        return;
    }
    note_data(a, s, flags | GloblSeen);
    if (size < s->size) {
        line_error(a, "GLOBL %s: DATA goes beyond the size %llu", s->name, (unsigned long long)size);
        return;
    }
    if (s->kind == SymUndef)
        s->order = ++a->next_order;
    obj_new_data(s, SymData, flags & TextDUPOK ? SymDupok : 0, 0);
    obj_set_size(s, size);
}

static void settle_data_kinds(AsmCtx *a)
{
    for (size_t i = 0; i < a->obj.nlist; i++) {
        LSym *s = a->obj.list[i];
        const DataNote *note = s->user;
        uint64_t flags = note ? note->flags : TextNOPTR;
        if (s->kind != SymData || (flags & KindSettled))
            continue;
        if (!note || !(flags & GloblSeen))
            asm_error(a, note ? note->pos : 0, "DATA for %s without GLOBL", s->name);
        s->kind = (uint8_t)data_kind(s, flags);
    }
}

/* ---- PCDATA and FUNCDATA ---- */

static void parse_pcdata(AsmCtx *a)
{
    Addr table, value;
    if (!parse_operand(a, &table) || !expect_comma(a) || !parse_operand(a, &value) || !at_end(a))
        return;
    if (table.type != AddrConst || value.type != AddrConst) {
        line_error(a, "PCDATA: arguments must be integer constants");
        return;
    }
    Prog *p = append(a, APCDATA);
    if (p) {
        p->from = table;
        p->to = value;
    }
}

/* go_args_stackmap stands for the map that compile makes from the Go declaration. */
static LSym *args_map(AsmCtx *a, const LSym *text, const char *suffix)
{
    size_t n = strlen(text->name);
    if (text->flags & SymAbi0)
        n -= strlen(".abi0");
    LSym *s = obj_lookup(&a->obj, arena_printf(a->arena, "%.*s%s", (int)n, text->name, suffix), ABIInternal);
    s->flags |= SymWeakRef;
    return s;
}

/* NO_LOCAL_POINTERS: two stack maps of no bits. */
static void define_no_pointers(AsmCtx *a, LSym *s)
{
    note_data(a, s, KindSettled);
    obj_new_data(s, SymFuncdata, SymDupok, 4);
    obj_put_int(s, 0, 2, 8);
    s->order = ++a->next_order;
}

static void parse_funcdata(AsmCtx *a)
{
    Addr table, value;
    if (!parse_operand(a, &table) || !expect_comma(a) || !parse_operand(a, &value) || !at_end(a))
        return;
    if (table.type != AddrConst) {
        line_error(a, "FUNCDATA: first argument must be an integer constant");
        return;
    }
    if (value.type != AddrMem || value.name != NameExtern) {
        line_error(a, "FUNCDATA: second argument must be a symbol");
        return;
    }
    Prog *p = append(a, AFUNCDATA);
    if (!p)
        return;
    p->from = table;
    p->to = value;
    if (strcmp(value.sym->name, "go_args_stackmap") == 0)
        p->to.sym = args_map(a, a->text, ".args_stackmap");
    if (!a->from_compile && strcmp(value.sym->name, "no_pointers_stackmap") == 0 && value.sym->kind == SymUndef)
        define_no_pointers(a, value.sym);
}

/* Functions of this package in ABI0 get their maps without asking. */
static void add_arg_maps(AsmCtx *a, LSym *s)
{
    const char *prefix = escape_path(a, a->pkgpath);
    size_t n = strlen(prefix);
    if (s->abi != ABI0 || (s->flags & SymStatic) || strncmp(s->name, prefix, n) != 0 || s->name[n] != '.')
        return;
    bool map = false, info = false;
    for (const Prog *p = s->fn->first; p; p = p->next)
        if (p->as == AFUNCDATA) {
            map |= p->from.off == FuncdataArgsPointerMaps;
            info |= p->from.off == FuncdataArgInfo;
        }
    if (!map)
        obj_funcdata(&a->obj, s, s->fn->pos, FuncdataArgsPointerMaps, args_map(a, s, ".args_stackmap"));
    if (!info)
        obj_funcdata(&a->obj, s, s->fn->pos, FuncdataArgInfo, args_map(a, s, ".arginfo0"));
}

/* ---- Instructions ---- */

/* VADDPD.BCST.Z: the letters behind the dots. */
static bool parse_suffix(AsmCtx *a, uint8_t *suffix)
{
    static const struct { const char *name; uint8_t bits; } suffixes[] = {
        {"Z", SuffixZ}, {"BCST", SuffixBCST}, {"SAE", SuffixSAE}, {"RN_SAE", SuffixRN}, {"RD_SAE", SuffixRD},
        {"RU_SAE", SuffixRU}, {"RZ_SAE", SuffixRZ},
    };
    *suffix = 0;
    while (eat_op(a, '.')) {
        size_t i = 0, n = sizeof suffixes / sizeof *suffixes;
        while (i < n && !(a->line < a->end && a->line->kind == TokIdent && strcmp(a->line->text, suffixes[i].name) == 0))
            i++;
        if (i == n) {
            line_error(a, "unknown suffix %s", a->line < a->end ? token_text(a, a->line) : "end of line");
            return false;
        }
        *suffix |= suffixes[i].bits;
        a->line++;
    }
    return true;
}

static bool is_branch(As as)
{
    return (as >= AJOS && as <= AJGT) || as == AJMP || as == ACALL || as == AJCXZL || as == AJCXZQ || as == ALOOP || as == ALOOPEQ ||
           as == ALOOPNE || as == AXBEGIN;
}

/* Operands that stay where they are get their label or late reference. */
static void settle_operand(AsmCtx *a, Prog *p, Addr *o)
{
    bool branch = is_branch(p->as);
    if (o->type == AddrBranch) {
        if (!branch || o != &p->to) {
            line_error(a, "illegal or missing addressing mode for symbol %s", o->pad ? o->var : "PC");
            return;
        }
        vec_push(a->patches, a->npatches, a->cap_patches, (Patch){p, o->pad ? o->var : NULL});
        return;
    }
    if (o->name != NameExtern || o->pad != 0)
        return;
    bool call = branch || p->as == ARET;
    bool address = call || o->type == AddrAddr || p->as == ALEAQ || p->as == ALEAL;
    late_ref(a, o, address && o->type != AddrIndir, call && o->type == AddrMem);
}

static void set_operands(AsmCtx *a, Prog *p, Addr *ops, int n)
{
    if (n > 0)
        p->to = ops[n - 1];
    if (n > 1)
        p->from = ops[0];
    if (n > 2) {
        p->rest = arena_dup(a->arena, ops + 1, sizeof *ops * (size_t)(n - 2));
        p->nrest = (uint8_t)(n - 2);
    }
    settle_operand(a, p, &p->from);
    for (int i = 0; i < p->nrest; i++)
        settle_operand(a, p, &p->rest[i]);
    settle_operand(a, p, &p->to);
    if (a->failed_line) { /* reported; nothing to encode */
        p->as = ANOP;
        p->from = p->to = (Addr){0};
        p->nrest = 0;
    }
}

/* CMPPS X0, X1, 3: the predicate may stand without its $. */
static void bare_constant(As as, Addr *ops, int n)
{
    bool compare = as == ACMPPS || as == ACMPPD || as == ACMPSS || as == ACMPSD;
    if (compare && n == 3 && ops[2].type == AddrMem && !ops[2].reg && !ops[2].index && !ops[2].name)
        ops[2] = addr_const(ops[2].off);
}

/* SHLL CX, DX:AX is an old way to write SHLL CX, AX, DX. */
static bool parse_pair(AsmCtx *a, Addr *ops, int *n, int max)
{
    Addr low;
    a->line++;
    if (!parse_operand(a, &low))
        return false;
    if (*n == max || ops[*n - 1].type != AddrReg || low.type != AddrReg) {
        line_error(a, "expected register pair");
        return false;
    }
    ops[*n] = ops[*n - 1];
    ops[*n - 1] = low;
    ++*n;
    return true;
}

static void parse_instruction(AsmCtx *a, As as)
{
    enum { MaxOperands = 6 };
    Addr ops[MaxOperands];
    int n = 0;
    uint8_t suffix;
    if (!parse_suffix(a, &suffix))
        return;
    while (a->line < a->end) {
        if (n > 0 && !expect_comma(a))
            return;
        if (n == MaxOperands) {
            line_error(a, "too many operands for %s", as_name(as));
            return;
        }
        if (!parse_operand(a, &ops[n++]))
            return;
        if (at_op(a, ':') && !parse_pair(a, ops, &n, MaxOperands))
            return;
    }
    bare_constant(as, ops, n);
    Prog *p = append(a, as);
    if (!p)
        return;
    p->suffix = suffix;
    set_operands(a, p, ops, n);
}

/* ---- Lines ---- */

static bool is_label(const AsmCtx *a)
{
    return a->line + 1 < a->end && a->line->kind == TokIdent && a->line[1].kind == TokOp && a->line[1].value == ':';
}

static void parse_label(AsmCtx *a)
{
    const char *name = a->line->text;
    a->line += 2;
    if (!a->text && !a->bad_text)
        line_error(a, "label %s outside of TEXT", name);
    bool again = map_get(&a->labels, name) != NULL;
    for (size_t i = 0; i < a->npending; i++)
        again |= a->pending_labels[i] == name;
    if (again)
        line_error(a, "label \"%s\" already defined", name);
    else
        vec_push(a->pending_labels, a->npending, a->cap_pending, name);
}

static void parse_line(AsmCtx *a)
{
    while (is_label(a))
        parse_label(a);
    if (a->line >= a->end || a->failed_line)
        return;
    const Token *word = a->line++;
    As as = word->kind == TokIdent ? (As)(uintptr_t)map_get_str(&a->mnemonics, word->text) : AXXX;
    if (word->kind != TokIdent)
        line_error(a, "expected identifier, found %s", token_text(a, word));
    else if (strcmp(word->text, "DATA") == 0)
        parse_data(a);
    else if (strcmp(word->text, "GLOBL") == 0)
        parse_globl(a);
    else if (as == ATEXT)
        parse_text(a);
    else if (as == APCDATA)
        parse_pcdata(a);
    else if (as == AFUNCDATA)
        parse_funcdata(a);
    else if (as == AXXX && parse_dialect(a, word->text))
        return;
    else if (as == AXXX)
        line_error(a, "unrecognized instruction \"%s\"", word->text);
    else
        parse_instruction(a, as);
}

/* ---- When all lines are read ---- */

/* The text symbol in ABI0 that `data` could mean, when that is what it means. */
static LSym *settled(AsmCtx *a, LSym *data, bool address, bool call)
{
    if (data->kind != SymUndef && data->kind != SymText)
        return call ? obj_lookup(&a->obj, data->name, ABI0) : data;
    LSym *text = obj_find(&a->obj, data->name, ABI0);
    if (address || (text && text->kind == SymText))
        return obj_lookup(&a->obj, data->name, ABI0);
    return data;
}

static void settle_references(AsmCtx *a)
{
    for (size_t i = 0; i < a->nlate; i++) {
        LateRef *l = &a->late[i];
        LSym **sym = l->data ? &l->data->relocs[l->reloc].sym : &l->addr->sym;
        bool dropped = !*sym; /* with a line that had an error */
        if (!dropped && !((*sym)->flags & SymStatic))
            *sym = settled(a, *sym, l->address, l->call);
    }
}

void parse_all(AsmCtx *a)
{
    const Token *p = a->out_tokens.items, *end = p + a->out_tokens.count;
    while (p < end) {
        const Token *q = p;
        while (q < end && q->kind != TokNewline)
            q++;
        a->line = p;
        a->end = q;
        a->failed_line = false;
        if (p < q) {
            a->pos = p->pos;
            parse_line(a);
        }
        p = q + 1;
    }
    end_function(a);
    a->source_errors = diag_any(&a->diag);
    settle_data_kinds(a);
    settle_references(a);
    for (size_t i = 0; i < a->nfunctions; i++) {
        if (!a->from_compile)
            add_arg_maps(a, a->functions[i]);
        if (obj_assemble(&a->obj, a->functions[i]) && !a->from_compile)
            obj_tell_indirect_calls(&a->obj, a->functions[i]);
    }
}
