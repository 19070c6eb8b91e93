/* names.c - registers and mnemonics as text, both ways.
 *
 * The names are the columns of regs.h and instr.h.  Some instructions have a
 * second name in assembly source; it is read but never printed. */
#include "asm6.h"

const RegInfo reg_info[NumRegs] = {
    [REG_NONE] = {"NONE", RegNone, 0},
#define REG(n, c, num) [REG_##n] = {#n, c, num},
#include "regs.h"
};

static const char *const as_names[NumAs] = {
    "XXX",
#define INS(name, attr) #name,
#define ENC(...)
#include "instr.h"
};

/* Second names, as the SDM or older sources spell them. */
static const struct { const char *alias; As as; } aliases[] = {
    {"JA", AJHI}, {"JAE", AJCC}, {"JB", AJCS}, {"JBE", AJLS}, {"JC", AJCS}, {"JE", AJEQ}, {"JG", AJGT}, {"JHS", AJCC},
    {"JL", AJLT}, {"JLO", AJCS}, {"JNA", AJLS}, {"JNAE", AJCS}, {"JNB", AJCC}, {"JNBE", AJHI}, {"JNC", AJCC}, {"JNG", AJLE},
    {"JNGE", AJLT}, {"JNL", AJGE}, {"JNLE", AJGT}, {"JNO", AJOC}, {"JNP", AJPC}, {"JNS", AJPL}, {"JNZ", AJNE}, {"JO", AJOS},
    {"JP", AJPS}, {"JPE", AJPS}, {"JPO", AJPC}, {"JS", AJMI}, {"JZ", AJEQ},
    {"MASKMOVDQU", AMASKMOVOU}, {"MOVD", AMOVQ}, {"MOVDQ2Q", AMOVQ}, {"MOVNTDQ", AMOVNTO}, {"MOVOA", AMOVO},
    {"PSLLDQ", APSLLO}, {"PSRLDQ", APSRLO}, {"PADDD", APADDL}, {"PSUBD", APSUBL},
    {"MOVBELL", AMOVBEL}, {"MOVBEQQ", AMOVBEQ}, {"MOVBEWW", AMOVBEW},
};

const char *as_name(As as)
{
    return as < NumAs ? as_names[as] : "?";
}

void as_fill_map(Map *m)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        map_put_str(m, aliases[i].alias, (void *)(uintptr_t)aliases[i].as);
    for (uintptr_t as = 1; as < NumAs; as++)
        map_put_str(m, as_names[as], (void *)as);
}

void reg_fill_map(Map *m)
{
    for (uintptr_t r = 1; r < NumRegs; r++)
        map_put_str(m, reg_info[r].name, (void *)r);
    map_put_str(m, "g", (void *)(uintptr_t)REG_g);
}
