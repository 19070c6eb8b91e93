/* inittasks.c - the order of package initialisation.
 *
 * A package's init task runs after those of the packages it imports
 * (GoReachInitOrder).  Among the tasks whose imports are done the one with the
 * smallest name runs next (FORMATS: "Init tasks"); that makes the order
 * independent of the build.  Leaves two lists, of main and of runtime, and
 * the symbols that hold them.  Tasks without functions are ordered, and then
 * left out. */
#include "link.h"

typedef struct Task {
    Sym *sym;
    uint32_t waits;  /* imports not done */
    bool done;
} Task;

typedef struct Tasks {
    Task *items; /* sorted by name */
    size_t count, cap;
    Map index;   /* Sym -> Task number + 1 */
} Tasks;

static int by_name(const void *a, const void *b)
{
    const Task *x = a, *y = b;
    return strcmp(x->sym->name, y->sym->name);
}

static void find_tasks(Tasks *t, Sym *root)
{
    vec_push(t->items, t->count, t->cap, (Task){.sym = root});
    map_put(&t->index, root, root);
    for (size_t i = 0; i < t->count; i++)
        for (const Reach *r = t->items[i].sym->reach; r; r = r->next)
            if (r->kind == GoReachInitOrder && r->to && r->to->kind != SymUndef && !map_has(&t->index, r->to)) {
                map_put(&t->index, r->to, r->to);
                vec_push(t->items, t->count, t->cap, (Task){.sym = r->to});
            }
    qsort(t->items, t->count, sizeof *t->items, by_name);
    for (size_t i = 0; i < t->count; i++)
        map_put(&t->index, t->items[i].sym, &t->items[i]);
}

static void count_waits(Tasks *t)
{
    for (size_t i = 0; i < t->count; i++)
        for (const Reach *r = t->items[i].sym->reach; r; r = r->next)
            if (r->kind == GoReachInitOrder && r->to && map_has(&t->index, r->to))
                t->items[i].waits++;
}

/* The tasks that import the one that is done wait for one less. */
static void release_waiting(Tasks *t, const Sym *done)
{
    for (size_t i = 0; i < t->count; i++)
        for (const Reach *r = t->items[i].sym->reach; r; r = r->next)
            if (r->kind == GoReachInitOrder && r->to == done)
                t->items[i].waits--;
}

static void order(LinkCtx *c, Sym *root, SymList *out)
{
    Tasks t = {0};
    find_tasks(&t, root);
    count_waits(&t);
    for (size_t left = t.count; left > 0; left--) {
        size_t i = 0;
        while (i < t.count && (t.items[i].done || t.items[i].waits > 0))
            i++;
        if (i == t.count) {
            link_error(c, "%s: packages initialise each other in a cycle", root->name);
            break;
        }
        Sym *s = t.items[i].sym;
        t.items[i].done = true;
        release_waiting(&t, s);
        if (s->data && s->size >= 8 && get_u32(s->data + 4) > 0)
            vec_push(out->items, out->count, out->cap, s);
    }
    free(t.items);
    map_free(&t.index);
}

static void list_tasks(LinkCtx *c, const char *root_name, const char *list_name, SymList *out)
{
    Sym *root = lookup_sym(c, root_name);
    if (root && root->kind != SymUndef)
        order(c, root, out);
    resize_sym(c, list_name, 8 * out->count);
}

void inittasks(LinkCtx *c)
{
    list_tasks(c, "main..inittask", "go:main.inittasks", &c->tasks);
    list_tasks(c, "runtime..inittask", "go:runtime.inittasks", &c->runtime_tasks);
}
