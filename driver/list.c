/* list.c - ggo list: packages as lines, through a template, or as JSON.
 *
 * What is known of a package becomes a record of named values, in the order in
 * which the go command has them; -f and -json look at nothing else. */
#include <stdlib.h>

#include "driver/driver.h"

/* ---- values ---- */

static Value string_value(const char *s) { return (Value){.kind = ValueString, .string = s ? s : ""}; }
static Value bool_value(bool b) { return (Value){.kind = ValueBool, .boolean = b}; }

static Value list_value(Arena *a, const char *const *items, size_t n)
{
    Value v = {.kind = ValueList, .n = n, .items = NEW_ARRAY(a, Value, n + 1)};
    for (size_t i = 0; i < n; i++)
        v.items[i] = string_value(items[i]);
    return v;
}

enum { MaxFields = 32 };

static Value new_record(Arena *a)
{
    return (Value){.kind = ValueRecord, .string = "", .items = NEW_ARRAY(a, Value, MaxFields), .names = NEW_ARRAY(a, const char *, MaxFields)};
}

static void add_field(Value *record, const char *name, Value v)
{
    record->names[record->n] = name;
    record->items[record->n++] = v;
}

const Value *value_field(const Value *record, const char *name)
{
    for (size_t i = 0; i < record->n; i++)
        if (strcmp(record->names[i], name) == 0)
            return &record->items[i];
    return NULL;
}

