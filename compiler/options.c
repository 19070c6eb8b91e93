/* options.c - the command line of compile: gc's words where gc has them. */
#include "compiler/compile.h"

#include <stdlib.h>

#include "base/os.h"
#include "base/sha256.h"

void compile_error(Compile *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    diag_vadd(&c->diag, NULL, 0, 0, format, args);
    va_end(args);
}

static const char usage_text[] =
    "usage: compile [options] file.go...\n"
    "  -o FILE          output (default: name of the first source, .o; .a with -pack)\n"
    "  -linkobj FILE    what the linker reads goes here, what importers read to -o\n"
    "  -p PATH          import path of the package; main for programs\n"
    "  -importcfg FILE  where imported packages are\n"
    "  -symabis FILE    what the package's assembly defines and calls\n"
    "  -asmhdr FILE     write constants and field offsets for assembly\n"
    "  -embedcfg FILE   files for //go:embed\n"
    "  -D DIR           what local imports (./x) are relative to\n"
    "  -lang VERSION    language version, such as go1.21\n"
    "  -complete        every function has its body in Go\n"
    "  -std -+          the standard library; the runtime\n"
    "  -trimpath RULES  rewrite recorded file names: FROM=>TO;...\n"
    "  -buildid ID  -goversion VERSION  -pack  -nolocalimports  -dwarf\n"
    "  -c N             functions compiled at the same time\n"
    "  -N -l            no optimization; no inlining\n"
    "  -e               show all errors\n"
    "  -S, -S=asm       list the instructions; as a source for asm\n"
    "  -dump=STAGE      print tokens, ast, types, ssa[:PASS] or asm; then :FUNC for one function\n"
    "  -from=STAGE      the input is what -dump=STAGE printed: tokens, ast (or types) or ssa[:PASS]; go on from there\n"
    "  -ssapass=PASS    with -from=ssa: run one pass and print\n"
    "  -prov            record which source every byte of code comes from\n"
    "  -d=check         check every invariant after every pass\n"
    "  -V, -V=full      print the version\n";

static bool usage(const char *err, int *status)
{
    Buf b = {0};
    if (err)
        buf_printf(&b, "%s\n", err);
    buf_puts(&b, usage_text);
    os_write_fd(2, b.data, b.len);
    buf_free(&b);
    *status = 2;
    return false;
}

