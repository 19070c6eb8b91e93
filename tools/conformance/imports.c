/* imports.c - what the cases import, and what we do not have. */
#include "conformance.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Skips blanks, comments and semicolons. */
static const char *skip_space(const char *s)
{
    for (;;) {
        s += strspn(s, " \t\r\n;");
        if (has_prefix(s, "//")) {
            s += strcspn(s, "\n");
        } else if (has_prefix(s, "/*")) {
            const char *end = strstr(s + 2, "*/");
            s = end ? end + 2 : s + strlen(s);
        } else {
            return s;
        }
    }
}

/* Cuts the word, string or character at *s. */
static char *cut_token(const char **s)
{
    const char *from = *s = skip_space(*s);
    if (*from == '"' || *from == '`') {
        char stop[] = {*from, 0};
        size_t n = strcspn(from + 1, stop);
        *s = from + 1 + n + (from[1 + n] != 0);
        return format("\"%.*s", (int)n, from + 1);
    }
    size_t n = 0;
    while (isalnum((unsigned char)from[n]) || from[n] == '_' || (unsigned char)from[n] >= 0x80)
        n++;
    n += n == 0 && *from;
    *s = from + n;
    return format("%.*s", (int)n, from);
}

/* Appends the paths that a Go file imports. */
void scan_imports(const char *path, Words *imports)
{
    Text t;
    read_file(path, &t);
    const char *s = t.p;
    bool group = false, going = true;
    free(cut_token(&s)), free(cut_token(&s)); /* package NAME */
    while (going) {
        char *word = cut_token(&s);
        if (strcmp(word, "import") == 0) {
            s = skip_space(s);
            group = *s == '(';
            s += group;
            free(word);
            word = cut_token(&s);
        } else if (!group) {
            going = false;
        }
        if (strcmp(word, ")") == 0 || !*word) {
            going = going && *word;
            group = false;
        } else if (going && word[0] != '"') { /* a name in front */
            free(word);
            word = cut_token(&s);
        }
        if (going && word[0] == '"' && !words_have(imports, word + 1))
            words_add(imports, word + 1);
        free(word);
    }
    free(t.p);
}

static void scan_dir_imports(const char *dir, Words *imports)
{
    Words names = list_dir(dir, "");
    for (size_t i = 0; i < names.n; i++) {
        char *path = format("%s/%s", dir, names.v[i]);
        if (is_dir(path))
            scan_dir_imports(path, imports);
        else if (has_suffix(path, ".go"))
            scan_imports(path, imports);
        free(path);
    }
    words_free(&names);
}

/* Finds out whether the case imports what we do not have: a package that upstream's src/ has and our library lacks. */
void check_imports(const Runner *r, Case *c)
{
    Words imports = {0};
    scan_imports(c->path, &imports);
    if (is_dir(c->dir))
        scan_dir_imports(c->dir, &imports);
    for (size_t i = 0; i < c->args.n; i++) {
        char *folder = folder_of(c->path), *source = format("%s/%s", folder, c->args.v[i]);
        if (has_suffix(source, ".go"))
            scan_imports(source, &imports);
        free(folder), free(source);
    }
    for (size_t i = 0; i < imports.n && c->outcome != Apart; i++) {
        const char *path = imports.v[i];
        char *upstream = format("%s/src/%s", r->goroot, path);
        if (strcmp(path, "C") == 0) {
            c->outcome = Apart;
            c->why = copy_string("cgo");
        } else if (*path && strcmp(path, "unsafe") != 0 && path[0] != '.' && path[0] != '/' && !strstr(path, "//") && !words_have(&r->library, path) && is_dir(upstream)) {
            c->outcome = NoImport;
            free(c->why);
            c->why = copy_string(path);
        }
        free(upstream);
    }
    words_free(&imports);
}
