/* Runs a command and writes what it took: seconds by the clock, seconds of processors, and the kilobytes of the largest of its processes.
 * A program of its own, as the most memory that the system knows of a process is at least that of the program that started it, and a Python
 * has more than a small command.
 *
 * measured RESULT COMMAND [ARGUMENT...]
 */
#define _GNU_SOURCE
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
    if (count < 3) {
        fprintf(stderr, "measured RESULT COMMAND [ARGUMENT...]\n");
        return 2;
    }
    pid_t id;
    int status;
    struct rusage usage;
    double start = now();
    int problem = posix_spawnp(&id, arguments[2], NULL, NULL, arguments + 2, environ);
    if (problem != 0) {
        fprintf(stderr, "%s: %s\n", arguments[2], strerror(problem));
        return 127;
    }
    if (wait4(id, &status, 0, &usage) != id) return 127;
    double wall = now() - start;
    FILE *file = fopen(arguments[1], "w");
    if (!file) return 127;
    fprintf(file, "%.6f %.6f %ld\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss);
    if (fclose(file) != 0) return 127;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
