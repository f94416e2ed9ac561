// In C, because a process with threads that forks may do nothing in the child but call the system:
// Swift may ask for memory, or for a lock that nobody is left to open, at any place.

#define _GNU_SOURCE
#include "CDrafts.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// MARK: The steps

static int linkNameless(const struct Move *move, const char *name) {
  return linkat(AT_FDCWD, move->nameless, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

static int takeName(const struct Move *move) {
  if (!move->nameless) return 0;
  // First the lock: nobody may take it for a leftover.
  flock(move->descriptor, LOCK_EX | LOCK_NB);
  return linkNameless(move, move->hidden);
}

// Where there was no old file, there is none again.
static void takeBack(const struct Move *moves, int moved) {
  while (moved-- > 0) {
    if (moves[moved].old) rename(moves[moved].old, moves[moved].target);
    else unlink(moves[moved].target);
  }
}

static void removeHidden(const struct Move *moves, int count) {
  for (int index = 0; index < count; index++) {
    unlink(moves[index].hidden);
    if (moves[index].old) unlink(moves[index].old);
  }
}

// Nothing moves before every file has a name. The last one needs no way back, and a disk that knows
// no second names offers none.
static struct MoveFault moveAll(const struct Move *moves, int count) {
  struct MoveFault fault = {0, 0};
  for (int index = 0; !fault.code && index < count; index++) {
    if (takeName(&moves[index])) fault = (struct MoveFault){errno, index};
  }
  for (int index = 0; !fault.code && index < count - 1; index++) {
    if (moves[index].old) link(moves[index].target, moves[index].old);
  }
  for (int index = 0; !fault.code && index < count; index++) {
    if (rename(moves[index].hidden, moves[index].target) == 0) continue;
    fault = (struct MoveFault){errno, index};
    takeBack(moves, index);
  }
  removeHidden(moves, count);
  return fault;
}

// MARK: The process that takes them

static int isNeeded(int descriptor, const struct Move *moves, int count) {
  for (int index = 0; index < count; index++) {
    if (moves[index].descriptor == descriptor) return 1;
  }
  return 0;
}

// A session of its own, which no signal to the command's group and no closed terminal reaches; and
// whoever reads what a killed command wrote does not wait for this process.
static void leaveCommand(const struct Move *moves, int count, int answer) {
  setsid();
  for (int descriptor = 0; descriptor <= STDERR_FILENO; descriptor++) {
    if (descriptor != answer && !isNeeded(descriptor, moves, count)) close(descriptor);
  }
}

// The process begins with all signals blocked, and so it stays: what stops the command does not
// stop it.
static pid_t begin(const struct Move *moves, int count, int answer) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t process = fork();
  if (process == 0) {
    leaveCommand(moves, count, answer);
    struct MoveFault fault = moveAll(moves, count);
    _exit(write(answer, &fault, sizeof fault) < 0);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return process;
}

static int isInPlace(const struct Move *move) {
  struct stat file, target;
  return fstat(move->descriptor, &file) == 0 && stat(move->target, &target) == 0 &&
         file.st_ino == target.st_ino && file.st_dev == target.st_dev;
}

// That process alone was killed: if the last file is in its place all are, else none stays.
static struct MoveFault clearUp(const struct Move *moves, int count) {
  int moved = 0;
  while (moved < count && isInPlace(&moves[moved])) moved++;
  if (moved < count) takeBack(moves, moved);
  removeHidden(moves, count);
  return (struct MoveFault){moved < count ? EINTR : 0, count - 1};
}

static struct MoveFault end(pid_t process, const struct Move *moves, int count, int answer) {
  struct MoveFault fault;
  ssize_t size;
  do size = read(answer, &fault, sizeof fault);
  while (size < 0 && errno == EINTR);
  while (waitpid(process, NULL, 0) < 0 && errno == EINTR) continue;
  return size == sizeof fault ? fault : clearUp(moves, count);
}

// A single new file needs one step only, and no hidden name. Everything else takes several, and a
// process that a kill of this one does not reach. Where the system grants none, this one takes them.
struct MoveFault moveTogether(const struct Move *moves, int count) {
  int isNew = count == 1 && moves->nameless && !moves->old;
  if (isNew && linkNameless(moves, moves->target) == 0) return (struct MoveFault){0, 0};
  int ends[2];
  if (pipe2(ends, O_CLOEXEC)) return moveAll(moves, count);
  pid_t process = begin(moves, count, ends[1]);
  close(ends[1]);
  struct MoveFault fault =
      process < 0 ? moveAll(moves, count) : end(process, moves, count, ends[0]);
  close(ends[0]);
  return fault;
}
