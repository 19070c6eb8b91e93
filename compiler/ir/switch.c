/* switch.c - expression switches and type switches.
 *
 * Cases are tried in the order of the text.  A switch over integer constants
 * without a hole in its meaning is searched by halves when it is long; one over
 * strings likewise, first by length, then by the bytes that tell the cases of one length apart. */
#include "compiler/ir/ir.h"

#include <stdlib.h>

enum { LinearCases = 6 }; /* up to here comparing in turn is as good */

typedef struct ConstCase {
    uint64_t key; /* value, its order made unsigned */
    const Const *val;
    Block *to;
} ConstCase;

static int by_key(const void *x, const void *y)
{
    const ConstCase *a = x, *b = y;
    return (a->key > b->key) - (a->key < b->key);
}

/* Short strings first; strings of one length by their bytes. */
static int by_text(const void *x, const void *y)
{
    const Const *a = ((const ConstCase *)x)->val, *b = ((const ConstCase *)y)->val;
    if (a->str.len != b->str.len)
        return a->str.len < b->str.len ? -1 : 1;
    return memcmp(a->str.s, b->str.s, a->str.len);
}

/* All cases are distinct constants, integers or strings: collected, or NULL. */
static ConstCase *const_cases(Builder *s, Node *n, Block **bodies, size_t *count)
{
    NodeList clauses = n->switch_stmt.clauses;
    Node *tag = n->switch_stmt.tag;
    bool text = tag && is_string(tag->type);
    if (!tag || !(is_integer(tag->type) || text) || tag->conv)
        return NULL;
    size_t total = 0;
    for (uint32_t i = 0; i < clauses.n; i++) {
        for (uint32_t k = 0; k < clauses.at[i]->clause.values.n; k++)
            if (!clauses.at[i]->clause.values.at[k]->val || clauses.at[i]->clause.values.at[k]->conv)
                return NULL;
        total += clauses.at[i]->clause.values.n;
    }
    if (total <= LinearCases)
        return NULL;
    ConstCase *list = NEW_ARRAY(s->arena, ConstCase, total);
    size_t m = 0;
    bool uns = is_unsigned(tag->type);
    for (uint32_t i = 0; i < clauses.n; i++) {
        NodeList values = clauses.at[i]->clause.values;
        for (uint32_t k = 0; k < values.n; k++) {
            uint64_t bits = text ? 0 : const_bits(values.at[k]->val, type_under(tag->type));
            list[m++] = (ConstCase){uns ? bits : bits ^ (uint64_t)1 << 63, values.at[k]->val, bodies[i]};
        }
    }
    qsort(list, m, sizeof *list, text ? by_text : by_key);
    *count = m;
    return list;
}

static void try_each(Builder *s, Val tag, const ConstCase *list, size_t n, Block *otherwise)
{
    for (size_t i = 0; i < n; i++) {
        Block *next = i + 1 < n ? new_block(s) : otherwise;
        branch(s, compare(s, TokEql, tag, const_val(s, tag.t, list[i].val)), list[i].to, next, HintNone);
        if (next != otherwise)
            start_block(s, next);
    }
}

static size_t text_len(const ConstCase *c) { return c->val->str.len; }

/* Whether a and b, neighbours in the order of by_text, differ in length or, if all lengths are the same, in byte `at`. */
static bool parts(const ConstCase *a, const ConstCase *b, bool same_len, size_t at)
{
    return same_len ? a->val->str.s[at] != b->val->str.s[at] : text_len(a) != text_len(b);
}

/* len_known: the tag is as long as all of them. */
static void search_text(Builder *s, Val tag, const ConstCase *list, size_t n, bool len_known, Block *otherwise)
{
    if (n <= 4) {
        try_each(s, tag, list, n, otherwise);
        return;
    }
    bool same_len = text_len(&list[0]) == text_len(&list[n - 1]);
    if (same_len && !len_known) { /* bytes may be looked at where the length is known */
        Block *fits = new_block(s);
        branch(s, op2(s, OpEq64, ValBool, tag.v[1], int64_const(s, (int64_t)text_len(list))), fits, otherwise, HintNone);
        start_block(s, fits);
    }
    size_t at = 0, cut = n / 2, down = n / 2;
    while (same_len && list[0].val->str.s[at] == list[n - 1].val->str.s[at])
        at++;
    /* The place next to the middle where the order goes on to something else. */
    while (cut < n && !parts(&list[cut - 1], &list[cut], same_len, at))
        cut++;
    while (down > 0 && !parts(&list[down - 1], &list[down], same_len, at))
        down--;
    if (cut == n || (down > 0 && n / 2 - down < cut - n / 2))
        cut = down;
    Value *less;
    if (same_len) {
        Value *byte = load_scalar(s, ValI8, offset(s, tag.v[0], (int64_t)at));
        less = op2(s, OpLess8U, ValBool, byte, int_const(s, ValI8, (int8_t)list[cut].val->str.s[at]));
    } else {
        less = op2(s, OpLess64, ValBool, tag.v[1], int64_const(s, (int64_t)text_len(&list[cut])));
    }
    Block *low = new_block(s), *high = new_block(s);
    branch(s, less, low, high, HintNone);
    start_block(s, low);
    search_text(s, tag, list, cut, same_len, otherwise);
    start_block(s, high);
    search_text(s, tag, list + cut, n - cut, same_len, otherwise);
}

