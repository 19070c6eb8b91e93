/* options.c - the command line, with gc's names.
 *
 * Flags that choose what we do not do (external linking, other build modes)
 * are refused by value; flags that only tune gc's implementation are accepted
 * and change nothing. */
#include "link.h"

#ifndef GGO_VERSION
#define GGO_VERSION "go1.26" /* as tools parse it */
#endif

enum { MaxGnuId = 32 }; /* bytes */

static void usage(LinkCtx *c, const Flag *flags)
{
    buf_puts(&c->messages, "usage: link [options] main.o\n");
    for (const Flag *f = flags; f->name; f++)
        if (f->help)
            buf_printf(&c->messages, "  -%s\n    \t%s\n", f->name, f->help);
}

static bool refuse(LinkCtx *c, const char *what, const char *value, int *status)
{
    buf_printf(&c->messages, "link: %s %s is not supported\n", what, value);
    *status = 2;
    return false;
}

static bool one_of(const char *s, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(s, *names) == 0)
            return true;
    return false;
}

/* -B 0x0123...: the bytes of the note; other words have their own meaning. */
static bool check_gnu_id(LinkCtx *c)
{
    const char *id = c->opt.gnu_buildid, *digits = "0123456789abcdefABCDEF";
    if (!*id || strcmp(id, "none") == 0 || strcmp(id, "gobuildid") == 0)
        return true;
    const char *bad = NULL;
    if (strncmp(id, "0x", 2) != 0)
        bad = "argument must start with 0x";
    else if (strlen(id) % 2)
        bad = "argument must have even number of digits";
    else if (strlen(id) / 2 - 1 > MaxGnuId)
        bad = arena_printf(&c->arena, "option too long (max %d digits)", MaxGnuId);
    else if (id[2 + strspn(id + 2, digits)])
        bad = arena_printf(&c->arena, "argument contains invalid hex digit %c", id[2 + strspn(id + 2, digits)]);
    if (bad)
        buf_printf(&c->messages, "link: -B %s: %s\n", bad, id);
    return !bad;
}

static bool check_values(LinkCtx *c, const Flag *flags, int *status)
{
    static const char *const modes[] = {"archive", "c-archive", "c-shared", "default", "exe", "pie", "plugin", "shared", NULL};
    static const char *const dumps[] = {"reach", "inittasks", "layout", NULL};
    LinkOptions *o = &c->opt;
    *status = 2;
    if (!one_of(o->buildmode, modes)) {
        buf_printf(&c->messages, "invalid value \"%s\" for flag -buildmode: invalid buildmode: \"%s\"\n", o->buildmode, o->buildmode);
        usage(c, flags);
        return false;
    }
    if (strcmp(o->buildmode, "exe") != 0 && strcmp(o->buildmode, "default") != 0)
        return refuse(c, "-buildmode", o->buildmode, status);
    if (strcmp(o->linkmode, "external") == 0)
        return refuse(c, "-linkmode", o->linkmode, status);
    for (size_t i = 0; i < o->defines.count; i++) {
        const char *eq = strchr(o->defines.items[i], '=');
        if (!eq || !memchr(o->defines.items[i], '.', (size_t)(eq - o->defines.items[i]))) {
            buf_puts(&c->messages, "link: -X flag requires argument of the form importpath.name=value\n");
            return false;
        }
    }
    if (o->debug && strcmp(o->debug, "check") != 0)
        return refuse(c, "-d", o->debug, status);
    if (o->dump && !one_of(o->dump, dumps))
        return refuse(c, "-dump", o->dump, status);
    if (strcmp(o->gnu_buildid, "gobuildid") == 0 && !*o->buildid) {
        buf_puts(&c->messages, "link: -B gobuildid requires a Go build ID supplied via -buildid\n");
        return false;
    }
    if (!check_gnu_id(c))
        return false;
    o->check = o->debug || o->strict_dups > 0;
    *status = 0;
    return true;
}

/* $GOROOT of the toolchain: the environment's, else found from where this
 * program stands, ROOT/pkg/tool/linux_amd64/link. */
