/* exec.c - actions in dependency order, several at a time.
 *
 * A worker takes the first action in the list whose dependencies are done; the
 * list stands in dependency order, so one worker alone runs it from front to
 * back.  What an action printed is shown when it ends, in one piece.  First one
 * walk looks for results that are there already: when that is all, no thread is
 * started. */
#include <pthread.h>

#include "driver/driver.h"

typedef struct Pool {
    Work *w;
    Action **actions;
    size_t n, done;
    pthread_mutex_t lock; /* protects everything in the actions but what their worker owns */
    pthread_cond_t change;
} Pool;

static bool ready(const Action *a)
{
    for (size_t i = 0; i < a->ndeps; i++)
        if (!a->deps[i]->done)
            return false;
    return true;
}

static bool deps_ok(const Action *a)
{
    for (size_t i = 0; i < a->ndeps; i++)
        if (!a->deps[i]->ok)
            return false;
    return true;
}

static Action *take(Pool *p)
{
    for (size_t i = 0; i < p->n; i++) {
        Action *a = p->actions[i];
        if (!a->started && ready(a)) {
            a->started = true;
            return a;
        }
    }
    return NULL;
}

static void finish(Pool *p, Action *a, bool ran)
{
    if (a->out.len)
        os_write_fd(2, a->out.data, a->out.len);
    buf_free(&a->out);
    if (ran && !a->ok)
        p->w->failed = true;
    a->done = true;
    p->done++;
    pthread_cond_broadcast(&p->change);
}

static void worker(void *arg, size_t i)
{
    (void)i;
    Pool *p = arg;
    pthread_mutex_lock(&p->lock);
    while (p->done < p->n) {
        Action *a = take(p);
        if (!a) {
            pthread_cond_wait(&p->change, &p->lock);
            continue;
        }
        bool run = deps_ok(a);
        pthread_mutex_unlock(&p->lock);
        a->ok = run && a->run(p->w, a);
        pthread_mutex_lock(&p->lock);
        finish(p, a, run);
    }
    pthread_mutex_unlock(&p->lock);
}

/* What is found is the memo's, so one arena does for the steps on the way. */
static void find_results(Pool *p)
{
    Arena scratch = {0};
    for (size_t i = 0; i < p->n; i++) {
        Action *a = p->actions[i];
        if (!ready(a) || !deps_ok(a))
            continue;
        a->arena = scratch;
        bool found = a->find(p->w, a);
        scratch = a->arena;
        a->arena = (Arena){0};
        if (found) {
            a->started = a->ok = true;
            finish(p, a, true);
        }
    }
    arena_free(&scratch);
}

bool run_actions(Work *w, Action **actions, size_t n)
{
    Pool p = {.w = w, .actions = actions, .n = n};
    pthread_mutex_init(&p.lock, NULL);
    pthread_cond_init(&p.change, NULL);
    find_results(&p);
    int workers = w->flags->n ? 1 : w->flags->p;
    if (p.done < p.n)
        os_parallel(workers, (size_t)workers, worker, &p);
    for (size_t i = 0; i < n; i++)
        if (actions[i]->verified)
            memo_add_made(w->env->memo, actions[i]->verified);
    pthread_cond_destroy(&p.change);
    pthread_mutex_destroy(&p.lock);
    return !w->failed;
}