static void search(Builder *s, Val tag, const ConstCase *list, size_t n, Block *otherwise)
{
    /* Halving by recursion: depth is the logarithm of the number of cases. */
    if (n <= 4) {
        try_each(s, tag, list, n, otherwise);
        return;
    }
    size_t half = n / 2;
    Block *low = new_block(s), *high = new_block(s);
    branch(s, compare(s, TokLss, tag, const_val(s, tag.t, list[half].val)), low, high, HintNone);
    start_block(s, low);
    search(s, tag, list, half, otherwise);
    start_block(s, high);
    search(s, tag, list + half, n - half, otherwise);
}

/* Bodies in order, each with its variable scope; fallthrough leads to the next. */
static void clause_bodies(Builder *s, Node *n, NodeList clauses, Block **bodies, Block *done)
{
    Target t;
    Block *saved = s->fallthrough;
    loop_enter(s, &t, n, done, NULL);
    for (uint32_t i = 0; i < clauses.n; i++) {
        start_block(s, bodies[i]);
        s->fallthrough = i + 1 < clauses.n ? bodies[i + 1] : NULL;
        stmt_list(s, clauses.at[i]->clause.body);
        jump(s, done);
    }
    s->fallthrough = saved;
    loop_leave(s, &t);
    start_block(s, done);
}

/* Whether both are constants of one kind, and so decide the case now. */
static bool known_case(const Node *tag, const Node *value, bool *equal)
{
    if (!tag || !tag->val || !value->val || is_interface(tag->type) || is_interface(value->type) || value->conv || tag->conv)
        return false;
    *equal = const_compare(TokEql, tag->val, value->val);
    return true;
}

void switch_stmt(Builder *s, Node *n)
{
    NodeList clauses = n->switch_stmt.clauses;
    if (n->switch_stmt.init)
        stmt(s, n->switch_stmt.init);
    Node *tag = n->switch_stmt.tag;
    Val x = {0};
    if (tag)
        x = val_copy(s, expr(s, tag));
    Block **bodies = NEW_ARRAY(s->arena, Block *, clauses.n + 1), *done = new_block(s), *otherwise = done;
    for (uint32_t i = 0; i < clauses.n; i++) {
        bodies[i] = new_block(s);
        if (clauses.at[i]->clause.is_default)
            otherwise = bodies[i];
    }
    size_t count = 0;
    ConstCase *sorted = tag && !tag->val ? const_cases(s, n, bodies, &count) : NULL;
    if (sorted && is_string(tag->type)) {
        search_text(s, x, sorted, count, false, otherwise);
    } else if (sorted) {
        search(s, x, sorted, count, otherwise);
    } else {
        for (uint32_t i = 0; i < clauses.n && s->b; i++) {
            NodeList values = clauses.at[i]->clause.values;
            for (uint32_t k = 0; k < values.n && s->b; k++) {
                bool equal;
                if (known_case(tag, values.at[k], &equal)) {
                    if (equal)
                        jump(s, bodies[i]);
                    continue;
                }
                Block *next = new_block(s);
                if (!tag && !is_interface(values.at[k]->conv ? values.at[k]->conv : values.at[k]->type)) {
                    cond_branch(s, values.at[k], bodies[i], next, HintNone);
                } else {
                    Val y = expr(s, values.at[k]);
                    Val a = tag ? x : val_scalar(s->ir->types->basic[KindBool], bool_const(s, true));
                    if (is_interface(y.t) && !is_interface(a.t))
                        a = convert_assign(s, a, y.t, values.at[k]);
                    mark_pos(s, values.at[k]);
                    branch(s, compare(s, TokEql, a, y), bodies[i], next, HintNone);
                }
                start_block(s, next);
            }
        }
        jump(s, otherwise);
    }
    clause_bodies(s, n, clauses, bodies, done);
}

/* ---- type switches ---- */

void type_switch_stmt(Builder *s, Node *n)
{
    NodeList clauses = n->type_switch.clauses;
    if (n->type_switch.init)
        stmt(s, n->type_switch.init);
    Node *guard = n->type_switch.guard;
    Val x = expr(s, guard->guard.x);
    Block *done = new_block(s), *otherwise = done;
    Block **bodies = NEW_ARRAY(s->arena, Block *, clauses.n + 1);
    for (uint32_t i = 0; i < clauses.n; i++)
        bodies[i] = new_block(s);
    Block *fallback = NULL;
    for (uint32_t i = 0; i < clauses.n; i++) {
        Node *c = clauses.at[i];
        NodeList values = c->clause.values;
        Object *v = c->obj;
        if (c->clause.is_default) {
            fallback = new_block(s);
            otherwise = fallback;
            continue;
        }
        for (uint32_t k = 0; k < values.n; k++) {
            Block *hit = new_block(s), *next = new_block(s);
            Node *t = values.at[k];
            mark_pos(s, t);
            Val got = x;
            Value *ok = t->mode == ModeNil ? not_value(s, op1(s, OpIsNonNil, ValBool, x.v[0])) : assert_match(s, x, t->type, &got);
            branch(s, ok, hit, next, HintNone);
            start_block(s, hit);
            if (v) {
                bool single = values.n == 1 && t->mode != ModeNil;
                if (single && !is_interface(t->type))
                    got = iface_data(s, x, t->type);
                declare_init(s, v, val_retype(single ? got : x, v->type));
            }
            jump(s, bodies[i]);
            start_block(s, next);
        }
    }
    jump(s, otherwise);
    if (fallback) {
        start_block(s, fallback);
        for (uint32_t i = 0; i < clauses.n; i++) {
            if (!clauses.at[i]->clause.is_default)
                continue;
            if (clauses.at[i]->obj && s->b)
                declare_init(s, clauses.at[i]->obj, val_retype(x, clauses.at[i]->obj->type));
            jump(s, bodies[i]);
        }
    }
    clause_bodies(s, n, clauses, bodies, done);
}
