/* ssa.c - ssa/: one pass over the text of a function. */
#include "runtests.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

int check_ssa(const Job *j)
{
    if (chdir(j->c->dir) != 0)
        return fail(j, "%s: %s", j->c->dir, strerror(errno));
    const char *slash = strrchr(j->c->dir, '/');
    char *pass = format("-ssapass=%s", slash ? slash + 1 : j->c->dir);
    char *argv[] = {(char *)j->compile, "-from=ssa", pass, "-o", "-", j->c->file, NULL};
    Result res = run_tool(j, argv, NULL);
    if (res.status != 0)
        return fail_result(j, "compile -from=ssa", res);
    return check_golden(j, ".want", res.out);
}
