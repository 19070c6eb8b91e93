/* load.c - from files to objects.
 *
 * Maps main's archive and those that importcfg names, finds the ELF members,
 * and notes where each section and symbol table is.  Nothing is copied, and
 * most of a file is not even looked at: here the headers and the symbol tables
 * are checked, relocations and records when a symbol that has them is reached
 * (attach.c).  A damaged file gives one message that names it. */
#include "link.h"

#include "../base/ar.h"

static const char *const sec_names[NumSecIds] = {
    [SecIdText] = SecText, [SecIdRodata] = SecRodata, [SecIdType] = SecType, [SecIdFuncdata] = SecFuncdata,
    [SecIdData] = SecData, [SecIdNoptrdata] = SecNoptrdata, [SecIdBss] = SecBss, [SecIdNoptrbss] = SecNoptrbss,
    [SecIdGoPkg] = SecGoPkg, [SecIdGoFile] = SecGoFile, [SecIdGoFunc] = SecGoFunc, [SecIdGoData] = SecGoData,
    [SecIdGoReach] = SecGoReach, [SecIdGoLine] = SecGoLine, [SecIdGoInl] = SecGoInl, [SecIdGoVar] = SecGoVar,
    [SecIdGoConst] = SecGoConst, [SecIdGoHash] = SecGoHash, [SecIdGoProv] = SecGoProv,
};

const char *sec_name(SecId id) { return sec_names[id]; }

/* What is read of one object, while it is checked. */
typedef struct Reader {
    Arena *arena;
    Input *in;
    Obj *o;
    const char *root; /* for $GOROOT in file names */
    Elf64Ehdr eh;
    const char *shstr;
    uint64_t shstr_size;
} Reader;

static bool damaged(Reader *r, const char *format, ...) __attribute__((format(printf, 2, 3)));
static bool damaged(Reader *r, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    r->in->error = arena_printf(r->arena, "%s: %s", r->o->name, arena_vprintf(r->arena, format, args));
    va_end(args);
    return false;
}

static bool within(uint64_t off, uint64_t size, uint64_t total) { return off <= total && size <= total - off; }

static Elf64Shdr shdr_at(const Reader *r, size_t i)
{
    Elf64Shdr sh;
    memcpy(&sh, r->o->data + r->eh.shoff + i * sizeof sh, sizeof sh);
    return sh;
}

static bool read_header(Reader *r)
{
    Obj *o = r->o;
    if (o->size < sizeof r->eh || memcmp(o->data, "\177ELF", 4) != 0)
        return damaged(r, "not an ELF object");
    memcpy(&r->eh, o->data, sizeof r->eh);
    if (r->eh.ident[4] != 2 || r->eh.ident[5] != 1 || r->eh.type != ElfRel || r->eh.machine != ElfMachineX86_64)
        return damaged(r, "not a relocatable ELF64 object for x86-64");
    if (r->eh.shentsize != sizeof(Elf64Shdr) || !within(r->eh.shoff, (uint64_t)r->eh.shnum * sizeof(Elf64Shdr), o->size))
        return damaged(r, "section headers are damaged or cut off");
    if (r->eh.shnum == 0 || r->eh.shstrndx >= r->eh.shnum)
        return damaged(r, "no section names");
    Elf64Shdr sh = shdr_at(r, r->eh.shstrndx);
    if (sh.type != ShtStrtab || !within(sh.offset, sh.size, o->size) || sh.size == 0 || o->data[sh.offset + sh.size - 1] != 0)
        return damaged(r, "section names are damaged or cut off");
    r->shstr = o->data + sh.offset;
    r->shstr_size = sh.size;
    return true;
}

/* Finds the sections by name. */
static bool read_sections(Reader *r)
{
    Obj *o = r->o;
    o->nshdr = r->eh.shnum;
    o->sec_of_shndx = arena_alloc(r->arena, r->eh.shnum);
    memset(o->sec_of_shndx, NumSecIds, r->eh.shnum);
    bool seen[NumSecIds] = {false};
    for (uint32_t i = 1; i < r->eh.shnum; i++) {
        Elf64Shdr sh = shdr_at(r, i);
        if (sh.name >= r->shstr_size)
            return damaged(r, "section %u has no name", i);
        const char *name = r->shstr + sh.name;
        if (sh.type != ShtNobits && !within(sh.offset, sh.size, o->size))
            return damaged(r, "section %s is cut off", name);
        if (sh.size >= (uint64_t)1 << 31)
            return damaged(r, "section %s is too large", name);
        if (sh.type == ShtSymtab) {
            if (o->symtab || sh.entsize != sizeof(Elf64Sym) || sh.size % sizeof(Elf64Sym) || sh.link >= r->eh.shnum)
                return damaged(r, "symbol table is damaged");
            o->symtab = o->data + sh.offset;
            o->nsyms = (uint32_t)(sh.size / sizeof(Elf64Sym));
            o->first_global = sh.info;
            Elf64Shdr str = shdr_at(r, sh.link);
            if (str.type != ShtStrtab || !within(str.offset, str.size, o->size) || str.size == 0 ||
                o->data[str.offset + str.size - 1] != 0)
                return damaged(r, "symbol names are damaged or cut off");
            o->strtab = o->data + str.offset;
            o->strtab_size = str.size;
            continue;
        }
        if (sh.type != ShtProgbits && sh.type != ShtNobits)
            continue;
        for (int id = 0; id < NumSecIds; id++) {
            if (strcmp(name, sec_names[id]) != 0)
                continue;
            if (seen[id])
                return damaged(r, "two sections are called %s", name);
            bool bss = id == SecIdBss || id == SecIdNoptrbss;
            if (sh.size > 0 && bss != (sh.type == ShtNobits))
                return damaged(r, "section %s has the wrong type", name);
            seen[id] = true;
            o->sec_of_shndx[i] = (uint8_t)id;
            o->sec[id].data = bss ? NULL : o->data + sh.offset;
            o->sec[id].size = sh.size;
        }
    }
    return o->symtab || damaged(r, "no symbol table");
}

