/* commands.c - commands that build nothing: tool, env, version, clean, help. */
#include <stdlib.h>

#include "driver/driver.h"

/* ---- help ---- */

static const char main_usage[] =
    "Glass Go is a tool for managing Go source code, and for looking at what becomes of it.\n"
    "\n"
    "Usage:\n"
    "\n"
    "\tggo <command> [arguments]\n"
    "\n"
    "The commands are:\n"
    "\n"
    "\tbuild       compile packages and dependencies\n"
    "\tclean       remove cached files\n"
    "\tenv         print Go environment information\n"
    "\thelp        print this, or more about a command\n"
    "\tlist        list packages\n"
    "\trun         compile and run Go program\n"
    "\ttool        run specified go tool\n"
    "\tversion     print Go version\n"
    "\n"
    "Use \"ggo help <command>\" for more information about a command.\n";

static const struct {
    const char *word, *text;
} topics[] = {
    {"build",
     "usage: go build [-o output] [build flags] [packages]\n"
     "\n"
     "Build compiles the packages named by the import paths, along with their\n"
     "dependencies. Arguments that end in .go are the files of one package. A\n"
     "main package becomes a program; the results of other packages are kept in\n"
     "the cache only.\n"
     "\n"
     "\t-o file       the program goes to file, or into it when it is a directory\n"
     "\t-a            rebuild what is up to date, too\n"
     "\t-n            print the commands but do not run them\n"
     "\t-x            print the commands: a script that sh can run\n"
     "\t-v            print the names of packages as they are compiled\n"
     "\t-p n          run up to n steps at once\n"
     "\t-work         print the name of the work directory, and keep it\n"
     "\t-tags list    build tags that hold\n"
     "\t-trimpath     leave file system paths out of the results\n"
     "\t-gcflags '[pattern=]arg list'   arguments for each compile\n"
     "\t-asmflags '[pattern=]arg list'  arguments for each asm\n"
     "\t-ldflags '[pattern=]arg list'   arguments for each link\n"},
    {"run",
     "usage: go run [build flags] [-exec xprog] package [arguments...]\n"
     "\n"
     "Run compiles and runs the main package that is named, by files or by\n"
     "import path, with the arguments that follow. The flags are those of build.\n"
     "The exit status of run is not the program's: it is 1 when the program fails.\n"},
    {"list",
     "usage: go list [-f format] [-json] [-m] [list flags] [build flags] [packages]\n"
     "\n"
     "List prints the import path of each package, one a line.\n"
     "\n"
     "\t-f format     a template of text/template: fields, join, len, not, and, or, eq,\n"
     "\t              ne, index, print, printf, if, with, range\n"
     "\t-json[=list]  all that is known, or the fields in the list, as JSON\n"
     "\t-deps         also what the packages import, before them\n"
     "\t-m            the main module instead of packages\n"
     "\t-tags list    build tags that hold\n"},
    {"env",
     "usage: go env [-json] [var ...]\n"
     "\n"
     "Env prints variables as a shell script sets them, or their values when they\n"
     "are named, or with -json all or the named ones as a JSON object.\n"},
    {"tool", "usage: go tool [-n] command [args...]\n\nTool runs the tool with the arguments; without arguments it prints the known tools.\n"
             "With -n it prints the command.\n"},
    {"version", "usage: go version [-m] [file ...]\n\nVersion prints the version of ggo, or the Go version that programs were built with;\n"
                "-m also prints their build information.\n"},
    {"clean", "usage: go clean [-cache]\n\nClean -cache removes the cache of build results.\n"},
    {"help", "usage: go help [command]\n"},
};

void print_usage(int fd) { print_out(fd, "%s", main_usage); }

static const char *topic(const char *word)
{
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        if (strcmp(topics[i].word, word) == 0)
            return topics[i].text;
    return NULL;
}

int help_command(Env *e, int argc, char **argv)
{
    (void)e;
    if (argc < 2) {
        print_usage(1);
        return 0;
    }
    const char *text = topic(argv[1]);
    if (!text || argc > 2) {
        Buf b = {0};
        for (int i = 1; i < argc; i++)
            buf_printf(&b, "%s%s", i > 1 ? " " : "", argv[i]);
        print_out(2, "go help %s: unknown help topic. Run 'go help'.\n", buf_str(&b));
        buf_free(&b);
        return 2;
    }
    print_out(1, "%s", text);
    return 0;
}

