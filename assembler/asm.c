/* asm.c - flags, the order of things, output. */
#include <stdlib.h>
#include <string.h>

#include "../base/os.h"
#include "asm.h"

void asm_error(AsmCtx *a, uint32_t pos, const char *format, ...)
{
    va_list args;
    size_t file = pos >> PosLineBits;
    va_start(args, format);
    diag_vadd(&a->diag, pos && file < a->nfiles ? a->files[file].name : NULL, (int)(pos & ((1u << PosLineBits) - 1)), 0, format, args);
    va_end(args);
}

/* For tables and listings: the recorded name. */
static ObjPos recorded_position(void *arg, uint32_t pos)
{
    AsmCtx *a = arg;
    if (pos & DialectPos)
        return (pos & ~DialectPos) < a->nlines ? a->lines[pos & ~DialectPos] : (ObjPos){0};
    size_t file = pos >> PosLineBits;
    return (ObjPos){.file = file < a->nfiles ? a->files[file].recorded : "?", .line = (int32_t)(pos & ((1u << PosLineBits) - 1))};
}

/* Errors of the encoder name the file as it was given. */
static ObjPos shown_position(void *arg, uint32_t pos)
{
    AsmCtx *a = arg;
    ObjPos p = recorded_position(arg, pos);
    size_t file = pos >> PosLineBits;
    if (!(pos & DialectPos) && file < a->nfiles)
        p.file = a->files[file].name;
    return p;
}

static void set_up(AsmCtx *a)
{
    intern_init(&a->names, a->arena);
    diag_init(&a->diag, a->arena);
    a->diag.all = a->all_errors;
    obj_init(&a->obj, a->arena, &a->names, &a->diag);
    a->obj.is_asm = true;
    a->obj.pkgpath = a->pkgpath;
    a->obj.position = recorded_position;
    a->obj.error_position = shown_position;
    a->obj.position_arg = a;
    reg_fill_map(&a->registers);
    as_fill_map(&a->mnemonics);
}

/* Each file begins with the macros of the command line only. */
static void predefine(AsmCtx *a)
{
    map_free(&a->macros);
    for (size_t i = 0; i < a->defines.count; i++)
        define_macro_flag(a, a->defines.items[i]);
}

static void tear_down(AsmCtx *a)
{
    obj_free(&a->obj);
    diag_free(&a->diag);
    intern_free(&a->names);
    map_free(&a->registers);
    map_free(&a->mnemonics);
    map_free(&a->macros);
    map_free(&a->labels);
    free(a->files);
    free(a->out_tokens.items);
    free(a->pending_labels);
    free(a->patches);
    free(a->late);
    free(a->functions);
    free(a->lines);
    free(a->inlines);
    free(a->next_marks);
    free(a->include.items);
    free(a->defines.items);
    buf_free(&a->symabis);
}

/* -bytes: "file:line: hex" for each line that made code. */
static void print_bytes(AsmCtx *a, Buf *out)
{
    for (size_t i = 0; i < a->nfunctions; i++) {
        const LSym *s = a->functions[i];
        uint32_t pos = 0;
        for (const Prog *p = s->fn->first; p; p = p->next) {
            int n = p->size + p->pad;
            if (n == 0)
                continue;
            if (p->pos != pos)
                buf_printf(out, "%s%s:%d: ", pos ? "\n" : "", shown_position(a, p->pos).file, (int)shown_position(a, p->pos).line);
            pos = p->pos;
            for (int k = 0; k < n; k++)
                buf_printf(out, "%02x", (uint8_t)s->data.data[p->pc + k]);
        }
        if (pos)
            buf_putc(out, '\n');
    }
}

static void print_listing(AsmCtx *a, Buf *out)
{
    size_t n;
    LSym **list = obj_sorted(&a->obj, &n);
    for (size_t i = 0; i < n; i++)
        obj_print_listing(&a->obj, list[i], out);
    free(list);
}

static int flush_errors(AsmCtx *a)
{
    Buf text = {0};
    diag_flush(&a->diag, &text);
    if (a->source_errors)
        buf_printf(&text, "asm: assembly of %s failed\n", a->first_input);
    else
        buf_puts(&text, "asm: assembly failed\n");
    os_write_fd(2, text.data, text.len);
    buf_free(&text);
    return 1;
}

static int finish(AsmCtx *a)
{
    const char *err;
    Buf object = {0}, text = {0};
    if (diag_any(&a->diag))
        return flush_errors(a);
    if (a->gensymabis) {
        buf_write(&object, a->symabis.data, a->symabis.len);
    } else {
        obj_write_elf(&a->obj, &object);
    }
    if (a->print_bytes)
        print_bytes(a, &text);
    if (a->listing_form && strcmp(a->listing_form, "asm") == 0)
        obj_print_asm(&a->obj, &text);
    else if (a->listing)
        print_listing(a, &text);
    os_write_fd(1, text.data, text.len);
    bool ok = os_write_file(a->arena, a->out, object.data, object.len, 0644, &err);
    if (!ok) {
        Buf message = {0};
        buf_printf(&message, "asm: %s\n", err);
        os_write_fd(2, message.data, message.len);
        buf_free(&message);
    }
    buf_free(&object);
    buf_free(&text);
    return ok ? 0 : 1;
}

