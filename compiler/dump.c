/* dump.c - -dump=tokens, ast, types: the stages in front of SSA as text. */
#include "compiler/compile.h"

void dump_token_files(Compile *c, const char *name, const char *text, size_t size)
{
    Buf src = {0};
    if (c->opt.from != StageTokens)
        dump_tokens(&c->syntax, &c->out, name, text, size);
    else if (read_tokens(&c->syntax, name, text, size, &src))
        dump_tokens(&c->syntax, &c->out, name, src.data, src.len);
    buf_free(&src);
}

static void annotate(Buf *out, const Node *n, void *compile)
{
    Compile *c = compile;
    buf_puts(out, node_type_string(&c->types, n));
}

static bool wanted(const Compile *c, const Node *decl)
{
    return decl->kind == NodeFuncDecl && decl->func.name && strcmp(decl->func.name->name.text, c->opt.dump_func) == 0;
}

void dump_trees(Compile *c, bool typed)
{
    for (size_t i = 0; i < c->nfiles; i++) {
        const Node *f = c->files[i];
        if (!c->opt.dump_func) {
            dump_ast(&c->syntax, &c->out, f, typed ? annotate : NULL, c);
            continue;
        }
        for (uint32_t k = 0; k < f->file.decls.n; k++)
            if (wanted(c, f->file.decls.at[k]))
                dump_ast(&c->syntax, &c->out, f->file.decls.at[k], typed ? annotate : NULL, c);
    }
}