int parse_command(Env *e, const Flag *table, int argc, char **argv)
{
    const char *err = NULL;
    int first = flags_parse(e->arena, table, argc, argv, &err);
    if (first < 0) {
        if (!strstr(err, "defined: -h"))
            print_out(2, "%s\n", err);
        const char *text = topic(argv[0]);
        print_out(2, "%.*s\nRun 'go help %s' for details.\n", (int)strcspn(text, "\n"), text, argv[0]);
    }
    return first;
}

/* ---- tool ---- */

static bool is_tool(const char *path) { return os_stat(path).regular && os_stat(path).executable; }

static void list_tools(Env *e)
{
    size_t n;
    char **names = os_read_dir(e->arena, e->tooldir, &n, NULL);
    for (size_t i = 0; names && i < n; i++)
        if (is_tool(tool_path(e, e->arena, names[i])))
            print_out(1, "%s\n", names[i]);
}

/* go tool dist list: the platforms there are. */
static int dist(int argc, char **argv)
{
    if (argc >= 1 && strcmp(argv[0], "list") == 0) {
        print_out(1, "linux/amd64\n");
        return 0;
    }
    print_out(2, "usage: go tool dist list\n");
    return 2;
}

int tool_command(Env *e, int argc, char **argv)
{
    bool dry = false;
    const Flag table[] = {{"n", FlagBool, &dry, ""}, {NULL, FlagBool, NULL, NULL}};
    int first = parse_command(e, table, argc, argv);
    if (first < 0)
        return 2;
    if (first == argc) {
        list_tools(e);
        return 0;
    }
    const char *name = argv[first];
    if (strcmp(name, "dist") == 0)
        return dist(argc - first - 1, argv + first + 1);
    const char *path = tool_path(e, e->arena, name);
    if (strchr(name, '/') || !is_tool(path)) {
        complain("no such tool \"%s\"", name);
        return 2;
    }
    const char **args = NEW_ARRAY(e->arena, const char *, argc - first + 1);
    args[0] = path;
    for (int i = first + 1; i < argc; i++)
        args[i - first] = argv[i];
    if (dry) {
        for (int i = 0; args[i]; i++)
            print_out(1, "%s%s", i ? " " : "", args[i]);
        print_out(1, "\n");
        return 0;
    }
    os_exec(args, NULL);
    complain("cannot run %s", path);
    return 2;
}

/* ---- env ---- */

