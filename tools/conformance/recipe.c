/* recipe.c - the first comment of a case: its kind, its flags, and the rules that set cases apart. */
#include "conformance.h"

#include <stdlib.h>
#include <string.h>

const char *const kind_words[NumKinds] = {
    "", "run", "rundir", "runindir", "runoutput", "build", "buildrun", "builddir", "buildrundir", "compile", "compiledir",
    "errorcheck", "errorcheckdir", "errorcheckandrundir", "errorcheckoutput", "errorcheckwithauto", "asmcheck", "skip",
};

static bool shows_messages(Kind k)
{
    return k == KindErrorCheck || k == KindErrorCheckDir || k == KindErrorCheckAndRunDir || k == KindErrorCheckOutput || k == KindErrorCheckWithAuto;
}

/* Whether gc's -d=LIST asks for something that is seen from outside. Some switches make gc check itself; some give
 * the program more checks of what is right, or other code for the same: where messages are not looked at, both do
 * not count. */
static bool debug_is_internal(Kind kind, const char *list)
{
    static const char *const same_program[] = {"checkptr", "libfuzzer", "softfloat"};
    for (const char *s = list; *s;) {
        size_t n = strcspn(s, ",");
        bool unseen = (n == 5 && strncmp(s, "panic", 5) == 0) || has_prefix(s, "ssa/check/");
        for (size_t i = 0; i < sizeof same_program / sizeof same_program[0]; i++)
            unseen |= !shows_messages(kind) && has_prefix(s, same_program[i]);
        if (!unseen)
            return true;
        s += n + (s[n] == ',');
    }
    return false;
}

/* Returns the rule that a flag of compile falls under, or NULL; sets *drop for one that only asks gc to check itself. */
static const char *flag_rule(Kind kind, const char *flag, bool *drop)
{
    static const struct { const char *flag, *rule; } rules[] = {
        {"-m", "-m: gc's notes on optimization"}, {"-live", "-live: gc's liveness"}, {"-wb", "-wb: gc's write barriers"},
        {"-race", "-race"}, {"-goexperiment", "-goexperiment"}, {"-dynlink", "-dynlink"}, {"-spectre", "-spectre"},
        {"-smallframes", "-smallframes: gc's frame limits"}, {"-clobberdead", "-clobberdead"},
    };
    *drop = false;
    if (has_prefix(flag, "-d=")) {
        *drop = !debug_is_internal(kind, flag + 3);
        return *drop ? NULL : "-d=: gc's debug switches";
    }
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        size_t n = strlen(rules[i].flag);
        if (strncmp(flag, rules[i].flag, n) == 0 && (flag[n] == 0 || flag[n] == '='))
            return rules[i].rule;
    }
    return NULL;
}

/* Adds a flag of the recipe, looking into -gcflags; returns a rule or NULL. */
static const char *add_flag(Case *c, const char *flag)
{
    bool drop;
    static const char gcflags[] = "-gcflags=";
    if (!has_prefix(flag, gcflags)) {
        const char *rule = flag_rule(c->kind, flag, &drop);
        if (!drop)
            words_add(&c->flags, flag);
        return rule;
    }
    const char *value = flag + sizeof gcflags - 1, *rule = NULL;
    bool all = has_prefix(value, "all=");
    Words words = split_quoted(value + (all ? 4 : 0));
    Text kept = {0};
    text_puts(&kept, all ? "-gcflags=all=" : gcflags);
    size_t empty = kept.len;
    for (size_t i = 0; i < words.n; i++) {
        const char *found = flag_rule(c->kind, words.v[i], &drop);
        rule = rule ? rule : found;
        if (!drop) {
            text_puts(&kept, kept.len > empty ? " " : "");
            text_puts(&kept, words.v[i]);
        }
    }
    if (kept.len > empty)
        words_add(&c->flags, kept.p);
    free(kept.p);
    words_free(&words);
    return rule;
}

/* Tests that gc's own runner expects to fail. */
static bool gc_fails(const char *name)
{
    static const char *const names[] = {
        "shift1.go", "fixedbugs/issue10700.go", "fixedbugs/issue18331.go", "fixedbugs/issue18419.go", "fixedbugs/issue20233.go",
        "fixedbugs/issue20245.go", "fixedbugs/issue31053.go",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}

static const char *kind_rule(Kind k)
{
    return k == KindAsmCheck ? "asmcheck: the instructions that gc chooses"
         : k == KindSkip ? "skip: left out by gc too"
         : k == KindErrorCheckWithAuto ? "errorcheckwithauto: gc's notes on what it generates" : NULL;
}

/* Settings and experiments that are on anyway. */
static bool is_default(const char *value)
{
    return strcmp(value, "gotypesalias=1") == 0 || strcmp(value, "regabi,regabiargs") == 0;
}

/* Reads the words of a recipe into the case; returns the rule that sets it apart, or NULL. */
static const char *read_words(Case *c, const Words *w)
{
    const char *rule = kind_rule(c->kind);
    c->want_error = c->kind == KindErrorCheck || c->kind == KindErrorCheckDir || c->kind == KindErrorCheckOutput;
    size_t i = 1;
    for (; i < w->n && w->v[i][0] == '-'; i++) {
        const char *flag = w->v[i], *value = i + 1 < w->n ? w->v[i + 1] : "", *found = NULL;
        if (strcmp(flag, "-0") == 0 || strcmp(flag, "-1") == 0) {
            c->want_error = flag[1] == '1';
        } else if (strcmp(flag, "-s") == 0) {
            c->single = true;
        } else if (strcmp(flag, "-t") == 0) {
            c->task.timeout = atoi(value) * TimeoutFactor, i++;
        } else if (strcmp(flag, "-gomodversion") == 0) {
            c->mod_version = copy_string(value), i++;
        } else if (strcmp(flag, "-goexperiment") == 0 || strcmp(flag, "-godebug") == 0) {
            found = is_default(value) ? NULL : strcmp(flag, "-godebug") == 0 ? "-godebug: gc's settings" : "-goexperiment";
            i++;
        } else if (strcmp(flag, "-gcflags") == 0) {
            char *joined = format("-gcflags=%s", value);
            found = add_flag(c, joined), i++;
            free(joined);
        } else {
            found = add_flag(c, flag);
        }
        rule = rule ? rule : found;
    }
    for (; i < w->n; i++)
        words_add(&c->args, w->v[i]);
    return rule;
}

/* Reads the recipe: the first line that is no constraint. False when the file has none. */
bool read_recipe(Case *c, const char *source)
{
    bool excluded = false, holds, open = true;
    char *recipe = NULL;
    for (char *line; open && (line = take_line(&source)); free(line)) {
        if (has_prefix(line, "package "))
            open = false;
        else if (is_constraint(line, &holds))
            excluded = excluded || !holds;
        else if (!recipe)
            recipe = copy_string(has_prefix(line, "//") ? line + 2 : "");
    }
    Words w = split_quoted(recipe ? recipe : "");
    for (int k = 1; k < NumKinds && w.n > 0; k++) {
        if (strcmp(w.v[0], kind_words[k]) == 0)
            c->kind = (Kind)k;
    }
    if (c->kind != KindNone) {
        const char *rule = read_words(c, &w);
        rule = excluded ? "constraint: excludes linux/amd64 or gc" : rule ? rule : gc_fails(c->name) ? "gc itself fails it" : NULL;
        c->outcome = rule ? Apart : Fail;
        c->why = rule ? copy_string(rule) : NULL;
    }
    words_free(&w);
    free(recipe);
    return c->kind != KindNone;
}
