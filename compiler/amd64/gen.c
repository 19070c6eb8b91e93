/* gen.c - one function from allocated SSA to its symbol: frame, liveness,
 * Progs, FUNCDATA symbols; then the assembler makes the bytes. */
#include "compiler/amd64/amd64.h"
#include "base/sha256.h"

#include <stdio.h>
#include <stdlib.h>

/* --- flags and prologue --- */

static uint32_t text_flags(const Func *f)
{
    static const struct { uint32_t func, text; } pairs[] = {
        {FuncNoSplit, TextNOSPLIT}, {FuncWrapper, TextWRAPPER}, {FuncABIWrapper, TextABIWRAPPER}, {FuncNeedCtxt, TextNEEDCTXT},
        {FuncReflectMethod, TextREFLECTMETHOD}, {FuncNoFrame, TextNOFRAME}, {FuncDupOk, TextDUPOK}, {FuncPkgInit, TextPKGINIT},
        {FuncTopFrame, TextTOPFRAME},
    };
    uint32_t flags = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (f->flags & pairs[i].func)
            flags |= pairs[i].text;
    return flags;
}

/* Register arguments are saved in their slots while the stack grows. */
static void set_spills(Func *f, FuncInfo *fn)
{
    fn->nspills = f->nreg_params;
    fn->spills = NEW_ARRAY(fn->arena, RegSpill, f->nreg_params + 1);
    for (int i = 0; i < f->nreg_params; i++) {
        const RegParam *p = &f->reg_params[i];
        int mreg = p->is_float ? MregX0 + p->seq : amd64_int_arg_regs[p->seq];
        fn->spills[i] = (RegSpill){.reg = (uint16_t)amd64_obj_reg(mreg), .off = p->spill,
                                   .store = (uint16_t)amd64_store_as((ValType)p->type),
                                   .load = (uint16_t)amd64_load_as((ValType)p->type)};
    }
}

/* An ABI wrapper calls one function: the one that tracebacks are to name. */
static const SsaSym *wrapped_function(const Func *f)
{
    for (int i = 0; i < f->nblocks; i++)
        for (int k = 0; k < f->blocks[i]->nvalues; k++) {
            const Value *v = f->blocks[i]->values[k];
            if ((v->op == OpAMD64CALLstatic || v->op == OpAMD64CALLtail) && v->call->callee)
                return v->call->callee;
        }
    return NULL;
}

static void set_info(GenCtx *ctx, Func *f, const Frame *frame, LSym *text)
{
    FuncInfo *fn = text->fn;
    const PosMap *pos = f->config->pos;
    fn->args = (int32_t)(frame->args_words * 8);
    fn->locals = (int32_t)frame->locals;
    fn->func_id = (uint8_t)obj_func_id(text->name, (f->flags & (FuncWrapper | FuncABIWrapper)) != 0);
    fn->cfunc = (f->flags & FuncSystemStack) != 0;
    fn->start_line = pos ? pos->info(pos->ctx, f->pos).line : 0;
    fn->pos = f->pos;
    set_spills(f, fn);
    const SsaSym *wrapped = f->flags & FuncABIWrapper ? wrapped_function(f) : NULL;
    if (wrapped)
        fn->wrapped = obj_lookup(ctx->obj, wrapped->name, wrapped->abi == SsaABI0 ? ABI0 : ABIInternal);
}

/* --- FUNCDATA --- */

/* Defines s once; two functions may come with the same contents. */
static void define(ObjCtx *o, LSym *s, SymKind kind, uint16_t flags, uint32_t align, const Buf *b)
{
    pthread_mutex_lock(&o->lock);
    if (!(s->flags & SymDefined)) {
        obj_new_data(s, kind, flags, align);
        obj_put_bytes(s, 0, b->data, b->len);
    }
    pthread_mutex_unlock(&o->lock);
}

