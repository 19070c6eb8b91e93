/* main.c - ggo: the go command.  Which word does what. */
#include <stdarg.h>
#include <stdio.h>

#include "driver/driver.h"

typedef struct Entry {
    const char *word;
    int (*run)(Env *e, int argc, char **argv); /* argv[0] is the word */
} Entry;

static const Entry entries[] = {
    {"build", build_command}, {"run", run_program},   {"list", list_command}, {"env", env_command},
    {"tool", tool_command},   {"clean", clean_command}, {"version", version_command}, {"help", help_command},
};

/* Words of the go command that we know and do not have. */
static const char *const unsupported[] = {"bug", "doc", "fix", "fmt", "generate", "get", "install", "mod",
                                          "telemetry", "test", "vet", "work"};

void print_out(int fd, const char *format, ...)
{
    Buf b = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&b, format, args);
    va_end(args);
    os_write_fd(fd, b.data, b.len);
    buf_free(&b);
}

void complain(const char *format, ...)
{
    Buf b = {0};
    va_list args;
    va_start(args, format);
    buf_puts(&b, "go: ");
    buf_vprintf(&b, format, args);
    buf_putc(&b, '\n');
    va_end(args);
    os_write_fd(2, b.data, b.len);
    buf_free(&b);
}

static int dispatch(Env *e, int argc, char **argv)
{
    const char *word = argv[0];
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        if (strcmp(entries[i].word, word) == 0)
            return entries[i].run(e, argc, argv);
    for (size_t i = 0; i < sizeof unsupported / sizeof *unsupported; i++) {
        if (strcmp(unsupported[i], word) == 0) {
            complain("%s: command not supported", word);
            return 2;
        }
    }
    print_out(2, "go %s: unknown command\nRun 'go help' for usage.\n", word);
    return 2;
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    Env env;
    const char *err;
    int status = 2;
    if (argc < 2)
        print_usage(2);
    else if (!env_init(&env, &arena, &err))
        complain("%s", err);
    else
        status = dispatch(&env, argc - 1, argv + 1);
    arena_free(&arena);
    return status;
}
