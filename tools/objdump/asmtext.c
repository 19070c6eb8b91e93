/* asmtext.c - functions as source that asm reads: objdump -asm.
 *
 *   TEXT "main.f"<ABIInternal>(SB), 516, $0    // NOSPLIT|NOFRAME: the prologue is in the text
 *   	CMPQ	SP, 16(R14)
 *   	JLS	L2a
 *
 * asm makes the same bytes of it.  Branches inside the function go to labels,
 * other addresses are names: of the relocation in an object, of the symbol
 * there in an executable.  What asm would write differently or refuse (long no-ops,
 * the RET of a second epilogue) stays as bytes, with the instruction as
 * comment. */
#include <stdlib.h>
#include <string.h>

#include "../../assembler/obj/asm6.h"
#include "objdump.h"

/* A function being printed. */
typedef struct Function {
    Dump *d;
    Code *c;
    const Symbol *s;
    uint64_t end;
    uint8_t *target; /* by offset: 1 where a branch goes to */
    int depth;       /* bytes pushed, as asm counts them: from top to bottom, whatever the branches */
    Buf *out;
} Function;

static void put_name(const char *name, int64_t off, Buf *out)
{
    size_t n = strlen(name);
    bool abi0 = n > 5 && strcmp(name + n - 5, ".abi0") == 0;
    buf_quote(out, name, abi0 ? n - 5 : n);
    buf_puts(out, abi0 ? "<ABI0>" : "<ABIInternal>");
    if (off)
        buf_printf(out, "%+lld", (long long)off);
    buf_puts(out, "(SB)");
}

/* The place that addr means; relocation if there is one. */
static void put_place(const Function *f, const Insn *in, uint64_t pc, uint64_t addr)
{
    const char *name;
    const Elf64Rela *r = f->c->nrela ? code_reloc(f->c, pc, pc + in->len, &name) : NULL;
    if (r) {
        uint32_t type = elf_rela_type(r->info);
        bool relative = type == RX86_64_PC32 || type == RX86_64_PLT32;
        put_name(name, (int64_t)((uint64_t)r->addend + (relative ? pc + in->len - r->offset : 0)), f->out);
        return;
    }
    const Symbol *s = code_symbol(f->c, addr);
    if (s)
        put_name(s->name, (int64_t)(addr - s->addr), f->out);
    else
        put_name(f->s->name, (int64_t)(addr - f->s->addr), f->out);
}

static bool is_inside(const Function *f, uint64_t addr) { return addr >= f->s->addr && addr < f->end; }

static bool has_reloc(const Function *f, const Insn *in, uint64_t pc)
{
    const char *name;
    return f->c->nrela && code_reloc(f->c, pc, pc + in->len, &name);
}

static void put_memory(const Function *f, const Insn *in, const Addr *a, uint64_t pc)
{
    Buf *out = f->out;
    if (a->name == NameExtern) {
        put_place(f, in, pc, (uint64_t)a->off);
        return;
    }
    bool tls = in->segment != 0;
    int64_t off = tls ? a->off - TlsOffset : a->off;
    if (off || (!a->reg && !a->index))
        buf_printf(out, "%lld", (long long)off);
    if (tls)
        buf_puts(out, "(TLS)");
    if (a->reg)
        buf_printf(out, "(%s)", reg_info[a->reg].name);
    if (a->index)
        buf_printf(out, "(%s*%d)", reg_info[a->index].name, a->scale);
}

static void put_operand(const Function *f, const Insn *in, const Addr *a, uint64_t pc)
{
    Buf *out = f->out;
    switch ((AddrType)a->type) {
    case AddrReg: buf_puts(out, reg_info[a->reg].name); break;
    case AddrRegList: buf_printf(out, "[%s-%s]", reg_info[a->reg].name, reg_info[a->index].name); break;
    case AddrConst: buf_printf(out, "$%lld", (long long)a->off); break;
    case AddrBranch:
        if (!has_reloc(f, in, pc) && is_inside(f, (uint64_t)a->off))
            buf_printf(out, "L%llx", (unsigned long long)((uint64_t)a->off - f->s->addr));
        else
            put_place(f, in, pc, (uint64_t)a->off);
        break;
    default: put_memory(f, in, a, pc); break;
    }
}

static void put_instruction(const Function *f, const Insn *in, uint64_t pc)
{
    Prog p = {.suffix = in->suffix};
    buf_putc(f->out, '\t');
    if (in->lock)
        buf_puts(f->out, "LOCK; ");
    if (in->rep)
        buf_puts(f->out, in->rep == 0xf3 ? "REP; " : "REPN; ");
    buf_puts(f->out, as_name((As)in->as));
    prog_print_suffix(&p, f->out);
    for (int i = 0; i < in->nops; i++) {
        buf_puts(f->out, i ? ", " : "\t");
        put_operand(f, in, &in->ops[i], pc);
    }
    buf_putc(f->out, '\n');
}