/* A read-only blob that is named by its contents. */
static LSym *blob(GenCtx *ctx, Func *f, const char *prefix, const Buf *b, SymKind kind)
{
    uint8_t hash[32];
    sha256(b->data, b->len, hash);
    Buf name = {0};
    buf_puts(&name, prefix);
    for (int i = 0; i < 12; i++)
        buf_printf(&name, "%02x", hash[i]);
    LSym *s = obj_lookup(ctx->obj, arena_strdup(&f->scratch, buf_str(&name)), ABIInternal);
    buf_free(&name);
    define(ctx->obj, s, kind, SymDupok, kind == SymFuncdata ? 4 : 1, b);
    return s;
}

static LSym *pointer_maps(GenCtx *ctx, Func *f, int n, int nbit, const Buf *bits)
{
    Buf b = {0};
    buf_u32(&b, (uint32_t)n);
    buf_u32(&b, (uint32_t)nbit);
    buf_write(&b, bits->data, bits->len);
    LSym *s = blob(ctx, f, "gclocals·", &b, SymFuncdata);
    buf_free(&b);
    return s;
}

static bool is_stack_object(const Local *l) { return l->addrtaken && local_has_pointers(l) && l->has_offset; }

static int by_offset(const void *x, const void *y)
{
    const Local *a = *(Local *const *)x, *b = *(Local *const *)y;
    bool aa = a->class == LocalParam || a->class == LocalResult, ba = b->class == LocalParam || b->class == LocalResult;
    if (aa != ba)
        return aa - ba;
    return a->offset < b->offset ? -1 : a->offset > b->offset;
}

/* runtime.gcbits.HEX: the pointer mask of n words. */
static LSym *gcbits(GenCtx *ctx, Func *f, const Local *l, int64_t words)
{
    Buf mask = {0}, name = {0};
    buf_puts(&name, "runtime.gcbits.");
    for (int64_t i = 0; i < (words + 7) / 8; i++) {
        buf_u8(&mask, l->ptrmask[i]);
        buf_printf(&name, "%02x", l->ptrmask[i]);
    }
    buf_align(&mask, 8); /* as the masks of types are, which have the same names */
    LSym *s = obj_lookup(ctx->obj, arena_strdup(&f->scratch, buf_str(&name)), ABIInternal);
    define(ctx->obj, s, SymType, SymDupok, 8, &mask);
    buf_free(&mask);
    buf_free(&name);
    return s;
}

static int64_t pointer_words(const Local *l)
{
    int64_t words = l->size / 8;
    while (words > 0 && !local_ptr_at(l, words - 1))
        words--;
    return words;
}

/* Locals whose address is taken, in order of address: {off, size, ptrBytes, gcdata} each. */
static void stack_objects(GenCtx *ctx, Func *f, LSym *text)
{
    Local **objects = NEW_ARRAY(&f->scratch, Local *, f->nlocals + 1);
    int n = 0;
    for (int i = 0; i < f->nlocals; i++)
        if (is_stack_object(f->locals[i]))
            objects[n++] = f->locals[i];
    if (!n)
        return;
    qsort(objects, (size_t)n, sizeof *objects, by_offset);
    LSym *s = obj_lookup(ctx->obj, arena_printf(&f->scratch, "%s.stkobj", f->sym->name), ABIInternal);
    obj_new_data(s, SymFuncdata, (uint16_t)(text->flags & SymDupok), 8);
    obj_put_int(s, 0, (uint64_t)n, 8);
    for (int i = 0; i < n; i++) {
        const Local *l = objects[i];
        int64_t words = pointer_words(l);
        uint64_t at = 8 + 16 * (uint64_t)i;
        obj_put_int(s, at, (uint64_t)l->offset, 4);
        obj_put_int(s, at + 4, (uint64_t)l->size, 4);
        obj_put_int(s, at + 8, (uint64_t)words * 8, 4);
        obj_put_off32(s, at + 12, gcbits(ctx, f, l, words), 0);
    }
    text->fn->funcdata[FuncdataStackObjects] = s;
}