static int by_text(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

/* The names are sorted, each once. */
static void print_json(Env *e, const char **names, size_t n)
{
    print_out(1, "{\n");
    qsort(names, n, sizeof *names, by_text);
    for (size_t i = 0; i < n; i++) {
        if (i + 1 < n && strcmp(names[i], names[i + 1]) == 0)
            continue;
        Buf b = {0};
        const char *v = env_value(e, names[i]);
        buf_quote(&b, v, strlen(v));
        print_out(1, "\t\"%s\": %s%s\n", names[i], buf_str(&b), i + 1 < n ? "," : "");
        buf_free(&b);
    }
    print_out(1, "}\n");
}

static void print_shell(const char *name, const char *value)
{
    Buf b = {0};
    for (const char *p = value; *p; p++) {
        if (*p == '\'')
            buf_puts(&b, "'\\''");
        else
            buf_putc(&b, *p);
    }
    print_out(1, "%s='%s'\n", name, buf_str(&b));
    buf_free(&b);
}

int env_command(Env *e, int argc, char **argv)
{
    bool json = false, set = false, unset = false;
    const Flag table[] = {{"json", FlagBool, &json, ""}, {"w", FlagBool, &set, ""}, {"u", FlagBool, &unset, ""},
                          {NULL, FlagBool, NULL, NULL}};
    int first = parse_command(e, table, argc, argv);
    if (first < 0)
        return 2;
    if (set || unset) {
        complain("env -%c is not supported: there is no file of settings; set the variable in the environment", set ? 'w' : 'u');
        return 1;
    }
    size_t n = 0;
    while (env_names[n])
        n++;
    bool all = first == argc;
    const char **names = NEW_ARRAY(e->arena, const char *, (all ? n : (size_t)(argc - first)) + 1);
    for (size_t i = 0; all && i < n; i++)
        names[i] = env_names[i];
    for (int i = first; i < argc; i++) {
        if (strchr(argv[i], '=')) {
            complain("invalid variable name \"%s\" (use -w to set variable)", argv[i]);
            return 1;
        }
        names[i - first] = argv[i];
    }
    if (json) {
        print_json(e, names, all ? n : (size_t)(argc - first));
    } else if (first == argc) {
        for (const char *const *p = env_names; *p; p++)
            print_shell(*p, env_value(e, *p));
    } else {
        for (const char **p = names; *p; p++)
            print_out(1, "%s\n", env_value(e, *p));
    }
    return 0;
}

/* ---- version ---- */

static bool read_uvarint(const char **p, const char *end, uint64_t *v)
{
    *v = 0;
    for (int shift = 0; *p < end && shift < 64; shift += 7) {
        uint8_t byte = (uint8_t) * (*p)++;
        *v |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

static bool read_string(Arena *a, const char **p, const char *end, const char **s)
{
    uint64_t n;
    if (!read_uvarint(p, end, &n) || n > (uint64_t)(end - *p))
        return false;
    *s = arena_strndup(a, *p, n);
    *p += n;
    return true;
}

/* FORMATS, ".go.buildinfo": 16-aligned magic, then two strings at 32. */
static bool build_info(Env *e, const OsFile *f, const char **version, const char **mod)
{
    static const char magic[] = "\xff Go buildinf:";
    for (size_t i = 0; i + 32 < f->size; i += 16) {
        if (memcmp(f->data + i, magic, sizeof magic - 1) != 0 || !(f->data[i + 15] & 2))
            continue;
        const char *p = f->data + i + 32, *end = f->data + f->size;
        if (read_string(e->arena, &p, end, version) && read_string(e->arena, &p, end, mod))
            return true;
    }
    return false;
}

static int file_version(Env *e, const char *name, bool mod)
{
    OsFile f;
    const char *err, *version, *info;
    if (!os_read_file(e->arena, name, &f, &err)) {
        print_out(2, "%s: %s\n", name, err);
        return 1;
    }
    int status = 0;
    if (!build_info(e, &f, &version, &info)) {
        print_out(2, "%s: could not read Go build info: unrecognized file format\n", name);
        status = 1;
    } else {
        print_out(1, "%s: %s\n", name, version);
        size_t n = strlen(info);
        for (const char *p = info + 16; mod && n > 32 && p < info + n - 16;) {
            size_t w = strcspn(p, "\n");
            print_out(1, "\t%.*s\n", (int)w, p);
            p += w + 1;
        }
    }
    os_close_file(&f);
    return status;
}

int version_command(Env *e, int argc, char **argv)
{
    bool m = false, v = false;
    const Flag table[] = {{"m", FlagBool, &m, ""}, {"v", FlagBool, &v, ""}, {NULL, FlagBool, NULL, NULL}};
    int first = parse_command(e, table, argc, argv);
    if (first < 0)
        return 2;
    if (first == argc)
        print_out(1, "go version %s ggo linux/amd64\n", GoVersion);
    int status = 0;
    for (int i = first; i < argc; i++)
        status |= file_version(e, argv[i], m);
    return status;
}

/* ---- clean ---- */

int clean_command(Env *e, int argc, char **argv)
{
    bool cache = false;
    const Flag table[] = {{"cache", FlagBool, &cache, ""}, {NULL, FlagBool, NULL, NULL}};
    int first = parse_command(e, table, argc, argv);
    if (first < 0)
        return 2;
    const char *err = NULL;
    if (!cache || first < argc) {
        complain("clean: only -cache is supported");
        return 1;
    }
    if (cache_clean(e, &err))
        return 0;
    complain("%s", err);
    return 1;
}