/* Bytes, with what they mean behind them. */
static void put_raw(const Function *f, const Insn *in, uint64_t pc, int size)
{
    const uint8_t *p = f->c->text + (pc - f->c->start);
    for (int i = 0; i < size; i++)
        buf_printf(f->out, "%s$0x%02x", i ? "; BYTE " : "\tBYTE ", p[i]);
    buf_puts(f->out, " // ");
    if (in)
        print_plan9(f->d, f->c, in, pc, f->out);
    else
        buf_putc(f->out, '?');
    buf_putc(f->out, '\n');
}

static const Addr *branch_of(const Insn *in)
{
    for (int i = 0; i < in->nops; i++)
        if (in->ops[i].type == AddrBranch)
            return &in->ops[i];
    return NULL;
}

/* A branch to another function has four bytes, one inside is as short as it can be. */
static bool branch_is_natural(const Function *f, const Insn *in, uint64_t pc)
{
    const Addr *to = branch_of(in);
    if (!to || in->as == ACALL || in->kind[in->nops - 1] == Jb)
        return !to || in->as == ACALL || is_inside(f, (uint64_t)to->off);
    if (has_reloc(f, in, pc) || !is_inside(f, (uint64_t)to->off))
        return in->as == AJMP;
    bool onward = (uint64_t)to->off > pc; /* what lies ahead moves with the branch's length */
    int64_t distance = to->off - (int64_t)(pc + (onward ? in->len : 2));
    return in->as == AXBEGIN || distance < -128 || distance > 127;
}

/* The instruction at pc as asm would write it back; 0 when it would not. */
static int read_source(const Function *f, uint64_t pc, Insn *in)
{
    int size = disasm_source(f->d->disasm, f->c->text + (pc - f->c->start), f->end - pc, pc, in);
    return size && branch_is_natural(f, in, pc) ? size : 0;
}

static int read_insn(const Function *f, uint64_t pc, Insn *in)
{
    return disasm(f->d->disasm, f->c->text + (pc - f->c->start), f->end - pc, pc, in);
}

static void find_targets(const Function *f)
{
    for (uint64_t pc = f->s->addr; pc < f->end;) {
        Insn in;
        int size = read_source(f, pc, &in);
        const Addr *to = size ? branch_of(&in) : NULL;
        if (to && !has_reloc(f, &in, pc) && is_inside(f, (uint64_t)to->off))
            f->target[(uint64_t)to->off - f->s->addr] = 1;
        if (!size)
            size = read_insn(f, pc, &in);
        pc += size ? (uint64_t)size : 1;
    }
}

/* Does no label stand inside the instruction? */
static bool is_whole(const Function *f, uint64_t pc, int size)
{
    for (int i = 1; i < size; i++)
        if (f->target[pc - f->s->addr + (uint64_t)i])
            return false;
    return true;
}

/* How far the instruction lowers SP in the count of asm (frame.c). */
static int pushed(As as)
{
    switch (as) {
    case APUSHQ: case APUSHFQ: return 8;
    case APUSHW: case APUSHFW: return 2;
    case APOPQ: case APOPFQ: return -8;
    case APOPW: case APOPFW: return -2;
    default: return 0;
    }
}

/* One instruction, as source or as bytes; returns how many.  asm refuses a RET
 * where it has counted more PUSHes than POPs; behind a second epilogue it has. */
static int put_next(Function *f, uint64_t pc)
{
    Insn in;
    int size = read_source(f, pc, &in);
    bool refused = in.as == ARET && f->depth != 0;
    if (size && !refused && is_whole(f, pc, size)) {
        put_instruction(f, &in, pc);
        f->depth += pushed((As)in.as);
        return size;
    }
    size = read_insn(f, pc, &in);
    bool known = size && is_whole(f, pc, size);
    put_raw(f, known ? &in : NULL, pc, known ? size : 1);
    return known ? size : 1;
}

void print_asm_function(Dump *d, Code *c, const Symbol *s)
{
    Function f = {.d = d, .c = c, .s = s, .end = s->addr + s->size < c->end ? s->addr + s->size : c->end, .out = d->out};
    f.target = xcalloc(f.end - s->addr + 1, 1);
    find_targets(&f);
    buf_puts(f.out, "TEXT ");
    put_name(s->name, 0, f.out);
    buf_puts(f.out, ", 516, $0\n");
    for (uint64_t pc = s->addr; pc < f.end;) {
        if (f.target[pc - s->addr])
            buf_printf(f.out, "L%llx:\n", (unsigned long long)(pc - s->addr));
        pc += (uint64_t)put_next(&f, pc);
    }
    free(f.target);
}
