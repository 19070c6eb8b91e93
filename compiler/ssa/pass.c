/* pass.c - the list of passes, and the runner.
 *
 * The list is the pipeline of compiler/ssa and compiler/amd64 from the SSA as
 * built to the SSA that is emitted.  The runner, not the passes, checks and
 * shows the function after each one.  Constraints on the order stand beside
 * the rows. */
#include "compiler/ssa/ssa.h"

#include <stdio.h>

static const SsaTarget *target(const Func *f) { return f->config->target; }

/* Passes of the machine; with no target the generic ones can still run. */
static void lower(Func *f) { if (target(f) && target(f)->lower) target(f)->lower(f); }
static void late_lower(Func *f) { if (target(f) && target(f)->late_lower) target(f)->late_lower(f); }
static void regalloc(Func *f) { if (target(f) && target(f)->regalloc) target(f)->regalloc(f); }

enum { Required = true, Optional = false };

const Pass ssa_passes[] = {
    /* name            function      with -N too */
    {"early-phielim",  phielim,      Optional}, /* construction leaves trivial phis and copies */
    {"early-deadcode", deadcode,     Required}, /* what cannot be reached must not be looked at */
    {"opt",            opt,          Optional}, /* before cse: equal things look equal afterwards */
    {"opt-deadcode",   deadcode,     Optional}, /* opt made branches with known outcome */
    {"cse",            cse,          Optional},
    {"phielim",        phielim,      Required}, /* merged values and removed edges make phis trivial */
    {"shortcircuit",   shortcircuit, Optional}, /* before prove, which learns from branches */
    {"nilcheckelim",   nilcheckelim, Optional}, /* after cse: equal pointers are one value */
    {"prove",          prove,        Optional}, /* after cse: equal lengths are one value */
    {"late-opt",       opt,          Optional}, /* uses what cse and prove found */
    {"fuse",           fuse,         Optional}, /* after branches were decided; larger blocks for what follows */
    {"late-cse",       cse,          Optional},
    {"late-deadcode",  deadcode,     Optional},
    {"deadstore",      deadstore,    Optional}, /* before writebarrier, which hides stores */
    {"branchelim",     branchelim,   Optional}, /* after prove, which learns from branches */
    {"writebarrier",   writebarrier, Required}, /* after all that removes stores; wants nil checks merged */
    {"lower",          lower,        Required}, /* generic ops end here */
    {"lowered-cse",    cse,          Optional}, /* addresses and constants that lowering made */
    {"late-lower",     late_lower,   Required}, /* once use counts are final */
    {"deadcode",       deadcode,     Required},
    {"tighten",        tighten,      Optional}, /* after lowering, before the order of values is fixed */
    {"critical",       critical,     Required}, /* before layout, which places the new blocks; before regalloc, which relies on it */
    {"layout",         layout,       Required}, /* before schedule and regalloc: they go by the order of blocks */
    {"schedule",       schedule,     Required}, /* no value may move after it */
    {"late-nilcheck",  late_nilcheck,Optional}, /* needs the order of values */
    {"flagalloc",      flagalloc,    Required}, /* needs the order of values; before regalloc, which must not part flags and users */
    {"regalloc",       regalloc,     Required},
    {"trim",           trim,         Required}, /* after regalloc filled the split edges, or did not */
    {"looprotate",     looprotate,   Optional}, /* after regalloc, which likes headers first, and trim: empty blocks hide what falls through */
};
const size_t ssa_num_passes = sizeof ssa_passes / sizeof *ssa_passes;

int ssa_find_pass(const char *name)
{
    for (size_t i = 0; i < ssa_num_passes; i++)
        if (!strcmp(name, ssa_passes[i].name))
            return (int)i;
    return -1;
}

static bool run_one(Func *f, const Pass *p)
{
    f->pass = p->name;
    f->consts_known = false;
    p->run(f);
    if (!f->error && f->config->check)
        check_func(f);
    if (f->config->after_pass)
        f->config->after_pass(f->config->after_pass_ctx, f, p->name);
    arena_reset(&f->scratch, SIZE_MAX);
    return !f->error;
}

bool run_passes_from(Func *f, const char *first, const char *last)
{
    int from = first ? ssa_find_pass(first) : 0, to = last ? ssa_find_pass(last) : (int)ssa_num_passes - 1;
    if (from < 0 || to < 0) {
        func_fail(f, NULL, "no pass is called %s", from < 0 ? first : last);
        return false;
    }
    f->pass = "start";
    if (f->config->check && !check_func(f))
        return false;
    if (f->config->after_pass && !first)
        f->config->after_pass(f->config->after_pass_ctx, f, "start");
    for (int i = from; i <= to; i++)
        if ((ssa_passes[i].required || !f->config->no_opt) && !run_one(f, &ssa_passes[i]))
            return false;
    return true;
}

bool run_passes(Func *f) { return run_passes_from(f, NULL, NULL); }

bool run_pass(Func *f, const char *name)
{
    int i = ssa_find_pass(name);
    if (i < 0) {
        func_fail(f, NULL, "no pass is called %s", name);
        return false;
    }
    return run_one(f, &ssa_passes[i]);
}
