/* Lets a program start itself while valgrind runs it. maatwerk starts its children as /proc/self/exe, which under valgrind is valgrind; with this
 * loaded before it (LD_PRELOAD) they are started as MAATWERK_PROGRAM, so that valgrind counts them too. For `make instructions`.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>

typedef int spawn(
    pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const[], char *const[]);

int posix_spawn(
    pid_t *id, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
    char *const arguments[], char *const environment[]) {
    spawn *next = (spawn *)dlsym(RTLD_NEXT, "posix_spawn");
    const char *program = getenv("MAATWERK_PROGRAM");
    if (program != NULL && strcmp(path, "/proc/self/exe") == 0) path = program;
    return next(id, path, actions, attributes, arguments, environment);
}