/* Two uvarints: how far below varp the bits and the first slot are. */
static void open_defer_info(GenCtx *ctx, Func *f, LSym *text)
{
    if (!(f->flags & FuncOpenDefers) || !f->defer_bits || !f->defer_slots)
        return;
    Buf b = {0};
    buf_uleb(&b, (uint64_t)-f->defer_bits->offset);
    buf_uleb(&b, (uint64_t)-f->defer_slots->offset);
    LSym *s = obj_lookup(ctx->obj, arena_printf(&f->scratch, "%s.opendefer", f->sym->name), ABIInternal);
    define(ctx->obj, s, SymFuncdata, (uint16_t)(text->flags & SymDupok), 1, &b);
    buf_free(&b);
    text->fn->funcdata[FuncdataOpenCodedDeferInfo] = s;
}

static void arg_info(GenCtx *ctx, Func *f, LSym *text)
{
    if (!f->arginfo_len)
        return;
    Buf b = {0};
    buf_write(&b, f->arginfo, (size_t)f->arginfo_len);
    LSym *s = obj_lookup(ctx->obj, arena_printf(&f->scratch, "%s.arginfo1", text->name), ABIInternal);
    define(ctx->obj, s, SymFuncdata, (uint16_t)(text->flags & SymDupok), 1, &b);
    buf_free(&b);
    text->fn->funcdata[FuncdataArgInfo] = s;
}

static void arg_live_info(GenCtx *ctx, Func *f, LSym *text, const ArgLive *args)
{
    if (!args->n)
        return;
    LSym *s = obj_lookup(ctx->obj, arena_printf(&f->arena, "%s.argliveinfo", text->name), ABIInternal);
    define(ctx->obj, s, SymFuncdata, (uint16_t)(text->flags & SymDupok), 1, &args->table);
    text->fn->funcdata[FuncdataArgLiveInfo] = s;
}

static void set_funcdata(GenCtx *ctx, Func *f, LSym *text, const StackMaps *maps, const ArgLive *args)
{
    FuncInfo *fn = text->fn;
    fn->funcdata[FuncdataArgsPointerMaps] = pointer_maps(ctx, f, maps->nmaps, maps->args_nbit, &maps->args);
    fn->funcdata[FuncdataLocalsPointerMaps] = pointer_maps(ctx, f, maps->nmaps, maps->locals_nbit, &maps->locals);
    stack_objects(ctx, f, text);
    open_defer_info(ctx, f, text);
    arg_info(ctx, f, text);
    arg_live_info(ctx, f, text, args);
}

static bool frame_fits(GenCtx *ctx, const Func *f, const Frame *frame)
{
    ObjCtx *o = ctx->obj;
    int64_t own = frame->locals - frame->outgoing;
    if (frame->locals <= MaxFrame && f->args_size <= MaxFrame - own)
        return true;
    ObjPos p = (o->error_position ? o->error_position : o->position)(o->position_arg, f->pos);
    bool callee = frame->outgoing > MaxFrame / 2;
    char rest[48] = "";
    if (callee)
        snprintf(rest, sizeof rest, " + %lld MB callee", (long long)frame->outgoing >> 20);
    diag_add(o->diag, p.file, p.line, p.col, "stack frame too large (>1GB): %lld MB locals + %lld MB args%s",
             (long long)(callee ? own : frame->locals) >> 20, (long long)f->args_size >> 20, rest);
    return false;
}

bool gen_func(GenCtx *ctx, Func *f, LSym *text)
{
    f->pass = "gen";
    obj_new_text(ctx->obj, text, text_flags(f), ctx->arena);
    Frame frame = frame_layout(f);
    if (!frame_fits(ctx, f, &frame))
        return false;
    StackMaps maps = liveness(f, &frame);
    ArgLive args = arg_live(f);
    if (!f->error) {
        set_info(ctx, f, &frame, text);
        emit_body(ctx, f, text, &maps, &args);
    }
    if (!f->error)
        set_funcdata(ctx, f, text, &maps, &args);
    buf_free(&maps.args);
    buf_free(&maps.locals);
    buf_free(&args.table);
    if (f->error || !obj_assemble(ctx->obj, text))
        return false;
    obj_tell_indirect_calls(ctx->obj, text);
    debug_vars(ctx, f, text);
    return true;
}
