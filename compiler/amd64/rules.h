/* rules.h - what conditions in AMD64.rules use besides ssa/rewrite.h. */
#ifndef AMD64_RULES_H
#define AMD64_RULES_H

#include "compiler/amd64/amd64.h"
#include "compiler/ssa/rewrite.h"

#define I32 ValI32
#define I64 ValI64

/* Blocks of memory up to this many bytes are cleared and copied without a loop. */
enum { MaxUnrolled = 256 };

static inline bool wide(ValType t) { return t == ValI64 || t == ValPtr; }


/* Generated from AMD64.rules. */
bool rewrite_value_amd64(Value *v);
bool rewrite_block_amd64(Block *b);

#endif