/* Fields of the go command's records that we do not fill. */
bool value_known_field(const char *name)
{
    static const char *const names[] = {
        "ImportComment", "Target", "Shlib", "ConflictDir", "ForTest", "BinaryOnly", "Incomplete", "DefaultGODEBUG",
        "Stale", "StaleReason", "CgoFiles", "CompiledGoFiles", "InvalidGoFiles", "IgnoredOtherFiles", "CFiles", "CXXFiles", "MFiles",
        "FFiles", "SwigFiles", "SwigCXXFiles", "SysoFiles", "CgoCFLAGS", "CgoCPPFLAGS", "CgoCXXFLAGS", "CgoFFLAGS", "CgoLDFLAGS",
        "CgoPkgConfig", "ImportMap", "Error", "DepsErrors", "TestEmbedPatterns", "TestEmbedFiles", "XTestEmbedPatterns",
        "XTestEmbedFiles", "Version", "Query", "Versions", "Time", "Update", "Replace", "Indirect", "Retracted", "Deprecated", "Sum",
        "GoModSum", "Origin", "Reuse"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return false;
}

static bool is_zero(const Value *v)
{
    switch (v->kind) {
    case ValueNil: return true;
    case ValueString: return !*v->string;
    case ValueBool: return !v->boolean;
    case ValueInt: return v->number == 0;
    case ValueList: case ValueRecord: return v->n == 0;
    }
    return true;
}

/* ---- JSON ---- */

static void json_string(Buf *b, const char *s)
{
    buf_putc(b, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_printf(b, "\\%c", *s);
        else if (*s == '\n' || *s == '\t' || *s == '\r')
            buf_printf(b, "\\%c", *s == '\n' ? 'n' : *s == '\t' ? 't' : 'r');
        else if ((unsigned char)*s < 0x20 || *s == '<' || *s == '>' || *s == '&')
            buf_printf(b, "\\u%04x", *s);
        else
            buf_putc(b, *s);
    }
    buf_putc(b, '"');
}

static void indent(Buf *b, int depth)
{
    buf_putc(b, '\n');
    for (int i = 0; i < depth; i++)
        buf_putc(b, '\t');
}

static bool wanted(const char *fields, const char *name)
{
    size_t n = strlen(name);
    for (const char *p = fields; p && *p; p += strcspn(p, ",") + (p[strcspn(p, ",")] == ',')) {
        if (strcspn(p, ",") == n && strncmp(p, name, n) == 0)
            return true;
    }
    return !fields;
}

/* Zero values are left out, as are the fields of a record that fields (NULL: all) does not name. */
static void json(Buf *b, const Value *v, int depth, const char *fields)
{
    switch (v->kind) {
    case ValueNil: buf_puts(b, "null"); break;
    case ValueString: json_string(b, v->string); break;
    case ValueBool: buf_puts(b, v->boolean ? "true" : "false"); break;
    case ValueInt: buf_printf(b, "%lld", (long long)v->number); break;
    case ValueList: case ValueRecord: {
        bool record = v->kind == ValueRecord, any = false;
        buf_putc(b, record ? '{' : '[');
        for (size_t i = 0; i < v->n; i++) {
            if (record && (is_zero(&v->items[i]) || !wanted(fields, v->names[i])))
                continue;
            buf_puts(b, any ? "," : "");
            any = true;
            indent(b, depth + 1);
            if (record)
                buf_printf(b, "\"%s\": ", v->names[i]);
            json(b, &v->items[i], depth + 1, NULL);
        }
        if (any)
            indent(b, depth);
        buf_putc(b, record ? '}' : ']');
        break;
    }
    }
}

/* ---- a package as a record ---- */

/* The files of the package's directory that are not part of the build. */
typedef struct Others {
    const char **ignored, **tests, **xtests;       /* file names */
    size_t nignored, ntests, nxtests;
    const char **timports, **ximports;             /* import paths of the tests */
    size_t ntimports, nximports;
} Others;

static void add_imports(const FileHeader *head, const char **paths, size_t *n, size_t max)
{
    for (size_t i = 0; i < head->nimports; i++) {
        bool known = false;
        for (size_t k = 0; k < *n; k++)
            known |= strcmp(paths[k], head->imports[i].path) == 0;
        if (!known && *n < max)
            paths[(*n)++] = head->imports[i].path;
    }
}

static int by_text(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

static bool is_part(const Package *p, const char *name)
{
    for (size_t i = 0; i < p->ngo; i++)
        if (strcmp(p->go[i], name) == 0)
            return true;
    return false;
}

static bool has_suffix(const char *s, const char *suffix)
{
    size_t n = strlen(s), m = strlen(suffix);
    return n >= m && strcmp(s + n - m, suffix) == 0;
}

static void add_other(Env *e, const FlagValues *tags, const Package *p, const char *name, Others *o, size_t max)
{
    OsFile f;
    if (!os_read_file(e->arena, path_join(e->arena, p->dir, name), &f, NULL))
        return;
    FileHeader head;
    read_header(e->arena, name, f.data, f.size, &head);
    bool in_build = match_file_name(e, name) && match_constraint(e, tags, f.data, f.size);
    if (!in_build || !has_suffix(name, "_test.go")) {
        o->ignored[o->nignored++] = name;
    } else if (head.package && has_suffix(head.package, "_test")) {
        o->xtests[o->nxtests++] = name;
        add_imports(&head, o->ximports, &o->nximports, max);
    } else {
        o->tests[o->ntests++] = name;
        add_imports(&head, o->timports, &o->ntimports, max);
    }
    os_close_file(&f);
}

static Others find_others(Env *e, const FlagValues *tags, const Package *p)
{
    enum { MaxImports = 500 };
    Arena *a = e->arena;
    Others o = {.timports = NEW_ARRAY(a, const char *, MaxImports), .ximports = NEW_ARRAY(a, const char *, MaxImports)};
    size_t n = 0;
    char **names = p->named_files ? NULL : os_read_dir(a, p->dir, &n, NULL);
    o.ignored = NEW_ARRAY(a, const char *, n + 1);
    o.tests = NEW_ARRAY(a, const char *, n + 1);
    o.xtests = NEW_ARRAY(a, const char *, n + 1);
    for (size_t i = 0; names && i < n; i++)
        if (has_suffix(names[i], ".go") && names[i][0] != '_' && names[i][0] != '.' && !is_part(p, names[i]))
            add_other(e, tags, p, names[i], &o, MaxImports);
    qsort(o.timports, o.ntimports, sizeof *o.timports, by_text);
    qsort(o.ximports, o.nximports, sizeof *o.ximports, by_text);
    return o;
}

/* The first sentence of the comment in front of a package clause; NULL: there is none. */
static const char *doc_of(Env *e, const char *file)
{
    OsFile f;
    if (!os_read_file(e->arena, file, &f, NULL))
        return NULL;
    Buf b = {0};
    const char *p = f.data, *end = p + f.size;
    while (p < end) { /* the // lines that stand directly above `package` */
        const char *nl = memchr(p, '\n', (size_t)(end - p)), *eol = nl ? nl : end;
        if (eol - p >= 2 && p[0] == '/' && p[1] == '/') {
            buf_write(&b, p + 2, (size_t)(eol - p - 2));
            buf_putc(&b, '\n');
        } else if (eol - p >= 8 && strncmp(p, "package ", 8) == 0) {
            break;
        } else {
            b.len = 0;
        }
        p = nl ? nl + 1 : end;
    }
    Buf s = {0};
    const char *text = buf_str(&b);
    for (text += strspn(text, " \n"); *text; text++) {
        if (*text == '\n' && text[1] == '\n')
            break;
        buf_putc(&s, *text == '\n' || *text == '\t' ? ' ' : *text);
        if (*text == '\n')
            text += strspn(text + 1, " ");
        if (*text == '.' && (text[1] == ' ' || text[1] == '\n' || !text[1]))
            break;
    }
    while (s.len && s.data[s.len - 1] == ' ')
        s.len--;
    const char *doc = s.len ? arena_strndup(e->arena, s.data, s.len) : NULL;
    buf_free(&b);
    buf_free(&s);
    os_close_file(&f);
    return doc;
}

static void add_deps(const Package *p, Map *seen)
{
    for (size_t i = 0; i < p->ndeps; i++)
        if (!map_get_str(seen, p->deps[i]->path)) {
            map_put_str(seen, p->deps[i]->path, p->deps[i]);
            add_deps(p->deps[i], seen);
        }
    for (size_t i = 0; i < p->nimports; i++)
        if (strcmp(p->imports[i].path, "unsafe") == 0)
            map_put_str(seen, "unsafe", (void *)(uintptr_t)p);
}

static Value deps_value(Loader *l, const Package *p)
{
    Map seen = {0};
    Package *runtime = map_get_str(&l->packages, "runtime");
    add_deps(p, &seen);
    if (p->name && strcmp(p->name, "main") == 0 && runtime) {
        map_put_str(&seen, "runtime", runtime);
        add_deps(runtime, &seen);
    }
    const char **paths = NEW_ARRAY(l->env->arena, const char *, seen.count + 1);
    for (size_t i = 0; i < seen.count; i++)
        paths[i] = seen.entries[i].str;
    qsort(paths, seen.count, sizeof *paths, by_text);
    Value v = list_value(l->env->arena, paths, seen.count);
    map_free(&seen);
    return v;
}

static Value module_value(Arena *a, const Module *m)
{
    Value v = new_record(a);
    v.string = m->path;
    add_field(&v, "Path", string_value(m->path));
    add_field(&v, "Main", bool_value(true));
    add_field(&v, "Dir", string_value(m->dir));
    add_field(&v, "GoMod", string_value(m->file));
    add_field(&v, "GoVersion", string_value(m->go));
    return v;
}

static void add_embeds(Arena *a, Value *v, const Package *p)
{
    size_t nfiles = 0, n = 0;
    for (size_t i = 0; i < p->embeds.n; i++)
        nfiles += p->embeds.items[i].nfiles;
    const char **patterns = NEW_ARRAY(a, const char *, p->embeds.n + 1), **files = NEW_ARRAY(a, const char *, nfiles + 1);
    for (size_t i = 0; i < p->embeds.n; i++) {
        patterns[i] = p->embeds.items[i].pattern;
        for (size_t k = 0; k < p->embeds.items[i].nfiles; k++)
            files[n++] = p->embeds.items[i].files[k];
    }
    add_field(v, "EmbedPatterns", list_value(a, patterns, p->embeds.n));
    add_field(v, "EmbedFiles", list_value(a, files, n));
}

static Value package_value(Loader *l, const FlagValues *tags, const Package *p, bool named)
{
    Env *e = l->env;
    Arena *a = e->arena;
    Value v = new_record(a);
    Others o = find_others(e, tags, p);
    const char *doc = NULL;
    for (size_t i = 0; i < p->ngo && !doc; i++)
        doc = doc_of(e, path_join(a, p->dir, p->go[i]));
    bool in_module = !p->std && !p->named_files && l->module;
    add_field(&v, "Dir", string_value(p->dir));
    add_field(&v, "ImportPath", string_value(p->path));
    add_field(&v, "Name", string_value(p->name));
    add_field(&v, "Doc", string_value(doc));
    add_field(&v, "Root", string_value(p->std ? e->goroot : in_module ? l->module->dir : NULL));
    add_field(&v, "Export", string_value(p->archive));
    add_field(&v, "BuildID", string_value(p->build_id));
    add_field(&v, "Module", in_module ? module_value(a, l->module) : (Value){.kind = ValueNil});
    add_field(&v, "Goroot", bool_value(p->std));
    add_field(&v, "Standard", bool_value(p->std));
    add_field(&v, "DepOnly", bool_value(!named));
    add_field(&v, "GoFiles", list_value(a, p->go, p->ngo));
    add_field(&v, "IgnoredGoFiles", list_value(a, o.ignored, o.nignored));
    add_field(&v, "HFiles", list_value(a, p->h, p->nh));
    add_field(&v, "SFiles", list_value(a, p->s, p->ns));
    add_embeds(a, &v, p);
    const char **imports = NEW_ARRAY(a, const char *, p->nimports + 1);
    for (size_t i = 0; i < p->nimports; i++)
        imports[i] = p->imports[i].path;
    add_field(&v, "Imports", list_value(a, imports, p->nimports));
    add_field(&v, "Deps", deps_value(l, p));
    add_field(&v, "TestGoFiles", list_value(a, o.tests, o.ntests));
    add_field(&v, "TestImports", list_value(a, o.timports, o.ntimports));
    add_field(&v, "XTestGoFiles", list_value(a, o.xtests, o.nxtests));
    add_field(&v, "XTestImports", list_value(a, o.ximports, o.nximports));
    return v;
}

/* ---- the command ---- */

typedef struct ListFlags {
    FlagValues tags;
    const char *format, *fields; /* -f; -json=fields */
    bool json, deps, modules;
    bool exported;               /* -export: build, and say where the archives are */
} ListFlags;

/* -json may have a value: the fields that are wanted. */
static void take_fields(Arena *a, int argc, char **argv, ListFlags *f)
{
    for (int i = 1; i < argc && argv[i][0] == '-'; i++) {
        char *value = argv[i] + strspn(argv[i], "-");
        if (strncmp(value, "json=", 5) == 0 && strcmp(value, "json=true") != 0 && strcmp(value, "json=false") != 0) {
            f->fields = arena_strdup(a, value + 5);
            argv[i] = arena_strdup(a, "-json");
        }
    }
}

/* Prints one record in the way that was asked for. */
static bool print_record(Env *e, const ListFlags *f, const Value *v, const char *line)
{
    Buf b = {0};
    const char *err = NULL;
    bool ok = true;
    if (f->json) {
        json(&b, v, 0, f->fields);
        buf_putc(&b, '\n');
    } else if (f->format) {
        ok = template_run(e->arena, f->format, v, &b, &err);
        if (b.len && b.data[b.len - 1] != '\n')
            buf_putc(&b, '\n');
    } else {
        buf_printf(&b, "%s\n", line);
    }
    os_write_fd(1, b.data, b.len);
    buf_free(&b);
    if (!ok)
        print_out(2, "%s\n", err);
    return ok;
}

static int list_module(Env *e, const ListFlags *f, int nargs)
{
    Module *m = NULL;
    const char *err;
    if (nargs) {
        complain("list -m: only the main module is supported");
        return 1;
    }
    if (!find_module(e, e->cwd, &m, &err)) {
        complain("%s", err);
        return 1;
    }
    if (!m) {
        complain("go.mod file not found in current directory or any parent directory; see 'go help modules'");
        return 1;
    }
    Value v = module_value(e->arena, m);
    return print_record(e, f, &v, m->path) ? 0 : 1;
}

static bool among(Package **roots, size_t n, const Package *p)
{
    for (size_t i = 0; i < n; i++)
        if (roots[i] == p)
            return true;
    return false;
}

int list_command(Env *e, int argc, char **argv)
{
    ListFlags f = {0};
    const Flag table[] = {{"tags", FlagList, &f.tags, ""},  {"f", FlagString, &f.format, ""}, {"json", FlagBool, &f.json, ""},
                          {"deps", FlagBool, &f.deps, ""}, {"m", FlagBool, &f.modules, ""},
                          {"export", FlagBool, &f.exported, ""}, {NULL, FlagBool, NULL, NULL}};
    take_fields(e->arena, argc, argv, &f);
    int first = parse_command(e, table, argc, argv);
    if (first < 0)
        return 2;
    if (f.json && f.format) {
        print_out(2, "go list -f cannot be used with -json\n");
        return 1;
    }
    if (f.modules)
        return list_module(e, &f, argc - first);
    Loader l = {.env = e, .tags = &f.tags, .with_tests = true};
    Package **roots = NULL;
    size_t n = 0;
    bool ok = load(&l, argc - first, argv + first, &roots, &n);
    os_write_fd(2, l.errors.data, l.errors.len);
    if (ok && f.exported) {
        BuildFlags b = {.p = os_ncpu(), .tags = f.tags};
        ok = build_archives(&l, &b, roots, n);
    }
    Package **list = f.deps ? l.order : roots;
    bool simple = !f.json && !f.format;
    for (size_t i = 0, count = f.deps ? l.norder : n; i < count && (ok || !f.deps); i++) {
        Value v = {0};
        if (!simple)
            v = package_value(&l, &f.tags, list[i], among(roots, n, list[i]));
        if (!print_record(e, &f, &v, list[i]->path)) {
            ok = false;
            break;
        }
    }
    loader_free(&l);
    free(roots);
    free(f.tags.items);
    return ok ? 0 : 1;
}
