/* elffile.h - the ELF images in a file, for the tools that print them: an
 * executable, an object, or the objects of a package archive. */
#ifndef TOOLS_COMMON_ELFFILE_H
#define TOOLS_COMMON_ELFFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../base/arena.h"
#include "../../base/elf.h"
#include "../../base/os.h"

/* One image.  Everything points into the file and is checked: section
 * contents, names and symbol names may be read without looking. */
typedef struct ElfImage {
    const char *member; /* name in the archive, NULL */
    const char *data;
    size_t size;
    uint16_t type;      /* ElfRel, ElfExec */
    Elf64Shdr *sections;
    uint32_t nsections;
    const char **names; /* of sections */
    Elf64Sym *syms;     /* without the null symbol */
    uint32_t nsyms;
    const char *strtab;
} ElfImage;

typedef struct ElfFile {
    OsFile file;
    ElfImage *images;
    size_t count;
} ElfFile;

/* Opens name; on failure returns false and a reason with the file's name. */
bool elf_file_open(Arena *a, const char *name, ElfFile *out, const char **err);
void elf_file_close(ElfFile *f);

const Elf64Shdr *elf_section(const ElfImage *e, const char *name); /* NULL when absent */

#endif