static bool read_relas(Reader *r)
{
    for (uint32_t i = 1; i < r->eh.shnum; i++) {
        Elf64Shdr sh = shdr_at(r, i);
        if (sh.type != ShtRela || sh.info >= r->eh.shnum)
            continue;
        uint8_t id = r->o->sec_of_shndx[sh.info];
        if (id == NumSecIds)
            continue;
        ObjSection *sec = &r->o->sec[id];
        if (sec->rela || sh.entsize != sizeof(Elf64Rela) || sh.size % sizeof(Elf64Rela))
            return damaged(r, "relocations of %s are damaged", sec_names[id]);
        sec->rela = r->o->data + sh.offset;
        sec->nrela = (uint32_t)(sh.size / sizeof(Elf64Rela));
    }
    return true;
}

/* Cuts an array of NUL-terminated strings. */
static bool read_strings(Reader *r, SecId id, const char ***out, uint32_t *count)
{
    ObjSection *sec = &r->o->sec[id];
    uint32_t n = 0;
    if (sec->size > 0 && sec->data[sec->size - 1] != 0)
        return damaged(r, "%s does not end with NUL", sec_names[id]);
    for (uint64_t i = 0; i < sec->size; i++)
        n += sec->data[i] == 0;
    *out = NEW_ARRAY(r->arena, const char *, n + 1);
    *count = n;
    const char *s = sec->data;
    for (uint32_t i = 0; i < n; i++, s += strlen(s) + 1)
        (*out)[i] = s;
    return true;
}

/* .go.pkg: path, name, settings. */
static bool read_package(Reader *r)
{
    const char **strings;
    uint32_t n;
    if (!read_strings(r, SecIdGoPkg, &strings, &n))
        return false;
    r->o->pkg = n > 0 ? strings[0] : r->in->pkg;
    r->o->pkgname = n > 1 ? strings[1] : "";
    r->o->producer = "";
    for (uint32_t i = 2; i < n; i++)
        if (strncmp(strings[i], "producer=", 9) == 0)
            r->o->producer = strings[i] + 9;
    return true;
}

static char *join(Arena *arena, const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    char *s = arena_alloc(arena, n + m + 1);
    memcpy(s, a, n);
    memcpy(s + n, b, m);
    return s;
}

static bool read_files(Reader *r)
{
    const char *const var = "$GOROOT";
    Obj *o = r->o;
    if (!read_strings(r, SecIdGoFile, &o->files, &o->nfiles))
        return false;
    for (uint32_t i = 0; i < o->nfiles; i++)
        if (*r->root && strncmp(o->files[i], var, strlen(var)) == 0 && o->files[i][strlen(var)] == '/')
            o->files[i] = join(r->arena, r->root, o->files[i] + strlen(var));
    return true;
}

static bool count_records(Reader *r, SecId id, size_t record, uint32_t *count)
{
    const ObjSection *sec = &r->o->sec[id];
    if (sec->size % record)
        return damaged(r, "%s has a record cut off", sec_names[id]);
    if (count)
        *count = (uint32_t)(sec->size / record);
    return true;
}

static bool check_hashes(Reader *r)
{
    uint64_t size = r->o->sec[SecIdGoHash].size;
    return size == (uint64_t)r->o->nsyms * 4 || damaged(r, "%s holds %llu bytes for %u symbols", SecGoHash, (unsigned long long)size, r->o->nsyms);
}

/* Symbols that later phases look at: names inside the table, definitions inside their sections. */
static bool check_symbols(Reader *r)
{
    Obj *o = r->o;
    for (uint32_t i = 1; i < o->nsyms; i++) {
        Elf64Sym s = elf_sym_at(o, i);
        if (s.name >= o->strtab_size)
            return damaged(r, "symbol %u has no name", i);
        uint8_t type = s.info & 15;
        if (s.shndx == ShnUndef || type == SttSection || type == SttFile)
            continue;
        const char *name = o->strtab + s.name;
        if (s.shndx >= o->nshdr)
            return damaged(r, "symbol %s is in no section", name);
        uint8_t id = o->sec_of_shndx[s.shndx];
        if (id >= NumLoadedSecs)
            return damaged(r, "symbol %s is in a section that holds none", name);
        if (!within(s.value, s.size, o->sec[id].size))
            return damaged(r, "symbol %s lies outside %s", name, sec_names[id]);
        if (i < o->first_global)
            *(id == SecIdText ? &o->local_texts : &o->local_datas) += 1;
        else
            o->global_texts += id == SecIdText;
    }
    return true;
}

