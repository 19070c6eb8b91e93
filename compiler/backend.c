/* backend.c - the functions of a package, from typed tree to instructions.
 *
 * Construction of SSA shares tables (types, names, positions, symbols that are
 * asked for) and runs on one thread; everything after it touches only its
 * function and runs on several.  So the queue is taken in waves: a wave is
 * built, then optimized and encoded in parallel.  Building asks for more
 * functions and for type descriptors, and those for more functions; when both
 * queues are empty the package is complete.
 *
 * With one thread a wave is one function.  Its memory, and the tables of the
 * passes, are those of the function before: they stay in the caches. */
#include "compiler/compile.h"

#include <stdlib.h>

#include "base/os.h"

enum { WaveSize = 64 };

typedef struct Job {
    Func *f;        /* NULL: not built, reported */
    Func *done;     /* of an earlier wave: its memory is used again */
    LSym *text;
    Arena progs;    /* when they must stay: -S=asm */
    Buf dump;
} Job;

typedef struct Wave {
    Compile *c;
    Job jobs[WaveSize];
    size_t n;
    size_t next;    /* of the queue */
    pthread_mutex_t lock; /* protects scratch and nscratch */
    Arena scratch[WaveSize]; /* for Func.scratch: one per thread that was busy at the same time */
    size_t nscratch;
} Wave;

/* A fault of ours: says nothing when the user's errors may be the cause. */
void report_internal(Compile *c, const Func *f)
{
    if (!diag_any(&c->diag))
        compile_error(c, "%s", f->error); /* it says where */
}

bool wants_dump(const Compile *c, const Func *f)
{
    const char *want = c->opt.dump_func, *dot;
    if (!want || strcmp(want, f->sym->name) == 0)
        return true;
    dot = strchr(f->sym->name, '.');
    return dot && strcmp(want, dot + 1) == 0;
}

/* SsaConfig.after_pass */
static void after_pass(void *wave, Func *f, const char *pass)
{
    Wave *w = wave;
    if (w->c->opt.dump != StageSsa || strcmp(pass, w->c->opt.dump_pass) != 0 || !wants_dump(w->c, f))
        return;
    for (size_t i = 0; i < w->n; i++)
        if (w->jobs[i].f == f)
            dump_func(f, &w->jobs[i].dump);
}

static Arena take_scratch(Wave *w)
{
    pthread_mutex_lock(&w->lock);
    Arena a = w->nscratch ? w->scratch[--w->nscratch] : (Arena){0};
    pthread_mutex_unlock(&w->lock);
    return a;
}

static void give_scratch(Wave *w, Arena a)
{
    enum { Kept = 1 << 20 };
    arena_reset(&a, Kept);
    pthread_mutex_lock(&w->lock);
    w->scratch[w->nscratch++] = a;
    pthread_mutex_unlock(&w->lock);
}

static void compile_function(Wave *w, Job *j)
{
    Compile *c = w->c;
    Func *f = j->f;
    bool ok = run_passes(f);
    if (ok && f->has_write_barriers && (f->flags & FuncNoWriteBarrier)) {
        pos_error(&c->pos, &c->diag, f->write_barrier_pos, "write barrier prohibited");
        return;
    }
    GenCtx gen = {.obj = &c->obj, .arena = c->opt.listing_asm ? &j->progs : &f->arena, .unsafe_points = c->opt.runtime};
    if (ok) {
        j->text = obj_lookup(&c->obj, f->sym->name, f->sym->abi == SsaABI0 ? ABI0 : ABIInternal);
        ok = gen_func(&gen, f, j->text);
    }
    if (!ok && f->error)
        report_internal(c, f);
    if (!ok)
        return;
    bool shows = c->opt.listing || (c->opt.dump == StageAsm && wants_dump(c, f));
    if (shows)
        obj_print_listing(&c->obj, j->text, &j->dump);
    if (c->opt.listing_asm) /* the whole object is printed at the end */
        obj_keep_names(j->text);
    else
        obj_drop_progs(j->text);
}

static void run_job(void *wave, size_t i)
{
    Wave *w = wave;
    Func *f = w->jobs[i].f;
    if (!f)
        return;
    f->scratch = take_scratch(w);
    compile_function(w, &w->jobs[i]);
    give_scratch(w, f->scratch);
    f->scratch = (Arena){0};
}

static void start_wave(Wave *w)
{
    Ir *ir = &w->c->ir;
    size_t most = w->c->opt.threads > 1 ? WaveSize : 1;
    for (w->n = 0; w->n < most && w->next < ir->npending; w->n++) {
        PendingFunc p = ir->pending[w->next++]; /* a copy: the queue grows */
        Job *j = &w->jobs[w->n];
        *j = (Job){.f = ir_build(ir, &p, j->done)};
    }
    record_positions(w->c);
}

static void end_wave(Wave *w)
{
    for (size_t i = 0; i < w->n; i++) {
        Job *j = &w->jobs[i];
        buf_write(&w->c->out, j->dump.data, j->dump.len);
        buf_free(&j->dump);
        if (j->f)
            note_write_barrier(&w->c->ir, j->f);
        j->done = j->f;
        if (w->c->opt.listing_asm)
            vec_push(w->c->kept, w->c->nkept, w->c->cap_kept, j->progs);
    }
}

static void drain_queues(Wave *w)
{
    do {
        while (w->next < w->c->ir.npending) {
            start_wave(w);
            os_parallel(w->c->opt.threads, w->n, run_job, w);
            end_wave(w);
        }
    } while (!diag_any(&w->c->diag) && object_emit(&w->c->ir));
}

static void free_wave(Wave *w)
{
    for (size_t i = 0; i < WaveSize; i++)
        func_free(w->jobs[i].done);
    while (w->nscratch)
        arena_free(&w->scratch[--w->nscratch]);
    pthread_mutex_destroy(&w->lock);
    free(w);
}

bool compile_functions(Compile *c)
{
    Wave *w = xcalloc(1, sizeof *w);
    w->c = c;
    pthread_mutex_init(&w->lock, NULL);
    c->ssa.after_pass = c->opt.dump == StageSsa ? after_pass : NULL;
    c->ssa.after_pass_ctx = w;
    ir_queue_package(&c->ir);
    object_declare_types(&c->ir);
    debug_consts(&c->ir);
    if (!diag_any(&c->diag) && embed_files(c))
        drain_queues(w);
    free_wave(w);
    check_write_barriers(&c->ir);
    if (diag_any(&c->diag))
        return false;
    emit_inittask(&c->ir, c->ir.init_funcs, c->ir.ninit_funcs);
    emit_args_maps(&c->ir);
    return !diag_any(&c->diag);
}
