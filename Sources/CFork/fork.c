#include "CFork.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

// What the first thread of a process may use, where the system does not say.
static const rlim_t stack_without_limit = 64 << 20;

static void *run(void *work) {
    (*(void (**)(void))work)();
    return NULL;
}

pid_t maatwerk_fork(void (*work)(void)) {
    // What waits to be printed would be printed by both.
    fflush(NULL);
    pid_t id = fork();
    if (id != 0) return id;

    struct rlimit stack;
    if (getrlimit(RLIMIT_STACK, &stack) != 0 || stack.rlim_cur > stack_without_limit) stack.rlim_cur = stack_without_limit;
    pthread_attr_t attributes;
    pthread_t thread;
    if (pthread_attr_init(&attributes) != 0) _exit(EXIT_FAILURE);
    // A size that is too small to be one leaves the one that threads have by themselves.
    pthread_attr_setstacksize(&attributes, stack.rlim_cur);
    if (pthread_create(&thread, &attributes, run, (void *)&work) != 0) _exit(EXIT_FAILURE);
    pthread_join(thread, NULL);
    _exit(EXIT_FAILURE);
}
