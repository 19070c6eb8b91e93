/* pool.c - runs tasks, so many at once, each in a process group and a temporary directory of its own.
 *
 * A task's process calls judge(), which writes what is wrong to the file `report`; its exit status says whether the task
 * passed. The parent stops the group when its time is up, collects the report and removes the directory. The signals are
 * blocked and waited for, so that no handler and no global is needed.
 */
#include "harness.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The life of a task's process. */
static void task_main(const Pool *p, const Task *t)
{
    sigset_t none;
    setpgid(0, 0);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    limit(RLIMIT_CORE, 0);
    char *path = format("%s/report", t->temp);
    FILE *report = must(fopen(path, "w"));
    bool ok = p->judge(p->owner, t, report);
    fclose(report);
    _exit(ok ? 0 : 1);
}

static void start_task(const Pool *p, Task *t, size_t index)
{
    t->temp = format("%s/%zu", p->temp, index);
    t->started = now();
    t->timed_out = false;
    mkdir(t->temp, 0777);
    fflush(stdout);
    t->pid = fork();
    if (t->pid == 0)
        task_main(p, t);
    if (t->pid > 0)
        setpgid(t->pid, t->pid);
}

/* Takes note of a task's process that ended. */
static void finish_task(const Pool *p, Task *t, int status)
{
    kill(-t->pid, SIGKILL); /* whatever it left running */
    t->pid = 0;
    t->seconds = now() - t->started;
    t->failed = !WIFEXITED(status) || WEXITSTATUS(status) != 0;
    char *path = format("%s/report", t->temp);
    free(t->report.p);
    read_file(path, &t->report);
    if (t->timed_out || (t->failed && t->report.len == 0)) {
        char *s = t->timed_out ? format("stopped after %d s\n", t->timeout) : copy_string("the case process died\n");
        text_puts(&t->report, s);
        free(s);
    }
    remove_all(t->temp);
    free(path), free(t->temp);
    t->temp = NULL;
    if (p->ended)
        p->ended(p->owner, t);
}

static void kill_overdue(const Pool *p)
{
    for (size_t i = 0; i < p->n; i++) {
        Task *t = p->tasks[i];
        if (t->pid > 0 && now() - t->started > t->timeout) {
            t->timed_out = true;
            kill(-t->pid, SIGKILL);
        }
    }
}

static void collect_ended(const Pool *p, size_t *running)
{
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
        for (size_t i = 0; i < p->n; i++) {
            if (p->tasks[i]->pid == pid) {
                finish_task(p, p->tasks[i], status);
                (*running)--;
            }
        }
    }
}

/* Stops everything when the user interrupts. */
static void give_up(const Pool *p)
{
    for (size_t i = 0; i < p->n; i++) {
        if (p->tasks[i]->pid > 0)
            kill(-p->tasks[i]->pid, SIGKILL);
    }
    remove_all(p->temp);
    puts("interrupted");
    fflush(stdout);
    _exit(130);
}

/* Runs the tasks that are wanted, at most jobs at a time; starts none after budget seconds. */
void pool_run(const Pool *p, int jobs, double budget)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD), sigaddset(&set, SIGINT), sigaddset(&set, SIGTERM), sigaddset(&set, SIGHUP);
    sigprocmask(SIG_BLOCK, &set, NULL);
    double end = now() + budget;
    size_t running = 0, next = 0;
    for (;;) {
        while (running < (size_t)jobs && next < p->n && now() < end) {
            Task *t = p->tasks[next];
            if (t->wanted) {
                start_task(p, t, next);
                running += t->pid > 0;
            }
            next++;
        }
        if (running == 0)
            break;
        struct timespec tick = {.tv_nsec = 200 * 1000 * 1000};
        int sig = sigtimedwait(&set, NULL, &tick);
        if (sig > 0 && sig != SIGCHLD)
            give_up(p);
        kill_overdue(p);
        collect_ended(p, &running);
    }
}
