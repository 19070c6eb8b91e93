/* shell.c - running commands, and printing them as a script that runs.
 *
 * With -x each step goes to the output of its action as a line of sh; paths in
 * the work directory show as $WORK.  What write_text writes shows as a here
 * document that is not quoted, so that the $WORK in it is expanded again. */
#include <stdarg.h>
#include <stdlib.h>

#include "driver/driver.h"

void cmd_add(Command *c, const char *arg) { vec_push(c->argv, c->n, c->cap, arg); }

void cmd_addf(Command *c, Arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    cmd_add(c, arena_vprintf(a, format, args));
    va_end(args);
}

void cmd_free(Command *c)
{
    free(c->argv);
    *c = (Command){0};
}

const char *with_work(Work *w, Arena *a, const char *text)
{
    size_t n = w->dir ? strlen(w->dir) : 0;
    Buf b = {0};
    for (const char *p = text; *p;) {
        if (n && strncmp(p, w->dir, n) == 0) {
            buf_puts(&b, "$WORK");
            p += n;
        } else {
            buf_putc(&b, *p++);
        }
    }
    const char *s = arena_strndup(a, b.data ? b.data : "", b.len);
    buf_free(&b);
    return s;
}

static bool visible(const Work *w) { return w->flags->x || w->flags->n; }

void show(Work *w, Action *a, const char *format, ...)
{
    if (!visible(w))
        return;
    va_list args;
    va_start(args, format);
    const char *line = arena_vprintf(&a->arena, format, args);
    va_end(args);
    buf_printf(&a->out, "%s\n", with_work(w, &a->arena, line));
}

void show_cd(Work *w, Action *a, const char *dir)
{
    if (!visible(w) || (a->shown_dir && strcmp(a->shown_dir, dir) == 0))
        return;
    a->shown_dir = dir;
    show(w, a, "cd %s", dir);
}

/* An argument as sh must read it; $WORK is expanded. */
static void quote(Buf *b, const char *arg)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:@%";
    bool work = strncmp(arg, "$WORK", 5) == 0;
    if (*arg && strspn(arg + (work ? 5 : 0), plain) == strlen(arg + (work ? 5 : 0))) {
        buf_puts(b, arg);
        return;
    }
    buf_putc(b, '"');
    for (const char *p = arg; *p; p++) {
        bool is_work = strncmp(p, "$WORK", 5) == 0;
        if (*p == '"' || *p == '\\' || *p == '`' || (*p == '$' && !is_work))
            buf_putc(b, '\\');
        buf_putc(b, *p);
    }
    buf_putc(b, '"');
}

void show_command(Work *w, Action *a, const char *dir, const char *env, const Command *c)
{
    if (!visible(w))
        return;
    show_cd(w, a, dir);
    Buf line = {0};
    if (env)
        buf_printf(&line, "%s ", env);
    for (size_t i = 0; i < c->n; i++) {
        if (i)
            buf_putc(&line, ' ');
        quote(&line, with_work(w, &a->arena, c->argv[i]));
    }
    buf_printf(&a->out, "%s\n", buf_str(&line));
    buf_free(&line);
}

bool run_command(Work *w, Action *a, const char *dir, const char *env, Command *c, Buf *out)
{
    show_command(w, a, dir, env, c);
    if (w->flags->n)
        return true;
    cmd_add(c, NULL);
    c->n--;
    const char *err;
    size_t before = out->len;
    const char **vars = NULL;
    if (env) { /* NAME='value' in front of the command */
        size_t n = 0;
        const char *const *e = os_environ();
        while (e[n])
            n++;
        vars = NEW_ARRAY(&a->arena, const char *, n + 2);
        const char *eq = strchr(env, '=');
        size_t name = (size_t)(eq - env) + 1, m = 0, len = strlen(eq + 1);
        vars[m++] = arena_printf(&a->arena, "%.*s%.*s", (int)name, env, (int)(len - 2), eq + 2);
        for (size_t i = 0; i < n; i++)
            if (strncmp(e[i], env, name) != 0)
                vars[m++] = e[i];
    }
    int status = os_spawn(&a->arena, c->argv, vars, dir, out, &err);
    if (status < 0)
        buf_printf(out, "go: %s\n", err);
    else if (status > 128)
        buf_printf(out, "go: %s: killed by signal %d\n", path_base(c->argv[0]), status - 128);
    else if (status != 0 && out->len == before)
        buf_printf(out, "go: %s: exit status %d\n", path_base(c->argv[0]), status);
    return status == 0;
}

bool write_text(Work *w, Action *a, const char *file, const char *text, size_t size)
{
    if (visible(w)) {
        if (size == 0) {
            show(w, a, "echo -n > %s", file);
        } else {
            Buf b = {0};
            const char *shown = with_work(w, &a->arena, text);
            for (const char *p = shown; *p; p++) {
                if (*p == '`' || *p == '\\' || (*p == '$' && strncmp(p, "$WORK", 5) != 0))
                    buf_putc(&b, '\\');
                buf_putc(&b, *p);
            }
            show(w, a, "cat >%s << EOF", file);
            buf_printf(&a->out, "%sEOF\n", buf_str(&b));
            buf_free(&b);
        }
    }
    const char *err;
    if (w->flags->n || os_write_file(&a->arena, file, text, size, 0644, &err))
        return true;
    buf_printf(&a->out, "go: %s\n", err);
    return false;
}

bool make_dir(Work *w, Action *a, const char *dir)
{
    show(w, a, "mkdir -p %s/", dir);
    const char *err;
    if (w->flags->n || os_mkdir_all(&a->arena, dir, &err))
        return true;
    buf_printf(&a->out, "go: %s\n", err);
    return false;
}