static const char *find_goroot(LinkCtx *c)
{
    const char *root = os_getenv("GOROOT");
    if (root)
        return arena_strdup(&c->arena, root);
    char *self = os_executable(&c->arena);
    const char *tail = "/pkg/tool/linux_amd64";
    if (!self)
        return "";
    char *dir = path_dir(&c->arena, self);
    size_t n = strlen(dir), t = strlen(tail);
    if (n <= t || strcmp(dir + n - t, tail) != 0)
        return "";
    dir[n - t] = 0;
    return dir;
}

static void print_version(LinkCtx *c)
{
    Buf out = {0};
    buf_printf(&out, "link version %s\n", c->opt.version);
    os_write_fd(1, out.data, out.len);
    buf_free(&out);
}

bool parse_options(LinkCtx *c, int argc, char **argv, int *status)
{
    LinkOptions *o = &c->opt;
    *o = (LinkOptions){.out = "a.out", .importcfg = "", .buildid = "", .gnu_buildid = "", .buildmode = "exe", .linkmode = "",
                       .version = GGO_VERSION, .compress_dwarf = true};
    bool ignored = false;
    const char *full = NULL, *unused = NULL;
    const Flag flags[] = {
        {"B", FlagString, &o->gnu_buildid, "set ELF NT_GNU_BUILD_ID note: 0x..., gobuildid or none"},
        {"V", FlagBool, &o->show_version, "print version and exit"},
        {"X", FlagList, &o->defines, "add string value definition of the form importpath.name=value"},
        {"buildid", FlagString, &o->buildid, "record id as Go toolchain build id"},
        {"buildmode", FlagString, &o->buildmode, "set build mode (exe)"},
        {"compressdwarf", FlagBool, &o->compress_dwarf, "compress DWARF (default true)"},
        {"d", FlagString, &o->debug, "check: verify invariants, such as equal duplicates"},
        {"dump", FlagString, &o->dump, "print what a phase decided: reach, inittasks or layout"},
        {"e", FlagBool, &o->no_limit, "no limit on number of errors reported"},
        {"extld", FlagString, &o->extld, "accepted: there is no external linking"},
        {"extldflags", FlagString, &o->extldflags, "accepted: there is no external linking"},
        {"importcfg", FlagString, &o->importcfg, "read import configuration from file"},
        {"linkmode", FlagString, &o->linkmode, "set link mode (internal)"},
        {"o", FlagString, &o->out, "write output to file"},
        {"s", FlagBool, &o->no_symtab, "disable symbol table"},
        {"strictdups", FlagInt, &o->strict_dups, "sanity check duplicate symbol contents"},
        {"v", FlagCount, &o->verbose, "print the time of each phase"},
        {"w", FlagBool, &o->no_dwarf, "disable DWARF generation"},
        {"a", FlagBool, &ignored, NULL},
        {"n", FlagBool, &ignored, NULL},
        {"f", FlagBool, &ignored, NULL},
        {"g", FlagBool, &ignored, NULL},
        {"c", FlagBool, &ignored, NULL},
        {"checklinkname", FlagBool, &ignored, NULL},
        {"pruneweakmap", FlagBool, &ignored, NULL},
        {"bindnow", FlagBool, &ignored, NULL},
        {"aslr", FlagBool, &ignored, NULL},
        {"tmpdir", FlagString, &unused, NULL},
        {"L", FlagString, &unused, NULL},
        {"installsuffix", FlagString, &unused, NULL},
        {NULL, FlagBool, NULL, NULL},
    };
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "-V=full") == 0 || strcmp(argv[i], "--V=full") == 0)
            full = argv[i];
    if (full) {
        print_version(c);
        return false;
    }
    const char *err = NULL;
    int first = flags_parse(&c->arena, flags, argc, argv, &err);
    *status = 2;
    if (first < 0) {
        buf_printf(&c->messages, "%s\n", err);
        usage(c, flags);
        return false;
    }
    if (o->show_version) {
        print_version(c);
        *status = 0;
        return false;
    }
    if (argc - first != 1) {
        usage(c, flags);
        return false;
    }
    o->main_file = argv[first];
    o->no_dwarf = o->no_dwarf || o->no_symtab;
    c->goroot = find_goroot(c);
    c->threads = os_ncpu() < 4 ? os_ncpu() : 4;
    return check_values(c, flags, status);
}
