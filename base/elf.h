/* elf.h - the parts of ELF64 that the tools write and read (System V gABI,
 * chapters 4 and 5; AMD64 psABI, section 4.4).  Structs are laid out as the
 * files are; the host is little-endian. */
#ifndef BASE_ELF_H
#define BASE_ELF_H

#include <stdint.h>

typedef struct Elf64Ehdr {
    uint8_t ident[16];
    uint16_t type, machine;
    uint32_t version;
    uint64_t entry, phoff, shoff;
    uint32_t flags;
    uint16_t ehsize, phentsize, phnum, shentsize, shnum, shstrndx;
} Elf64Ehdr;

typedef struct Elf64Phdr {
    uint32_t type, flags;
    uint64_t offset, vaddr, paddr, filesz, memsz, align;
} Elf64Phdr;

typedef struct Elf64Shdr {
    uint32_t name, type;
    uint64_t flags, addr, offset, size;
    uint32_t link, info;
    uint64_t addralign, entsize;
} Elf64Shdr;

typedef struct Elf64Sym {
    uint32_t name;
    uint8_t info, other; /* info: binding << 4 | type; other: visibility */
    uint16_t shndx;
    uint64_t value, size;
} Elf64Sym;

typedef struct Elf64Rela {
    uint64_t offset;
    uint64_t info; /* symbol << 32 | type */
    int64_t addend;
} Elf64Rela;

typedef struct Elf64Nhdr {
    uint32_t namesz, descsz, type;
} Elf64Nhdr;

enum { ElfRel = 1, ElfExec = 2 };       /* Ehdr.type */
enum { ElfMachineX86_64 = 62 };         /* Ehdr.machine */
enum { PtLoad = 1, PtNote = 4, PtPhdr = 6, PtGnuStack = 0x6474e551 };
enum { PfX = 1, PfW = 2, PfR = 4 };
enum { ShtNull, ShtProgbits, ShtSymtab, ShtStrtab, ShtRela, ShtNote = 7, ShtNobits };
enum { ShfWrite = 1, ShfAlloc = 2, ShfExecinstr = 4, ShfInfoLink = 0x40, ShfCompressed = 0x800 };
enum { ShnUndef = 0, ShnAbs = 0xfff1, ShnCommon = 0xfff2 };
enum { StbLocal, StbGlobal, StbWeak };
enum { SttNotype, SttObject, SttFunc, SttSection, SttFile, SttTls = 6 };
enum { StvDefault, StvHidden = 2 };
enum {
    RX86_64_None = 0,
    RX86_64_64 = 1,      /* S + A */
    RX86_64_PC32 = 2,    /* S + A - P */
    RX86_64_PLT32 = 4,   /* L + A - P: calls and tail jumps */
    RX86_64_32 = 10,     /* S + A; in .go.type and .go.func: offset from a base */
    RX86_64_32S = 11,
    RX86_64_TPOFF32 = 23,
};

static inline uint64_t elf_rela_info(uint32_t sym, uint32_t type) { return (uint64_t)sym << 32 | type; }
static inline uint32_t elf_rela_sym(uint64_t info) { return (uint32_t)(info >> 32); }
static inline uint32_t elf_rela_type(uint64_t info) { return (uint32_t)info; }

#endif
