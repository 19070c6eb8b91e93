/* elffile.c - finds and checks ELF images. */
#include "elffile.h"

#include <string.h>

#include "../../base/ar.h"

static bool within(uint64_t off, uint64_t size, uint64_t total) { return off <= total && size <= total - off; }

/* A string table ends with NUL, so that any offset inside starts a string. */
static const char *string_table(const ElfImage *e, const Elf64Shdr *sh)
{
    if (sh->type != ShtStrtab || sh->size == 0 || e->data[sh->offset + sh->size - 1] != 0)
        return NULL;
    return e->data + sh->offset;
}

static const char *read_sections(Arena *a, ElfImage *e, const Elf64Ehdr *eh)
{
    if (eh->shentsize != sizeof(Elf64Shdr) && eh->shnum > 0)
        return "damaged section headers";
    if (!within(eh->shoff, (uint64_t)eh->shnum * sizeof(Elf64Shdr), e->size) || (eh->shnum && eh->shstrndx >= eh->shnum))
        return "truncated section headers";
    e->nsections = eh->shnum;
    e->sections = arena_dup(a, e->data + eh->shoff, eh->shnum * sizeof(Elf64Shdr));
    e->names = NEW_ARRAY(a, const char *, eh->shnum + 1);
    for (uint32_t i = 0; i < e->nsections; i++)
        if (i > 0 && e->sections[i].type != ShtNobits && !within(e->sections[i].offset, e->sections[i].size, e->size))
            return "truncated section";
    const Elf64Shdr *sh = eh->shnum ? &e->sections[eh->shstrndx] : NULL;
    const char *names = sh ? string_table(e, sh) : "";
    if (!names)
        return "damaged section names";
    for (uint32_t i = 0; i < e->nsections; i++) {
        if (sh && e->sections[i].name >= sh->size)
            return "damaged section names";
        e->names[i] = names + e->sections[i].name;
    }
    return NULL;
}

static const char *read_symbols(Arena *a, ElfImage *e)
{
    for (uint32_t i = 0; i < e->nsections; i++) {
        const Elf64Shdr *sh = &e->sections[i];
        if (sh->type != ShtSymtab || sh->size < sizeof(Elf64Sym))
            continue;
        const Elf64Shdr *str = sh->link < e->nsections ? &e->sections[sh->link] : NULL;
        e->strtab = str ? string_table(e, str) : NULL;
        if (!e->strtab || sh->size % sizeof(Elf64Sym))
            return "damaged symbol table";
        e->nsyms = (uint32_t)(sh->size / sizeof(Elf64Sym)) - 1;
        e->syms = arena_dup(a, e->data + sh->offset + sizeof(Elf64Sym), e->nsyms * sizeof(Elf64Sym));
        for (uint32_t k = 0; k < e->nsyms; k++)
            if (e->syms[k].name >= str->size)
                return "damaged symbol table";
        return NULL;
    }
    return NULL;
}

static const char *read_image(Arena *a, ElfImage *e)
{
    Elf64Ehdr eh;
    if (e->size < sizeof eh || memcmp(e->data, "\177ELF\2\1", 6) != 0)
        return "unrecognized object file";
    memcpy(&eh, e->data, sizeof eh);
    e->type = eh.type;
    const char *err = read_sections(a, e, &eh);
    return err ? err : read_symbols(a, e);
}

static const char *read_archive(Arena *a, ElfFile *f)
{
    ArMember *members;
    size_t n;
    const char *err;
    if (!ar_read(a, f->file.data, f->file.size, &members, &n, &err))
        return err;
    f->images = NEW_ARRAY(a, ElfImage, n + 1);
    for (size_t i = 0; i < n; i++) {
        if (strcmp(members[i].name, "__.PKGDEF") == 0)
            continue;
        ElfImage *e = &f->images[f->count++];
        *e = (ElfImage){.member = members[i].name, .data = members[i].data, .size = members[i].size};
        err = read_image(a, e);
        if (err)
            return arena_printf(a, "%s: %s", members[i].name, err);
    }
    return NULL;
}

bool elf_file_open(Arena *a, const char *name, ElfFile *out, const char **err)
{
    *out = (ElfFile){0};
    if (!os_read_file(a, name, &out->file, err))
        return false;
    const char *reason;
    if (out->file.size >= 8 && memcmp(out->file.data, ArMagic, 8) == 0) {
        reason = read_archive(a, out);
    } else {
        out->images = NEW(a, ElfImage);
        out->count = 1;
        out->images[0] = (ElfImage){.data = out->file.data, .size = out->file.size};
        reason = read_image(a, out->images);
    }
    if (!reason)
        return true;
    *err = arena_printf(a, "open %s: %s", name, reason);
    elf_file_close(out);
    return false;
}

void elf_file_close(ElfFile *f)
{
    os_close_file(&f->file);
    *f = (ElfFile){0};
}

const Elf64Shdr *elf_section(const ElfImage *e, const char *name)
{
    for (uint32_t i = 1; i < e->nsections; i++)
        if (strcmp(e->names[i], name) == 0)
            return &e->sections[i];
    return NULL;
}
