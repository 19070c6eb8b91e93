/* main.c - text in, one pass, text out: compile -from=ssa -ssapass=PASS.
 *
 * The way passes are tested, and the way to try one by hand. */
#include "compiler/ssa/ssa.h"

static bool run_on(Func *f, const char *pass, Buf *err)
{
    f->pass = "read";
    bool ok = check_func(f) && (!pass || run_pass(f, pass));
    if (!ok)
        buf_printf(err, "%s\n", f->error);
    return ok;
}

int ssa_main(const SsaTarget *target, const char *name, const char *text, size_t size, const char *pass, Buf *out, Buf *err)
{
    PosList positions;
    pos_list_init(&positions);
    PosMap map = pos_list_map(&positions);
    SsaConfig config = {.target = target, .pos = &map, .check = true};
    Arena arena;
    arena_init(&arena);
    FuncList list = {0};
    const char *error = NULL;
    int status = 0;
    if (pass && ssa_find_pass(pass) < 0) {
        buf_printf(err, "no pass is called %s\n", pass);
        status = 1;
    } else if (!parse_funcs(&config, text, size, &list, &arena, &error)) {
        buf_printf(err, "%s:%s\n", name, error);
        status = 1;
    }
    for (size_t i = 0; i < list.count && !status; i++) {
        if (run_on(list.funcs[i], pass, err))
            dump_func(list.funcs[i], out);
        else
            status = 1;
    }
    func_list_free(&list);
    arena_free(&arena);
    pos_list_free(&positions);
    return status;
}
