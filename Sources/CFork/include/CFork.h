#ifndef MAATWERK_CFORK_H
#define MAATWERK_CFORK_H

#include <sys/types.h>

/// Makes a second process, in which `work` goes on with what this process has in memory: its number, or -1 with `errno` set when there is
/// none. `work` does not return; nothing else of this process goes on in the other one.
///
/// The calling thread is the only one that a new process has, and a lock that another one held would stay closed in it for ever: whoever
/// calls this makes sure that there is no other. And Swift's runtime keeps the number of a thread beside it, by which its locks know
/// their owner; the number of the thread that goes on is another one in the new process, and whoever waits for its locks there waits
/// for ever. So `work` runs in a thread that the new process makes, and the one that went on only waits for the end.
pid_t maatwerk_fork(void (*work)(void));

#endif
