/* write.c - ELF headers, and the file.
 *
 * The image already stands in memory as it will be loaded; the rest of the
 * sections are written behind it, the headers go into its first page (FORMATS: "ELF
 * image").  No segment is both writable and executable, and the stack is not
 * executable (System V gABI, chapter 5). */
#include "link.h"

static uint64_t round_up(uint64_t v, uint64_t align) { return (v + align - 1) & ~(align - 1); }

static uint64_t end_of(const Section *s) { return s->addr + s->size; }

static Elf64Phdr *add_phdr(Elf64Phdr *p, uint32_t type, uint32_t flags, uint64_t addr, uint64_t filesz, uint64_t memsz, uint64_t align)
{
    *p = (Elf64Phdr){.type = type, .flags = flags, .offset = addr ? addr - image_base : 0, .vaddr = addr, .paddr = addr,
                     .filesz = filesz, .memsz = memsz, .align = align};
    return p + 1;
}

enum { MaxPhdrs = 6 };

static uint16_t make_phdrs(const LinkCtx *c, Elf64Phdr *first)
{
    const Section *out = c->out;
    Elf64Phdr *p = first;
    const Section *note = out[OutNoteGo].shndx ? &out[OutNoteGo] : &out[OutNoteGnu];
    uint16_t n = note->shndx ? MaxPhdrs : MaxPhdrs - 1;
    uint64_t size = n * sizeof(Elf64Phdr), ro = out[OutRodata].addr, rw = out[OutBuildinfo].addr;
    p = add_phdr(p, PtPhdr, PfR, image_base + sizeof(Elf64Ehdr), size, size, PageSize);
    if (note->shndx) {
        uint64_t notes = out[OutText].addr - note->addr;
        p = add_phdr(p, PtNote, PfR, note->addr, notes, notes, 4);
    }
    uint64_t text = end_of(&out[OutText]) - image_base, rodata = end_of(&out[OutItablink]) - ro;
    p = add_phdr(p, PtLoad, PfR | PfX, image_base, text, text, PageSize);
    p = add_phdr(p, PtLoad, PfR, ro, rodata, rodata, PageSize);
    p = add_phdr(p, PtLoad, PfR | PfW, rw, image_base + c->image_size - rw, end_of(&out[OutNoptrbss]) - rw, PageSize);
    p = add_phdr(p, PtGnuStack, PfR | PfW, 0, 0, 0, 8);
    return (uint16_t)(p - first);
}

/* Names of the sections in .shstrtab; returns how many sections there are, the null one included. */
static uint16_t name_sections(LinkCtx *c, uint32_t *names)
{
    uint16_t n = 1;
    buf_u8(&c->shstrtab, 0);
    c->out[OutShstrtab] = (Section){.name = ".shstrtab", .type = ShtStrtab, .align = 1};
    for (int i = 0; i < NumOut; i++) {
        Section *s = &c->out[i];
        if (!s->name || (s->size == 0 && !s->shndx && i != OutShstrtab))
            continue;
        s->shndx = n++;
        names[i] = (uint32_t)c->shstrtab.len;
        buf_write(&c->shstrtab, s->name, strlen(s->name) + 1);
    }
    c->out[OutShstrtab].size = c->shstrtab.len;
    c->out[OutShstrtab].bytes = c->shstrtab.data;
    c->out[OutSymtab].link = c->out[OutStrtab].shndx;
    return n;
}

/* Gives the sections that are not loaded their places. */
static void place_sections(LinkCtx *c)
{
    uint64_t at = c->image_size;
    for (int i = OutNoptrbss + 1; i < NumOut; i++) {
        Section *s = &c->out[i];
        if (!s->shndx)
            continue;
        at = round_up(at, s->align);
        s->off = at;
        at += s->size;
    }
}

static void put_headers(LinkCtx *c, const uint32_t *names, uint16_t nsections)
{
    Elf64Phdr phdrs[MaxPhdrs];
    uint16_t nphdrs = make_phdrs(c, phdrs);
    uint64_t shoff = sizeof(Elf64Ehdr) + nphdrs * sizeof(Elf64Phdr);
    Elf64Ehdr eh = {.ident = {0x7f, 'E', 'L', 'F', 2, 1, 1}, .type = ElfExec, .machine = ElfMachineX86_64, .version = 1,
                    .entry = c->entry->addr, .phoff = sizeof eh, .shoff = shoff, .ehsize = sizeof eh, .phentsize = sizeof(Elf64Phdr),
                    .phnum = nphdrs, .shentsize = sizeof(Elf64Shdr), .shnum = nsections, .shstrndx = c->out[OutShstrtab].shndx};
    memcpy(c->image, &eh, sizeof eh);
    memcpy(c->image + sizeof eh, phdrs, nphdrs * sizeof *phdrs);
    for (int i = 0; i < NumOut; i++) {
        const Section *s = &c->out[i];
        if (!s->shndx)
            continue;
        Elf64Shdr sh = {.name = names[i], .type = s->type, .flags = s->flags, .addr = s->addr, .offset = s->off, .size = s->size,
                        .link = s->link, .info = s->info, .addralign = s->align, .entsize = s->entsize};
        memcpy(c->image + shoff + s->shndx * sizeof sh, &sh, sizeof sh);
    }
}

void write_elf(LinkCtx *c)
{
    uint32_t names[NumOut] = {0};
    static const char zeros[16];
    uint16_t nsections = name_sections(c, names);
    place_sections(c);
    put_headers(c, names, nsections);
    OsPiece pieces[2 * NumOut + 1] = {{c->image, c->image_size}};
    size_t n = 1;
    uint64_t at = c->image_size;
    for (int i = OutNoptrbss + 1; i < NumOut; i++) {
        const Section *s = &c->out[i];
        if (!s->shndx)
            continue;
        pieces[n++] = (OsPiece){zeros, s->off - at}; /* alignment, at most 8 */
        pieces[n++] = (OsPiece){s->bytes, s->size};
        at = s->off + s->size;
    }
    const char *err;
    if (!os_write_pieces(&c->arena, c->opt.out, pieces, n, 0755, &err))
        link_fatal(c, "%s", err);
}
