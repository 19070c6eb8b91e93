/* asm.h - the map of the assembler: .s text -> object file.
 *
 * The pipeline (asm.c):
 *
 *   lex.c      bytes -> tokens, a file at a time
 *   macro.c    #include, #define, #ifdef; expands macros; hands out lines
 *   operand.c  tokens of one operand -> Addr
 *   parse.c    one line -> Prog, or DATA, GLOBL, TEXT, label
 *   dialect.c  directives that only compile -S=asm writes
 *   symabi.c   -gensymabis: which symbols are defined and wanted, by ABI
 *   asm.c      flags, the order of things, output
 *
 * The encoder and the object writer are assembler/obj, shared with compile. */
#ifndef ASSEMBLER_ASM_H
#define ASSEMBLER_ASM_H

#include "../base/arena.h"
#include "../base/buf.h"
#include "../base/diag.h"
#include "../base/flags.h"
#include "../base/intern.h"
#include "../base/map.h"
#include "obj/obj.h"

/* ---- Tokens ---- */

typedef enum TokenKind {
    TokEOF,
    TokNewline,   /* also ';' */
    TokIdent,     /* text, interned; may hold the middle dot and the division slash */
    TokInt,       /* text; value when it is evaluated */
    TokFloat,     /* text */
    TokChar,      /* value */
    TokString,    /* text without quotes and escapes, length in value */
    TokShl, TokShr, TokArrow, /* << >> -> */
    TokOp,        /* any other single character, in value */
} TokenKind;

typedef struct Token {
    uint8_t kind;       /* TokenKind */
    bool space;         /* blanks stand in front of it */
    uint32_t pos;       /* file number << 20 | line */
    const char *text;
    uint64_t value;
} Token;

enum { PosLineBits = 20 };

typedef struct Tokens {
    Token *items;
    size_t count, cap; /* heap */
} Tokens;

typedef struct Macro {
    const char *name;
    bool has_args;
    const char **args;
    int nargs;
    Token *body; /* arena */
    size_t nbody;
} Macro;

typedef struct SourceFile {
    const char *name;     /* as given: diagnostics */
    const char *recorded; /* as written into the object: -trimpath applied */
} SourceFile;

/* A branch to a label that is not yet known. */
typedef struct Patch {
    Prog *p;
    const char *label;
} Patch;

/* A reference whose ABI depends on how the symbol turns out to be defined. */
typedef struct LateRef {
    LSym *data;   /* DATA symbol and number of its relocation, or NULL */
    size_t reloc;
    Addr *addr;   /* or the operand */
    bool address; /* $sym(SB), LEAQ sym(SB), call or jump: text unless seen as data */
    bool call;
} LateRef;

typedef struct AsmCtx {
    Arena *arena;
    Interner names;
    Diag diag;
    ObjCtx obj;
    Map registers, mnemonics; /* name -> Reg, As */

    /* flags */
    const char *out, *pkgpath, *trimpath;
    FlagValues include, defines;
    bool gensymabis, print_bytes, all_errors;
    int listing; /* -S */
    const char *listing_form;
    const char *first_input;
    bool source_errors;       /* found before anything was assembled */

    /* source */
    SourceFile *files;
    size_t nfiles, cap_files; /* heap */
    Map macros;               /* interned name -> Macro; NULL value: undefined again */
    Tokens out_tokens;        /* of all files, macros expanded */
    int include_depth;
    bool macro_failed;        /* the line's expansion is given up */

    /* parser: one line */
    const Token *line, *end;  /* what is left of it */
    uint32_t pos;
    bool failed_line;
    int expr_depth;

    /* parser: the function */
    LSym *text;               /* NULL outside of one */
    bool bad_text;            /* the TEXT line had an error: what follows is ignored */
    Map labels;               /* interned name -> Prog */
    const char **pending_labels; /* labels that wait for their instruction */
    size_t npending, cap_pending;
    Patch *patches;
    size_t npatches, cap_patches;
    LateRef *late;
    size_t nlate, cap_late;
    LSym **functions;         /* in order of the source */
    size_t nfunctions, cap_functions;
    uint32_t next_order;      /* of data symbols */
    Buf symabis;

    /* dialect.c: sources that compile -S=asm printed */
    bool from_compile;
    uint32_t line_pos;        /* position number of the last LINE, 0: the source's own lines count */
    ObjPos *lines;            /* of position numbers with DialectPos */
    size_t nlines, cap_lines;
    InlCall *inlines;         /* of all functions; those of this one start at inline_base */
    size_t ninlines, cap_inlines;
    int32_t inline_base;
    int32_t *next_marks;      /* INLMARKs that wait for their instruction */
    size_t nnext_marks, cap_next_marks;
    uint32_t value;           /* of the last VALUE */
} AsmCtx;

enum { DialectPos = 1u << 31 };     /* in a position number: index of lines instead */

/* LSym.user of data symbols, until all lines are read. */
typedef struct DataNote {
    uint64_t flags; /* of GLOBL, and: */
    uint32_t pos;
} DataNote;
enum {
    KindSettled = 1 << 20, /* SYM has said the kind */
    GloblSeen = 1 << 21,
};

#define ASM_VERSION_LINE "asm version go1.26\n"

/* asm.c */
int asm_main(AsmCtx *a, int argc, char **argv);
void asm_error(AsmCtx *a, uint32_t pos, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* lex.c: appends the file's tokens, ended by a TokNewline and a TokEOF. */
void lex_file(AsmCtx *a, uint32_t file, const char *text, size_t size, Tokens *out);

/* macro.c: reads a file, obeys its directives, appends to a->out_tokens. */
void preprocess_file(AsmCtx *a, const char *name, uint32_t from);
void define_macro_flag(AsmCtx *a, const char *definition); /* -D name or name=value */

/* parse.c */
void parse_all(AsmCtx *a);
DataNote *note_data(AsmCtx *a, LSym *s, uint64_t flags);
const char *symbol_name(AsmCtx *a, const char *text); /* middle dots resolved, package path in front */

/* operand.c: from a->line; false after an error. */
bool parse_operand(AsmCtx *a, Addr *out);
bool parse_expr(AsmCtx *a, uint64_t *value);
bool parse_symbol(AsmCtx *a, LSym **sym, int64_t *off, bool *explicit_abi, bool text); /* name<>+off up to (SB) */
void late_ref(AsmCtx *a, Addr *addr, bool address, bool call);
bool at_op(const AsmCtx *a, char c);
bool eat_op(AsmCtx *a, char c);
const char *token_text(AsmCtx *a, const Token *t); /* for messages */
void line_error(AsmCtx *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* dialect.c */
bool parse_dialect(AsmCtx *a, const char *word); /* false: not one of its words */
void dialect_marks(AsmCtx *a, Prog *p);
InlCall dialect_inlined(void *arg, int32_t call);

/* symabi.c */
void symabi_all(AsmCtx *a);

#endif
