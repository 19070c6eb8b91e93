/* amd64.h - the machine half of compile, in the order in which a function
 * passes through it:
 *
 *   AMD64.rules, lower.c   generic ops become machine ops (tables amd64_ops.h, amd64_regs.h)
 *   regalloc.h             registers and spill slots
 *   arglive.c              which arguments tracebacks may trust
 *   liveness.c             which stack words hold live pointers at each call
 *   frame.c                offsets of locals and spill slots
 *   emit.c                 Values become Progs
 *   gen.c                  one function: all of it, and the FUNCDATA symbols
 */
#ifndef AMD64_AMD64_H
#define AMD64_AMD64_H

#include "assembler/obj/obj.h"
#include "compiler/ssa/ssa.h"

/* --- machine registers as the allocator numbers them --- */

/* By hardware number, so that one bit of a mask is one register.  SB is a
 * pretended register: the base of addresses of symbols. */
enum {
    MregAX, MregCX, MregDX, MregBX, MregSP, MregBP, MregSI, MregDI,
    MregR8, MregR9, MregR10, MregR11, MregR12, MregR13, MregR14, MregR15,
    MregX0, MregX15 = MregX0 + 15,
    MregSB,
    NumMregs
};

typedef uint64_t RegMask;
#define REG_BIT(r) ((RegMask)1 << (r))

/* Registers that a machine op takes, gives and destroys (amd64_regs.h). */
typedef struct RegSpec {
    RegMask in[4], out[2], clobbers;
} RegSpec;

typedef struct MachineOp {
    const RegSpec *regs;
    uint16_t as; /* As, AXXX when emission has a case of its own */
} MachineOp;

extern const char *const amd64_reg_names[NumMregs];
extern const RegMask amd64_gp, amd64_fp, amd64_gpsp, amd64_gpspsb; /* allocatable; with SP; with SP and SB */
const MachineOp *machine_op(Op op); /* NULL for generic ops */

/* The sequences in which ABIInternal passes integers and floats. */
enum { NumIntArgRegs = 9, NumFloatArgRegs = 15 };
extern const uint8_t amd64_int_arg_regs[NumIntArgRegs];
int amd64_arg_reg(ValType t, int *ints, int *floats); /* next register for a value of type t; NoReg when they are used up */

extern const SsaTarget amd64_target; /* for SsaConfig.target */

/* A bit of PanicBounds' auxint besides its BoundsKind: the index x is unsigned. */
enum { BoundsUnsigned = 16 };

/* --- lower.c --- */
void amd64_lower(Func *f);
void amd64_late_lower(Func *f);

/* --- regalloc.c --- */
void amd64_regalloc(Func *f);

/* --- gen.c --- */

/* What emission needs besides the function; frozen while functions are compiled. */
typedef struct GenCtx {
    ObjCtx *obj;
    Arena *arena;        /* for Progs; one per thread, may be freed after gen_func */
    bool unsafe_points;  /* the runtime's own code: no asynchronous preemption anywhere in it */
} GenCtx;

/* Turns f, after all passes, into Progs, maps and tables of text (from
 * obj_lookup; not yet defined) and assembles it.  false: reported to
 * ctx->obj->diag or, if the fault is ours, in f->error. */
bool gen_func(GenCtx *ctx, Func *f, LSym *text);

/* --- frame.c --- */
typedef struct Frame {
    int64_t locals;     /* bytes from the outgoing arguments to the saved BP */
    int64_t outgoing;   /* of them, for arguments and results of calls */
    int64_t ptr_words;  /* the topmost words that the pointer maps describe */
    int64_t args_words; /* words of arguments, results and spill area of our caller */
} Frame;
Frame frame_layout(Func *f); /* sets the offsets of Auto and Spill locals */

/* --- debugplaces.c --- */

/* Where the variables of f are that stand in registers or spill slots, or came
 * there as parameters: by variable what .go.var says of its places; heap. */
Buf *debug_places(Func *f, const LSym *text); /* text is assembled */

/* --- debugvars.c --- */

int32_t debug_frame_offset(const Local *l); /* from the frame's CFA */
void debug_vars(const GenCtx *ctx, Func *f, LSym *text); /* text is assembled */

/* --- liveness.c --- */

/* Pointer maps of a function.  Map 0 is the one at entry. */
typedef struct StackMaps {
    int nmaps;
    int args_nbit, locals_nbit;
    Buf args, locals;  /* nmaps bitmaps of (nbit + 7) / 8 bytes each; the caller frees them */
    int32_t *index_at; /* by value id: map at this call, -1 not a call */
} StackMaps;
StackMaps liveness(Func *f, const Frame *frame); /* also sets needzero of locals that may be read before they are written */

/* --- arglive.c --- */

enum { MaxArgPlaces = 16 }; /* ArgInfo prints no more than ten */

/* Where the caller keeps room for an argument that comes in a register. */
typedef struct ArgPlace {
    uint8_t off, size;
} ArgPlace;

typedef struct ArgLive {
    uint8_t first;    /* the lowest offset of a place */
    ArgPlace places[MaxArgPlaces];
    int n;            /* of them; 0: nothing is to be said */
    uint32_t *in;     /* by block id: the places that are good at its start, one bit each */
    Buf table;        /* FUNCDATA ArgLiveInfo; the caller frees it */
} ArgLive;
ArgLive arg_live(Func *f);
uint32_t arg_live_step(const ArgLive *a, const Func *f, const Value *v, uint32_t good); /* what is good after v */
int arg_live_index(ArgLive *a, uint32_t good); /* PCDATA ArgLiveIndex */

/* --- emit.c --- */
void emit_body(GenCtx *ctx, Func *f, LSym *text, const StackMaps *maps, ArgLive *args);
As amd64_store_as(ValType t); /* register to memory, and back (zero-extending) */
As amd64_load_as(ValType t);
int amd64_obj_reg(int mreg);  /* Reg of obj.h */

#endif
