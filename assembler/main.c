/* main.c - asm, the assembler. */
#include "asm.h"

int main(int argc, char **argv)
{
    Arena arena;
    arena_init(&arena);
    AsmCtx a = {.arena = &arena};
    int status = asm_main(&a, argc, argv);
    arena_free(&arena);
    return status;
}
