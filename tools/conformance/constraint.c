/* constraint.c - build constraints, in both forms. */
#include "conformance.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A build constraint, read from left to right. */
typedef struct Constraint {
    const char *s;
} Constraint;

static void skip_blanks(Constraint *c)
{
    c->s += strspn(c->s, " \t");
}

/* Whether a build tag holds for linux/amd64 and gc's language. */
static bool tag_holds(const char *tag)
{
    static const char *const yes[] = {"linux", "amd64", "gc", "unix", "test_run", "goexperiment.greenteagc", "goexperiment.regabiargs"};
    for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++) {
        if (strcmp(tag, yes[i]) == 0)
            return true;
    }
    return has_prefix(tag, "go1.") && atoi(tag + 4) <= LangMinor;
}

static bool constraint_or(Constraint *c);

static bool constraint_unary(Constraint *c)
{
    skip_blanks(c);
    if (*c->s == '!') {
        c->s++;
        return !constraint_unary(c);
    }
    if (*c->s == '(') {
        c->s++;
        bool value = constraint_or(c);
        skip_blanks(c);
        c->s += *c->s == ')';
        return value;
    }
    size_t n = 0;
    while (isalnum((unsigned char)c->s[n]) || c->s[n] == '_' || c->s[n] == '.')
        n++;
    char *tag = format("%.*s", (int)n, c->s);
    bool value = tag_holds(tag);
    free(tag);
    c->s += n;
    return value;
}

static bool constraint_and(Constraint *c)
{
    bool value = constraint_unary(c);
    for (skip_blanks(c); has_prefix(c->s, "&&"); skip_blanks(c)) {
        c->s += 2;
        bool right = constraint_unary(c);
        value = value && right;
    }
    return value;
}

static bool constraint_or(Constraint *c)
{
    bool value = constraint_and(c);
    for (skip_blanks(c); has_prefix(c->s, "||"); skip_blanks(c)) {
        c->s += 2;
        bool right = constraint_and(c);
        value = value || right;
    }
    return value;
}

/* The old form: blanks are or, commas are and. */
static bool plus_build_holds(const char *s)
{
    Words options = split_quoted(s);
    bool any = options.n == 0;
    for (size_t i = 0; i < options.n; i++) {
        bool all = true;
        char *save = NULL;
        for (char *tag = strtok_r(options.v[i], ",", &save); tag; tag = strtok_r(NULL, ",", &save))
            all = all && (*tag == '!' ? !tag_holds(tag + 1) : tag_holds(tag));
        any = any || all;
    }
    words_free(&options);
    return any;
}

/* Whether line is a build constraint, and what it says. */
bool is_constraint(const char *line, bool *holds)
{
    const char *plus = "// +build", *go = "//go:build ";
    if (has_prefix(line, go)) {
        Constraint c = {line + strlen(go)};
        *holds = constraint_or(&c);
        return true;
    }
    if (!has_prefix(line, plus) && !has_prefix(line, "//+build"))
        return false;
    *holds = plus_build_holds(strstr(line, "+build") + 6);
    return true;
}