static void read_object(Arena *arena, Input *in, Obj *o, const char *root)
{
    Reader r = {.arena = arena, .in = in, .o = o, .root = root};
    o->is_go = strcmp(o->member, "_go_.o") == 0;
    (void)(read_header(&r) && read_sections(&r) && read_relas(&r) && read_package(&r) && read_files(&r) &&
           count_records(&r, SecIdGoFunc, sizeof(GoFuncRec), NULL) && count_records(&r, SecIdGoData, sizeof(GoDataRec), NULL) &&
           count_records(&r, SecIdGoReach, sizeof(GoReachRec), NULL) && count_records(&r, SecIdGoInl, sizeof(GoInlRec), &o->ninls) &&
           count_records(&r, SecIdGoVar, sizeof(GoVarRec), &o->nvars) &&
           count_records(&r, SecIdGoConst, sizeof(GoConstRec), &o->nconsts) && check_hashes(&r) && check_symbols(&r));
}

/* Whether the first member is export data of this platform. */
static bool is_pkgdef(const ArMember *m)
{
    static const char header[] = "go object linux amd64 ";
    return strcmp(m->name, "__.PKGDEF") == 0 && m->size >= strlen(header) && memcmp(m->data, header, strlen(header)) == 0;
}

static void split_archive(Arena *arena, Input *in)
{
    ArMember *members;
    size_t n;
    const char *err;
    if (!ar_read(arena, in->file.data, in->file.size, &members, &n, &err)) {
        in->error = arena_printf(arena, "%s: %s", in->path, err);
        return;
    }
    bool apart = n > 0 && strcmp(members[0].name, "_go_.o") == 0; /* from compile -linkobj */
    if (n == 0 || (!apart && !is_pkgdef(&members[0]))) {
        in->error = arena_printf(arena, "%s: not a Go package archive for linux/amd64", in->path);
        return;
    }
    in->objs = NEW_ARRAY(arena, Obj, n);
    for (size_t i = apart ? 0 : 1; i < n; i++)
        in->objs[in->nobjs++] = (Obj){.file = in->path, .member = members[i].name, .data = members[i].data, .size = members[i].size,
                                      .name = arena_printf(arena, "%s(%s)", in->path, members[i].name)};
}

static void load_input(LinkCtx *c, Input *in)
{
    Arena *arena = &c->arena;
    const char *err;
    if (!os_read_file(arena, in->path, &in->file, &err)) {
        in->error = arena_printf(arena, "cannot open file %s: %s", in->path, err);
        return;
    }
    if (in->file.size >= 4 && memcmp(in->file.data, "\177ELF", 4) == 0) { /* an object alone */
        in->objs = NEW(arena, Obj);
        in->nobjs = 1;
        in->objs[0] = (Obj){.file = in->path, .member = "_go_.o", .name = in->path, .data = in->file.data, .size = in->file.size};
    } else {
        split_archive(arena, in);
    }
    for (size_t m = 0; m < in->nobjs && !in->error; m++)
        read_object(arena, in, &in->objs[m], c->goroot);
}

enum { WorthThreads = 64 << 20 }; /* bytes of input; for less, starting threads takes longer than they save */

static int by_package(const void *a, const void *b) { return strcmp(((const Input *)a)->pkg, ((const Input *)b)->pkg); }

void load(LinkCtx *c)
{
    vec_push(c->inputs, c->ninputs, c->cap_inputs, (Input){.path = c->opt.main_file, .pkg = "main"});
    if (*c->opt.importcfg)
        read_importcfg(c);
    if (c->failed)
        return;
    /* Main first, then by path: the order of importcfg does not show. */
    qsort(c->inputs + 1, c->ninputs - 1, sizeof *c->inputs, by_package);
    uint64_t size = 0;
    for (size_t i = 0; i < c->ninputs; i++) {
        Input *in = &c->inputs[i];
        load_input(c, in);
        size += in->file.size;
        if (in->error) {
            link_fatal(c, "%s", in->error);
            return;
        }
        if (i > 0 && in->nobjs > 0 && strcmp(in->objs[0].pkgname, "main") == 0)
            continue; /* nothing imports a command: it is what importcfg was made for */
        for (size_t m = 0; m < in->nobjs; m++) {
            in->objs[m].index = (uint32_t)c->nobjs;
            vec_push(c->objs, c->nobjs, c->cap_objs, &in->objs[m]);
        }
    }
    if (size < WorthThreads)
        c->threads = 1;
    if (c->nobjs == 0 || strcmp(c->objs[0]->pkgname, "main") != 0)
        link_fatal(c, "%s: not package main", c->opt.main_file);
}