/* Something that the program cannot do, in one line. */
static bool refuse(int *status, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool refuse(int *status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Buf b = {0};
    buf_puts(&b, "compile: ");
    buf_vprintf(&b, format, args);
    buf_putc(&b, '\n');
    va_end(args);
    os_write_fd(2, b.data, b.len);
    buf_free(&b);
    *status = 2;
    return false;
}

/* -V=full ends in a hash of this program: the driver's cache depends on it. */
static bool print_version(Compile *c, const char *how, int *status)
{
    Buf b = {0};
    buf_puts(&b, "compile version " GoVersion);
    OsFile self;
    char *name = os_executable(&c->arena);
    if (strcmp(how, "full") == 0 && name && os_read_file(&c->arena, name, &self, NULL)) {
        uint8_t sum[32];
        sha256(self.data, self.size, sum);
        os_close_file(&self);
        buf_puts(&b, " buildID=");
        for (int i = 0; i < 16; i++)
            buf_printf(&b, "%02x", sum[i]);
    }
    buf_putc(&b, '\n');
    os_write_fd(1, b.data, b.len);
    buf_free(&b);
    *status = 0;
    return false;
}

/* -S, -V and -m may stand without a value and yet take one. */
static char **give_values(Compile *c, int argc, char **argv)
{
    static const struct { const char *flag; char value[8]; } alone[] = {{"-S", "-S=true"}, {"-V", "-V=true"}};
    char **out = NEW_ARRAY(&c->arena, char *, argc + 1);
    for (int i = 0; i < argc; i++) {
        out[i] = argv[i];
        for (size_t k = 0; k < sizeof alone / sizeof *alone; k++)
            if (i > 0 && strcmp(argv[i], alone[k].flag) == 0)
                out[i] = arena_strdup(&c->arena, alone[k].value);
    }
    return out;
}

/* go1.N -> N, -1 */
static int lang_minor(const char *s)
{
    if (strncmp(s, "go1.", 4) != 0 || s[4] < '0' || s[4] > '9')
        return -1;
    char *end;
    long n = strtol(s + 4, &end, 10);
    return *end == 0 && n < 1000 ? (int)n : -1;
}

/* The word before the colon. */
static Stage find_stage(const char *s)
{
    static const char *const stages[] = {[StageTokens] = "tokens", [StageAst] = "ast", [StageTypes] = "types", [StageSsa] = "ssa",
                                         [StageAsm] = "asm"};
    size_t n = strcspn(s, ":");
    for (Stage i = StageTokens; i <= StageAsm; i++)
        if (strlen(stages[i]) == n && memcmp(stages[i], s, n) == 0)
            return i;
    return StageNone;
}

/* tokens, ast, ssa[:PASS] */
static bool parse_from(Compile *c, const char *s, int *status)
{
    Options *o = &c->opt;
    size_t n = strcspn(s, ":");
    o->from = find_stage(s);
    o->from = o->from == StageTypes ? StageAst : o->from; /* the same text with notes */
    if (o->from == StageNone || o->from == StageAsm || (s[n] && o->from != StageSsa))
        return refuse(status, "-from=%s: tokens, ast, types, ssa[:PASS] can be read back; asm reads assembly", s);
    o->from_pass = s[n] ? s + n + 1 : "start";
    if (strcmp(o->from_pass, "start") != 0 && ssa_find_pass(o->from_pass) < 0)
        return refuse(status, "-from=%s: no pass is called %s", s, o->from_pass);
    return true;
}

/* tokens, ast, types, ssa[:PASS], asm; then [:FUNC] */
static bool parse_dump(Compile *c, const char *s, int *status)
{
    Options *o = &c->opt;
    size_t n = strcspn(s, ":");
    o->dump = find_stage(s);
    if (o->dump == StageNone)
        return refuse(status, "-dump=%s: the stages are tokens, ast, types, ssa, asm", s);
    s += n + (s[n] == ':');
    n = strcspn(s, ":");
    char *word = arena_strndup(&c->arena, s, n);
    if (o->dump == StageSsa && n && (strcmp(word, "start") == 0 || ssa_find_pass(word) >= 0)) {
        o->dump_pass = word;
        s += n + (s[n] == ':');
    } else if (o->dump == StageSsa) {
        o->dump_pass = "start";
    }
    o->dump_func = *s ? s : NULL;
    return true;
}

static bool parse_debug(Compile *c, const FlagValues *list, int *status)
{
    for (size_t i = 0; i < list->count; i++) {
        const char *s = list->items[i];
        while (*s) {
            size_t n = strcspn(s, ",");
            if (n == 5 && memcmp(s, "check", 5) == 0)
                c->opt.check = true;
            else if (!(n == 5 && memcmp(s, "panic", 5) == 0)) /* -d=panic: gc shows where it failed; we always do */
                return refuse(status, "invalid value \"%.*s\" for flag -d: unknown debug key %.*s", (int)n, s, (int)n, s);
            s += n + (s[n] == ',');
        }
    }
    return true;
}

/* The packages that are compiled as parts of the runtime (FORMATS, section 14). */
static bool is_runtime_path(const char *p)
{
    static const char *const internal[] = {
        "abi", "bytealg", "byteorder", "chacha8rand", "coverage/rtcov", "cpu", "goarch", "godebugs", "goexperiment", "goos",
        "profilerecord", "strconv", "stringslite",
    };
    static const char *const parts[] = {"atomic", "cgroup", "exithook", "gc", "gc/scan", "maps", "math", "sys", "syscall/linux"};
    if (strcmp(p, "runtime") == 0)
        return true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts && strncmp(p, "internal/runtime/", 17) == 0; i++)
        if (strcmp(p + 17, parts[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof internal / sizeof *internal && strncmp(p, "internal/", 9) == 0; i++)
        if (strcmp(p + 9, internal[i]) == 0)
            return true;
    return false;
}

bool parse_options(Compile *c, int argc, char **argv, int *status)
{
    Options *o = &c->opt;
    const char *version = NULL, *goversion = NULL, *dump = NULL, *from = NULL, *listing = NULL, *err;
    const char *json = NULL, *pgo = NULL, *coverage = NULL, *spectre = NULL;
    bool shared = false, race = false, msan = false, asan = false, dynlink = false, nolocal = false, halt = false;
    int m = 0, runtime = 0;
    FlagValues debug = {0};
    *o = (Options){.pkgpath = "<unlinkable>", .lang = GoVersion, .threads = ThreadsDefault, .buildid = "", .dwarf = true};
    const Flag flags[] = {
        {"o", FlagString, &o->out, ""}, {"p", FlagString, &o->pkgpath, ""},
        {"importcfg", FlagString, &o->importcfg, ""}, {"symabis", FlagString, &o->symabis, ""},
        {"asmhdr", FlagString, &o->asmhdr, ""}, {"embedcfg", FlagString, &o->embedcfg, ""},
        {"lang", FlagString, &o->lang, ""}, {"complete", FlagBool, &o->complete, ""}, {"std", FlagBool, &o->std, ""},
        {"+", FlagCount, &runtime, ""}, {"trimpath", FlagString, &o->trimpath, ""}, {"buildid", FlagString, &o->buildid, ""},
        {"goversion", FlagString, &goversion, ""}, {"pack", FlagBool, &o->pack, ""}, {"nolocalimports", FlagBool, &nolocal, ""},
        {"dwarf", FlagBool, &o->dwarf, ""}, {"c", FlagInt, &o->threads, ""}, {"N", FlagBool, &o->no_opt, ""}, {"B", FlagBool, &o->no_bounds, ""},
        {"l", FlagCount, &o->no_inline, ""}, {"e", FlagBool, &o->all_errors, ""}, {"h", FlagBool, &halt, ""},
        {"S", FlagString, &listing, ""}, {"dump", FlagString, &dump, ""}, {"from", FlagString, &from, ""},
        {"ssapass", FlagString, &o->ssa_pass, ""}, {"prov", FlagBool, &o->prov, ""}, {"d", FlagList, &debug, ""},
        {"V", FlagString, &version, ""}, {"D", FlagString, &o->local_dir, ""}, {"m", FlagCount, &m, ""}, {"shared", FlagBool, &shared, ""},
        {"race", FlagBool, &race, ""}, {"msan", FlagBool, &msan, ""}, {"asan", FlagBool, &asan, ""},
        {"dynlink", FlagBool, &dynlink, ""}, {"linkobj", FlagString, &o->linkobj, ""}, {"json", FlagString, &json, ""},
        {"pgoprofile", FlagString, &pgo, ""}, {"coveragecfg", FlagString, &coverage, ""}, {"spectre", FlagString, &spectre, ""},
        {NULL, FlagBool, NULL, NULL},
    };
    argv = give_values(c, argc, argv);
    int first = flags_parse(&c->arena, flags, argc, argv, &err);
    if (first < 0)
        return usage(err, status);
    bool debug_ok = parse_debug(c, &debug, status);
    free(debug.items);
    if (!debug_ok)
        return false;
    if (version)
        return print_version(c, version, status);
    if (shared || dynlink)
        return refuse(status, "-shared and -dynlink are not supported: executables are static");
    if (race || msan || asan)
        return refuse(status, "-race, -msan and -asan are not supported");
    if (json || coverage || spectre || m)
        return refuse(status, "%s is not supported", json ? "-json" : coverage ? "-coveragecfg" : spectre ? "-spectre" : "-m");
    if (goversion && strncmp(goversion, GoVersion, strlen(GoVersion)) != 0)
        return refuse(status, "version \"" GoVersion "\" does not match go tool version \"%s\"", goversion);
    int minor = lang_minor(o->lang);
    if (minor < 0)
        return refuse(status, "invalid value \"%s\" for -lang: should be something like \"go1.12\"", o->lang);
    if (minor > LangMinor)
        return refuse(status, "invalid value \"%s\" for -lang: max known version is \"" GoVersion "\"", o->lang);
    if (dump && !parse_dump(c, dump, status))
        return false;
    if (from && !parse_from(c, from, status))
        return false;
    if (o->threads < 1)
        return refuse(status, "-c must be at least 1, got %d", o->threads);
    if (listing && strcmp(listing, "asm") != 0 && strcmp(listing, "true") != 0)
        return refuse(status, "-S takes nothing or =asm");
    o->listing_asm = listing && strcmp(listing, "asm") == 0;
    o->listing = listing && !o->listing_asm;
    o->runtime = runtime || is_runtime_path(o->pkgpath);
    if (o->runtime)
        o->no_opt = false; /* the runtime counts on its functions staying small */
    o->files = argv + first;
    o->nfiles = argc - first;
    if (o->nfiles < 1)
        return usage(NULL, status);
    return true;
}