static int usage(AsmCtx *a, const char *problem)
{
    Buf b = {0};
    (void)a;
    buf_printf(&b, "asm: %s\nusage: asm [options] file.s ...\n"
               "  -D name[=value]  define a macro            -I dir      search #include files there\n"
               "  -o file          write the object here     -p path     the package's import path\n"
               "  -gensymabis      write symbol ABIs instead -trimpath rules  rewrite recorded file names\n"
               "  -S  -S=asm       print a listing, or a .s that gives the same object\n"
               "  -bytes           print the bytes of each line\n"
               "  -e               report all errors         -V=full     print the version\n", problem);
    os_write_fd(2, b.data, b.len);
    buf_free(&b);
    return 2;
}

/* -S and -S=asm share a name but not a type: taken out before the others. */
static int take_listing_flag(AsmCtx *a, int argc, char **argv, char **rest)
{
    int n = 0;
    for (int i = 0; i < argc; i++) {
        const char *s = argv[i] + (argv[i][0] == '-') + (argv[i][0] == '-' && argv[i][1] == '-');
        bool flag = argv[i][0] == '-';
        if (flag && strcmp(s, "S") == 0)
            a->listing = 1;
        else if (flag && strncmp(s, "S=", 2) == 0)
            a->listing_form = s + 2;
        else
            rest[n++] = argv[i];
    }
    rest[n] = NULL;
    return n;
}

static const char *default_output(AsmCtx *a, const char *input)
{
    const char *base = path_base(input);
    size_t n = strlen(base);
    if (n > 2 && strcmp(base + n - 2, ".s") == 0)
        n -= 2;
    return arena_printf(a->arena, "%.*s.o", (int)n, base);
}

static int assemble(AsmCtx *a, int argc, char **argv, int first)
{
    if (!a->out)
        a->out = default_output(a, argv[first]);
    set_up(a);
    for (int i = first; i < argc; i++) {
        predefine(a);
        preprocess_file(a, argv[i], 0);
    }
    a->first_input = argv[first];
    a->source_errors = diag_any(&a->diag);
    if (a->gensymabis)
        symabi_all(a);
    else if (!a->source_errors)
        parse_all(a);
    int status = finish(a);
    tear_down(a);
    return status;
}

static bool listing_form_known(const AsmCtx *a)
{
    return !a->listing_form || strcmp(a->listing_form, "asm") == 0 || strcmp(a->listing_form, "true") == 0;
}

int asm_main(AsmCtx *a, int argc, char **argv)
{
    const char *version = NULL, *err, *buildid = NULL, *spectre = NULL;
    bool shared = false, dynlink = false, debug = false, v = false;
    int concurrency = 0;
    Flag flags[] = {
        {"o", FlagString, &a->out, "output file"},
        {"p", FlagString, &a->pkgpath, "package import path"},
        {"I", FlagList, &a->include, "include directory"},
        {"D", FlagList, &a->defines, "predefined symbol"},
        {"trimpath", FlagString, &a->trimpath, "rewrite recorded source paths"},
        {"gensymabis", FlagBool, &a->gensymabis, "write symbol ABIs"},
        {"bytes", FlagBool, &a->print_bytes, "print the bytes of each line"},
        {"e", FlagBool, &a->all_errors, "no limit on errors"},
        {"V", FlagString, &version, "version"},
        {"buildid", FlagString, &buildid, "accepted"},
        {"c", FlagInt, &concurrency, "accepted"},
        {"debug", FlagBool, &debug, "accepted"},
        {"v", FlagBool, &v, "accepted"},
        {"shared", FlagBool, &shared, "refused"},
        {"dynlink", FlagBool, &dynlink, "refused"},
        {"spectre", FlagString, &spectre, "refused"},
        {NULL, FlagBool, NULL, NULL},
    };
    char **rest = arena_alloc(a->arena, sizeof *rest * (size_t)(argc + 1));
    argc = take_listing_flag(a, argc, argv, rest);
    int first = flags_parse(a->arena, flags, argc, rest, &err);
    if (first < 0)
        return usage(a, err);
    if (version) {
        os_write_fd(1, ASM_VERSION_LINE, sizeof ASM_VERSION_LINE - 1);
        return 0;
    }
    if (shared || dynlink || spectre)
        return usage(a, "-shared, -dynlink and -spectre are not supported: executables are static");
    if (!listing_form_known(a))
        return usage(a, "-S takes nothing or =asm");
    if (first >= argc)
        return usage(a, "no input files");
    if (!a->pkgpath)
        a->pkgpath = "<unlinkable>";
    if (a->listing_form && strcmp(a->listing_form, "true") == 0)
        a->listing = 1;
    return assemble(a, argc, rest, first);
}
