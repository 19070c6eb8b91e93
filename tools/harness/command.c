/* command.c - runs a program with limits and keeps what it prints. */
#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double now(void)
{
    struct timespec ts;
    clock_gettime(CLOCK_MONOTONIC, &ts);
    return (double)ts.tv_sec + (double)ts.tv_nsec / 1e9;
}

void limit(int what, unsigned long long bytes)
{
    struct rlimit rl = {.rlim_cur = (rlim_t)bytes, .rlim_max = (rlim_t)bytes};
    setrlimit(what, &rl);
}

/* Becomes the program; never returns. */
static void become(Command c, const sigset_t *mask)
{
    int flags = O_WRONLY | O_CREAT | O_TRUNC | O_APPEND;
    int i = open(c.in ? c.in : "/dev/null", O_RDONLY), o = open(c.out, flags, 0666), e = c.err ? open(c.err, flags, 0666) : o;
    if (i < 0 || o < 0 || e < 0 || dup2(i, 0) < 0 || dup2(o, 1) < 0 || dup2(e, 2) < 0)
        _exit(126);
    close(i), close(o);
    if (e != o)
        close(e);
    if (c.dir) {
        if (chdir(c.dir) != 0)
            _exit(126);
        setenv("PWD", c.dir, 1);
    }
    if (c.data)
        limit(RLIMIT_DATA, c.data);
    sigprocmask(SIG_SETMASK, mask, NULL);
    execvp(c.argv[0], c.argv);
    dprintf(2, "%s: %s\n", c.argv[0], strerror(errno));
    _exit(127);
}

/* Waits for pid, for so many seconds (0: as long as it takes); SIGCHLD is blocked. False when it had to be stopped. */
static bool wait_for(pid_t pid, double seconds, int *status)
{
    double end = now() + seconds;
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    for (pid_t got; seconds > 0 && (got = waitpid(pid, status, WNOHANG)) != pid;) {
        double left = end - now();
        if (got < 0 || left <= 0) {
            kill(pid, SIGKILL);
            waitpid(pid, status, 0);
            return false;
        }
        struct timespec ts = {.tv_sec = (time_t)left, .tv_nsec = (long)((left - (double)(time_t)left) * 1e9)};
        sigtimedwait(&child, NULL, &ts);
    }
    return seconds > 0 || waitpid(pid, status, 0) == pid;
}

/* Runs a program and waits for it. */
Result run_command(Command c)
{
    sigset_t child, before;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_BLOCK, &child, &before);
    pid_t pid = fork();
    if (pid == 0)
        become(c, &before);
    Result res = {.status = 126};
    int st = 0;
    if (pid > 0) {
        res.overdue = !wait_for(pid, c.seconds, &st);
        res.status = WIFEXITED(st) ? WEXITSTATUS(st) : 128 + WTERMSIG(st);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    read_file(c.out, &res.out);
    if (c.err)
        read_file(c.err, &res.err);
    return res;
}
