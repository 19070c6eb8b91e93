/* main.c - compile: one package, from Go source to an archive.
 *
 * compile_package is the pipeline; every stage can be printed with -dump. */
#include "compiler/compile.h"

#include <stdlib.h>

#include "base/os.h"

/* Recursion over deep input: 10,000 levels of expressions are allowed. */
#define StackSize ((size_t)512 << 20)

/* ---- set-up ---- */

static void set_up(Compile *c)
{
    arena_init(&c->arena);
    arena_init(&c->obj_arena);
    arena_init(&c->diag_arena);
    intern_init(&c->names, &c->arena);
    intern_init(&c->obj_names, &c->obj_arena);
    pos_table_init(&c->pos);
    diag_init(&c->diag, &c->diag_arena);
    obj_init(&c->obj, &c->obj_arena, &c->obj_names, &c->diag);
    syntax_init(&c->syntax, &c->arena, &c->names, &c->pos, &c->diag);
}

static void tear_down(Compile *c)
{
    obj_free(&c->obj);
    diag_free(&c->diag);
    pos_table_free(&c->pos);
    intern_free(&c->names);
    intern_free(&c->obj_names);
    map_free(&c->packages);
    map_free(&c->importmap);
    map_free(&c->ir.symabi_defs);
    map_free(&c->ir.symabi_refs);
    free(c->recorded);
    for (size_t i = 0; i < c->nkept; i++)
        arena_free(&c->kept[i]);
    free(c->kept);
    buf_free(&c->out);
    arena_free(&c->arena);
    arena_free(&c->obj_arena);
    arena_free(&c->diag_arena);
}

/* What the parts need to know of the options. */
static void configure(Compile *c)
{
    const Options *o = &c->opt;
    c->diag.all = o->all_errors;
    c->syntax.std = o->std;
    c->syntax.runtime = o->runtime;
    c->syntax.complete = o->complete;
    c->pos_map = (PosMap){.ctx = c, .info = ssa_position};
    c->ssa = (SsaConfig){.target = &amd64_target, .pos = &c->pos_map, .no_opt = o->no_opt, .check = o->check, .in_runtime = o->runtime};
    c->obj.pkgpath = o->pkgpath;
    c->obj.prov = o->prov;
    c->obj.position = object_position;
    c->obj.inlined = object_inlined;
    c->obj.position_arg = c;
    const char **settings = NEW_ARRAY(&c->arena, const char *, 2);
    settings[0] = "gover=" GoVersion;
    settings[1] = arena_printf(&c->arena, "producer=%s", o->no_opt && o->no_inline ? "-N -l" : o->no_opt ? "-N" : o->no_inline ? "-l" : "");
    c->obj.settings = settings;
    c->obj.nsettings = 2;
}

/* ---- the stages ---- */

/* Go source, or what -dump printed of it. */
static Node *read_source(Compile *c, const char *name, const OsFile *f)
{
    if (c->opt.from == StageAst)
        return read_ast(&c->syntax, name, f->data, f->size);
    if (c->opt.from != StageTokens)
        return parse_file(&c->syntax, name, f->data, f->size);
    Buf src = {0};
    Node *n = read_tokens(&c->syntax, name, f->data, f->size, &src) ? parse_file(&c->syntax, name, src.data, src.len) : NULL;
    buf_free(&src);
    return n;
}

/* False: nothing to check. Errors other than of syntax let the checker go on. */
static bool parse(Compile *c)
{
    bool readable = true;
    c->files = NEW_ARRAY(&c->arena, Node *, c->opt.nfiles);
    for (int i = 0; i < c->opt.nfiles; i++) {
        const char *name = c->opt.files[i], *err;
        OsFile f;
        if (!os_read_file(&c->arena, name, &f, &err)) {
            compile_error(c, "%s", err);
            readable = false;
            continue;
        }
        if (c->opt.dump == StageTokens) {
            dump_token_files(c, name, f.data, f.size);
        } else {
            Node *file = read_source(c, name, &f);
            if (file)
                c->files[c->nfiles++] = file;
            readable = readable && file;
        }
        os_close_file(&f);
    }
    if (c->opt.dump == StageAst)
        dump_trees(c, false);
    return readable && c->syntax.syntax_errors == 0;
}

