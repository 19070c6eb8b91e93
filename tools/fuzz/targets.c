/* targets.c - what is fuzzed.
 *
 * A target is a tool's main function and some command lines for it; a hash of
 * the input picks one of them, so that an input always runs in the same way.
 * TOOL, a macro, names the target's rows.  The tools' main functions are
 * compiled under the name tool_main. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

int tool_main(int argc, char **argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max);

enum { MaxArgs = 16 };

typedef struct Row {
    const char *target;
    bool text;                      /* mutated by tokens, too */
    const char *args[MaxArgs];
} Row;

#define Imports "-importcfg", "build/fuzz/importcfg"

static const Row rows[] = {
    {"parser", true, {"compile", "-p", "main", "-dump=ast", "fuzz-input.go"}},
    {"parser", true, {"compile", "-p", "main", "-dump=tokens", "fuzz-input.go"}},
    {"parser", true, {"compile", "-p", "main", "-dump=ast", "-e", "fuzz-input.go"}},
    {"checker", true, {"compile", "-p", "main", "-dump=types", Imports, "fuzz-input.go"}},
    {"checker", true, {"compile", "-p", "main", "-dump=types", "-e", Imports, "fuzz-input.go"}},
    {"checker", true, {"compile", "-p", "main", "-dump=types", "-lang=go1.17", Imports, "fuzz-input.go"}},
    {"compile", true, {"compile", "-p", "main", "-o", "x.a", "-pack", Imports, "fuzz-input.go"}},
    {"compile", true, {"compile", "-p", "p", "-o", "x.a", "-pack", "-d=check", Imports, "fuzz-input.go"}},
    {"compile", true, {"compile", "-p", "main", "-o", "x.a", "-N", "-l", Imports, "fuzz-input.go"}},
    {"compile", true, {"compile", "-p", "main", "-S=asm", "-prov", Imports, "fuzz-input.go"}},
    {"ssa", true, {"compile", "-p", "main", "-from=ssa", "-o", "x.o", "fuzz-input.ssa"}},
    {"ssa", true, {"compile", "-p", "main", "-from=ssa:lower", "-o", "x.o", "fuzz-input.ssa"}},
    {"tree", true, {"compile", "-p", "main", "-from=ast", "-dump=types", Imports, "fuzz-input.ast"}},
    {"tree", true, {"compile", "-p", "main", "-from=tokens", "-dump=ast", "fuzz-input.tokens"}},
    {"asm", true, {"asm", "-p", "main", "-I", "pkg/include", "-o", "x.o", "fuzz-input.s"}},
    {"asm", true, {"asm", "-p", "runtime", "-I", "pkg/include", "-S", "-bytes", "-o", "x.o", "fuzz-input.s"}},
    {"asm", true, {"asm", "-p", "main", "-I", "pkg/include", "-gensymabis", "-o", "x.o", "fuzz-input.s"}},
    {"objdump", false, {"objdump", "fuzz-input"}},
    {"objdump", false, {"objdump", "-go", "fuzz-input"}},
    {"objdump", false, {"objdump", "-S", "-gnu", "fuzz-input"}},
    {"objdump", false, {"objdump", "-asm", "fuzz-input"}},
    {"nm", false, {"nm", "-size", "-sort", "size", "-type", "fuzz-input"}},
    {"link", false, {"link", "-o", "x", "-importcfg", "build/fuzz/importcfg", "fuzz-input.a"}},
    {"link", false, {"link", "-o", "x", "-s", "-w", "-importcfg", "build/fuzz/importcfg", "fuzz-input.a"}},
};

enum { NumRows = sizeof rows / sizeof *rows };

static uint32_t hash_of(const uint8_t *data, size_t size)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < size; i++)
        h = (h ^ data[i]) * 16777619u;
    return h ^ h >> 16;
}

static const Row *pick(uint32_t hash)
{
    const Row *mine[NumRows];
    uint32_t n = 0;
    for (size_t i = 0; i < NumRows; i++)
        if (strcmp(rows[i].target, TOOL) == 0)
            mine[n++] = &rows[i];
    return mine[hash % n];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Row *row = pick(hash_of(data, size));
    char *argv[MaxArgs + 1] = {0};
    int argc = 0;
    for (; row->args[argc]; argc++)
        argv[argc] = (char *)(uintptr_t)row->args[argc];
    fuzz_set_input(data, size, strcmp(TOOL, "ssa") == 0); /* nobody promises that SSA made by hand is right */
    tool_main(argc, argv);
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed)
{
    if (!pick(0)->text || seed % 3 == 0)
        return LLVMFuzzerMutate(data, size, max);
    return mutate_tokens(data, size, max, seed / 3);
}
