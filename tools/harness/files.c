/* files.c - whole files and trees. */
#include "harness.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads a file; *t is an empty text when that fails. */
bool read_file(const char *path, Text *t)
{
    *t = (Text){0};
    text_add(t, "", 0);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    char chunk[1 << 16];
    ssize_t n;
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        text_add(t, chunk, (size_t)n);
    close(fd);
    return n == 0;
}

bool write_file(const char *path, Text t)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0)
        return false;
    size_t done = 0;
    while (done < t.len) {
        ssize_t n = write(fd, t.p + done, t.len - done);
        if (n <= 0)
            break;
        done += (size_t)n;
    }
    return close(fd) == 0 && done == t.len;
}

bool write_string(const char *path, const char *s)
{
    return write_file(path, (Text){.p = (char *)s, .len = strlen(s)});
}

bool exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

bool is_dir(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The names in a directory that end in suffix, sorted; hidden ones are left out. */
Words list_dir(const char *path, const char *suffix)
{
    Words w = {0};
    DIR *d = opendir(path);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (e->d_name[0] != '.' && has_suffix(e->d_name, suffix))
            words_add(&w, e->d_name);
    }
    if (d)
        closedir(d);
    words_sort(&w);
    return w;
}

/* Makes path and the directories above it. */
void make_dirs(const char *path)
{
    char *p = copy_string(path);
    for (char *s = p + 1; *s; s++) {
        if (*s == '/') {
            *s = 0;
            mkdir(p, 0777);
            *s = '/';
        }
    }
    mkdir(p, 0777);
    free(p);
}

/* Removes path and what is below it; directories without permissions get them first. */
void remove_all(const char *path)
{
    if (unlink(path) == 0)
        return;
    chmod(path, 0700);
    DIR *d = opendir(path);
    for (struct dirent *e; d && (e = readdir(d));) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        char *child = format("%s/%s", path, e->d_name);
        remove_all(child);
        free(child);
    }
    if (d)
        closedir(d);
    rmdir(path);
}

/* Copies the tree at from to the new directory to. */
void copy_tree(const char *from, const char *to)
{
    mkdir(to, 0777);
    Words names = list_dir(from, "");
    for (size_t i = 0; i < names.n; i++) {
        char *src = format("%s/%s", from, names.v[i]), *dst = format("%s/%s", to, names.v[i]);
        Text t;
        if (is_dir(src)) {
            copy_tree(src, dst);
        } else if (read_file(src, &t)) {
            write_file(dst, t);
            free(t.p);
        }
        free(src), free(dst);
    }
    words_free(&names);
}

/* Finds the directory above the one that holds this program. */
bool tree_above_program(char root[PATH_MAX])
{
    ssize_t n = readlink("/proc/self/exe", root, PATH_MAX - 1);
    if (n <= 0)
        return false;
    root[n] = 0;
    for (int i = 0; i < 2; i++) {
        char *end = strrchr(root, '/');
        if (end)
            *end = 0;
    }
    return true;
}