static bool check(Compile *c)
{
    const Options *o = &c->opt;
    TypesCtx *t = &c->types;
    *t = (TypesCtx){.arena = &c->arena, .names = &c->names, .pos = &c->pos, .diag = &c->diag, .syntax = &c->syntax, .lang = o->lang,
                    .pkg_path = o->pkgpath, .std = o->std, .runtime = o->runtime, .complete = o->complete,
                    .have_symabis = o->symabis != NULL, .find_package = find_package, .map_import = map_import, .find_data = c};
    types_init(t);
    c->pkg = check_package(t, c->files, c->nfiles);
    for (size_t i = 0; i < c->nfiles && !diag_any(&c->diag); i++)
        check_pragmas(&c->syntax, c->files[i]);
    record_positions(c);
    c->pos.recorded = recorded_position_file;
    c->pos.recorded_arg = c;
    if (!diag_any(&c->diag))
        check_sizes(t);
    if (diag_any(&c->diag))
        return false;
    if (o->dump == StageTypes)
        dump_trees(c, true);
    c->obj.pkgname = c->pkg->name;
    return true;
}

static void start_ir(Compile *c)
{
    Ir *ir = &c->ir;
    ir->arena = &c->arena;
    ir->types = &c->types;
    ir->pos = &c->pos;
    ir->diag = &c->diag;
    ir->obj = &c->obj;
    ir->pkg = c->pkg;
    ir->ssa = &c->ssa;
    ir->no_opt = c->opt.no_opt;
    ir->no_inline = c->opt.no_inline;
    ir->no_bounds = c->opt.no_bounds;
    ir->debug_vars = c->opt.dwarf;
    ir->debug_stack = c->opt.no_opt && c->opt.dwarf;
    ir->std = c->opt.std;
    ir->runtime = c->opt.runtime;
    pthread_mutex_init(&ir->lock, NULL);
    object_init(ir);
}

static void end_ir(Compile *c)
{
    Ir *ir = &c->ir;
    object_free(ir);
    free(ir->pending);
    map_free(&ir->queued);
    map_free(&ir->inlined_at);
    map_free(&ir->escaping);
    free(ir->inlined);
    ir->inlined = NULL;
    ir->ninlined = 0;
    map_free(&ir->static_vars);
    pthread_mutex_destroy(&ir->lock);
}

/* -S shows functions as they are done, then what is not code. */
static void list_data(Compile *c)
{
    size_t n;
    LSym **list = obj_sorted(&c->obj, &n);
    for (size_t i = 0; i < n; i++)
        if (list[i]->kind != SymText)
            obj_print_listing(&c->obj, list[i], &c->out);
    free(list);
}

static bool compile_back_end(Compile *c)
{
    start_ir(c);
    escape_package(&c->ir);
    inline_costs(&c->ir);
    bool ok = compile_functions(c);
    if (ok && c->opt.listing_asm)
        obj_print_asm(&c->obj, &c->out);
    if (ok && c->opt.listing)
        list_data(c);
    end_ir(c);
    return ok;
}

/* A dump or listing without -o is all that is wanted. */
static bool only_shows(const Compile *c)
{
    return !c->opt.out && (c->opt.dump != StageNone || c->opt.listing_asm);
}

static bool stops_after(const Compile *c, Stage s) { return c->opt.dump == s && !c->opt.out; }

static bool compile_package(Compile *c)
{
    if (!read_importcfg(c) || !read_symabis(c) || !parse(c))
        return false;
    if (c->opt.dump == StageTokens || stops_after(c, StageAst))
        return true;
    bool ok = check(c);
    if (ok && !stops_after(c, StageTypes))
        ok = write_asmhdr(c) && compile_back_end(c) && (only_shows(c) || write_archive(c));
    types_free(&c->types);
    return ok;
}

/* ---- the program ---- */

/* Never leaves half an output: an old one goes too, so that nothing links it. */
static void remove_output(Compile *c)
{
    if (c->opt.out && strcmp(c->opt.out, "-") != 0 && os_stat(c->opt.out).regular)
        os_remove(c->opt.out);
}

static void run(void *compile)
{
    Compile *c = compile;
    Buf messages = {0};
    set_up(c);
    if (parse_options(c, c->argc, c->argv, &c->status)) {
        configure(c);
        c->status = c->opt.from == StageSsa ? compile_ssa(c) : compile_package(c) ? 0 : 2;
        if (c->status)
            remove_output(c);
        diag_flush(&c->diag, &messages);
        if (!os_write_fd(1, messages.data, messages.len) || !os_write_fd(1, c->out.data, c->out.len))
            c->status = 2;
    }
    buf_free(&messages);
    tear_down(c);
}

int main(int argc, char **argv)
{
    Compile *c = xcalloc(1, sizeof *c);
    c->argc = argc;
    c->argv = argv;
    os_with_stack(StackSize, run, c);
    int status = c->status;
    free(c);
    return status;
}
