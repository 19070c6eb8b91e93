/* x87.c - floating-point instructions of the x87 in GNU's syntax.
 *
 * The top of the stack is implied where nothing else is possible, and the
 * mnemonic says what memory holds: s, l, t for 4, 8, 10 bytes of floating
 * point; s, l, ll for 2, 4, 8 bytes of integer.  All of it follows from the
 * opcode and the digit in ModRM. */
#include <ctype.h>
#include <string.h>

#include "objdump.h"

/* Memory forms: opcode D8..DF, digit. */
static const char *const memory_names[8][8] = {
    {"fadds", "fmuls", "fcoms", "fcomps", "fsubs", "fsubrs", "fdivs", "fdivrs"},
    {"flds", "", "fsts", "fstps", "fldenv", "fldcw", "fnstenv", "fnstcw"},
    {"fiaddl", "fimull", "ficoml", "ficompl", "fisubl", "fisubrl", "fidivl", "fidivrl"},
    {"fildl", "fisttpl", "fistl", "fistpl", "", "fldt", "", "fstpt"},
    {"faddl", "fmull", "fcoml", "fcompl", "fsubl", "fsubrl", "fdivl", "fdivrl"},
    {"fldl", "fisttpll", "fstl", "fstpl", "frstor", "", "fnsave", "fnstsw"},
    {"fiadds", "fimuls", "ficoms", "ficomps", "fisubs", "fisubrs", "fidivs", "fidivrs"},
    {"filds", "fisttps", "fists", "fistps", "fbld", "fildll", "fbstp", "fistpll"},
};

/* Register forms with the stack register's number in the low bits.  GNU's
 * names of the subtractions and divisions that write %st(i) are exchanged, by
 * an old mistake: thus they go by the digit alone. */
static const char *const register_names[8][8] = {
    {"fadd %0", "fmul %0", "fcom %", "fcomp %", "fsub %0", "fsubr %0", "fdiv %0", "fdivr %0"},
    {"fld %", "fxch %", "", "", "", "", "", ""},
    {"fcmovb %0", "fcmove %0", "fcmovbe %0", "fcmovu %0", "", "", "", ""},
    {"fcmovnb %0", "fcmovne %0", "fcmovnbe %0", "fcmovnu %0", "", "fucomi %0", "fcomi %0", ""},
    {"fadd 0%", "fmul 0%", "", "", "fsub 0%", "fsubr 0%", "fdiv 0%", "fdivr 0%"},
    {"ffree %", "", "fst %", "fstp %", "fucom %", "fucomp %", "", ""},
    {"faddp 0%", "fmulp 0%", "", "", "fsubp 0%", "fsubrp 0%", "fdivp 0%", "fdivrp 0%"},
    {"", "", "", "", "", "fucomip %0", "fcomip %0", ""},
};

/* Expands "%0": % is the register, 0 the top. */
static void put_registers(const char *form, int number, Buf *out)
{
    for (const char *s = form; *s; s++)
        if (*s == '%')
            buf_printf(out, "%%st(%d)%s", number, s[1] ? "," : "");
        else if (*s == '0')
            buf_printf(out, "%%st%s", s[1] ? "," : "");
        else
            buf_putc(out, *s);
}

const char *x87_memory_name(const Insn *in)
{
    return in->map == 0 && in->opcode >= 0xd8 && in->opcode <= 0xdf && in->modrm < 0xc0 ? memory_names[in->opcode & 7][in->modrm >> 3 & 7] : NULL;
}

bool print_x87_registers(const Insn *in, Buf *out)
{
    if (in->map != 0 || in->opcode < 0xd8 || in->opcode > 0xdf || in->modrm < 0xc0)
        return false;
    const char *form = register_names[in->opcode & 7][in->modrm >> 3 & 7];
    bool compare_two = in->modrm == 0xd9 && in->opcode == 0xde, unordered_two = in->modrm == 0xe9 && in->opcode == 0xda;
    if (compare_two || unordered_two)
        buf_puts(out, compare_two ? "fcompp" : "fucompp");
    else if (in->opcode == 0xdf && in->modrm == 0xe0)
        buf_puts(out, "fnstsw %ax");
    else if (*form)
        put_registers(form, in->modrm & 7, out);
    else
        return false;
    return true;
}
