/* mutate.c - changes to text that keep most of it meaningful.
 *
 * Bytes changed at random rarely get past a scanner.  Here the text is cut into
 * words (names, numbers, strings, blanks, single marks), and whole words, lines
 * or bracketed groups are removed, doubled, moved or exchanged.  All names stay
 * those of the text, so that declarations are found and types often agree. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

enum { MaxWords = 1 << 14 };

typedef struct Text {
    const uint8_t *data;
    size_t size;
    uint32_t start[MaxWords + 1]; /* of each word; start[n] == size */
    size_t n;
    uint64_t random;
} Text;

typedef struct Range {
    size_t from, to; /* words */
} Range;

static size_t below(Text *t, size_t n)
{
    t->random ^= t->random << 13;
    t->random ^= t->random >> 7;
    t->random ^= t->random << 17;
    return n ? (size_t)(t->random >> 11) % n : 0;
}

static bool is_name(uint8_t c) { return c == '_' || c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

static size_t word_end(const uint8_t *s, size_t i, size_t size)
{
    uint8_t c = s[i++];
    if (is_name(c)) {
        while (i < size && is_name(s[i]))
            i++;
    } else if (c == ' ' || c == '\t') {
        while (i < size && (s[i] == ' ' || s[i] == '\t'))
            i++;
    } else if (c == '"') {
        while (i < size && s[i] != '"' && s[i] != '\n')
            i += s[i] == '\\' && i + 1 < size ? 2 : 1;
        i += i < size;
    }
    return i;
}

static void cut(Text *t)
{
    t->n = 0;
    for (size_t i = 0; i < t->size && t->n < MaxWords; i = word_end(t->data, i, t->size))
        t->start[t->n++] = (uint32_t)i;
    t->start[t->n] = (uint32_t)t->size;
}

static uint8_t first(const Text *t, size_t word) { return t->data[t->start[word]]; }

/* From an opening bracket to its partner; a single word elsewhere. */
static Range group_at(const Text *t, size_t word)
{
    int depth = 0;
    for (size_t i = word; i < t->n; i++) {
        depth += strchr("([{", first(t, i)) && first(t, i) ? 1 : 0;
        depth -= strchr(")]}", first(t, i)) && first(t, i) ? 1 : 0;
        if (depth <= 0)
            return (Range){word, i + 1};
    }
    return (Range){word, word + 1};
}

static Range line_at(const Text *t, size_t word)
{
    Range r = {word, word + 1};
    while (r.from > 0 && first(t, r.from - 1) != '\n')
        r.from--;
    while (r.to < t->n && first(t, r.to - 1) != '\n')
        r.to++;
    return r;
}

/* A word, a few, a line, some lines or a group. */
static Range some(Text *t)
{
    size_t word = below(t, t->n);
    Range r = {word, word + 1};
    switch (below(t, 6)) {
    case 0:
    case 1:
        while (r.to < t->n && below(t, 2))
            r.to++;
        return r;
    case 2:
        return line_at(t, word);
    case 3:
        r = line_at(t, word);
        while (r.to < t->n && below(t, 4))
            r.to = line_at(t, r.to).to;
        return r;
    default:
        for (size_t i = 0; i < 40 && word + i < t->n; i++) {
            Range g = group_at(t, word + i);
            if (g.to - g.from > 1)
                return g;
        }
        return r;
    }
}

static const char *const inserted[] = {
    " ", "\n", ";", ",", ".", "...", "(", ")", "[", "]", "{", "}", "0", "-1", "1<<62", "0x7fffffffffffffff", "1e308", "nil", "_", "*", "&", "<-",
    " = ", " := ", " == ", " << ", " &^ ", " + ", " - ", " ! ", "~", "|", "any", "int", "[]", "[0]", "[...]", "map[string]", "chan ", "func()",
    "struct{}", "interface{}", "go ", "defer ", "return ", "goto L\n", "L:\n", "range ", "for ", "if ", "switch ", "select ", "case ", "default:",
    "type ", "var ", "const ", "iota", "len(", "unsafe.Sizeof(", "\"\"", "'a'", "``", "1i", "/*", "*/", "//", "1.5", "comparable", "T", "x", ":",
};

/* Builds the result from pieces of the old text, up to max bytes. */
typedef struct Out {
    uint8_t *data;
    size_t size, max;
} Out;

static void put(Out *o, const void *p, size_t n)
{
    n = n < o->max - o->size ? n : o->max - o->size;
    if (n)
        memcpy(o->data + o->size, p, n);
    o->size += n;
}

static void put_words(Out *o, const Text *t, size_t from, size_t to)
{
    if (from < to)
        put(o, t->data + t->start[from], t->start[to] - t->start[from]);
}

static void exchange(Out *o, const Text *t, Range a, Range b)
{
    if (a.from > b.from) {
        Range c = a;
        a = b;
        b = c;
    }
    if (b.from < a.to)
        b.from = a.to;
    if (b.to < b.from)
        b.to = b.from;
    put_words(o, t, 0, a.from);
    put_words(o, t, b.from, b.to);
    put_words(o, t, a.to, b.from);
    put_words(o, t, a.from, a.to);
    put_words(o, t, b.to, t->n);
}

/* Gives a name, a number or a string the place of another. */
static void substitute(Out *o, Text *t)
{
    size_t to = below(t, t->n), from = below(t, t->n);
    for (size_t i = 0; i < 60 && !is_name(first(t, to)); i++)
        to = below(t, t->n);
    for (size_t i = 0; i < 60 && !(is_name(first(t, from)) || first(t, from) == '"'); i++)
        from = below(t, t->n);
    put_words(o, t, 0, to);
    put_words(o, t, from, from + 1);
    put_words(o, t, to + 1, t->n);
}

static void change(Out *o, Text *t)
{
    Range a = some(t), b = some(t);
    const char *word = inserted[below(t, sizeof inserted / sizeof *inserted)];
    switch (below(t, 8)) {
    case 0: /* remove */
        put_words(o, t, 0, a.from);
        put_words(o, t, a.to, t->n);
        break;
    case 1: /* copy to another place */
        put_words(o, t, 0, b.from);
        put_words(o, t, a.from, a.to);
        put_words(o, t, b.from, t->n);
        break;
    case 2: /* put in the place of another */
        put_words(o, t, 0, b.from);
        put_words(o, t, a.from, a.to);
        put_words(o, t, b.to, t->n);
        break;
    case 3:
        exchange(o, t, a, b);
        break;
    case 4: /* insert */
        put_words(o, t, 0, b.from);
        put(o, word, strlen(word));
        put_words(o, t, b.from, t->n);
        break;
    case 5: /* replace */
        put_words(o, t, 0, b.from);
        put(o, word, strlen(word));
        put_words(o, t, b.to, t->n);
        break;
    default:
        substitute(o, t);
        break;
    }
}

size_t mutate_tokens(uint8_t *data, size_t size, size_t max, unsigned seed)
{
    Text *t = malloc(sizeof *t);
    uint8_t *old = malloc(size + 1);
    if (!t || !old)
        fuzz_fail("out of memory");
    t->random = seed * 2654435761u + 88172645463325252u;
    t->data = old;
    for (size_t i = 0; i <= below(t, 4) && size; i++) {
        memcpy(old, data, size);
        t->size = size;
        cut(t);
        Out o = {data, 0, max};
        change(&o, t);
        size = o.size;
        uint8_t *larger = realloc(old, size + 1);
        if (!larger)
            fuzz_fail("out of memory");
        t->data = old = larger;
    }
    free(old);
    free(t);
    return size ? size : 1;
}
