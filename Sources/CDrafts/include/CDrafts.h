#pragma once

// A whole file that is to appear at its target.
struct Move {
  int descriptor;
  // Where the file can be linked from while it has no name; NULL where it has its hidden one.
  const char *nameless;
  const char *hidden;
  const char *target;
  // A second name for the file that stands at the target; NULL where there is none.
  const char *old;
};

// Why nothing was moved: errno, and which of them could not be. 0 where all are in their places.
struct MoveFault {
  int code;
  int index;
};

// Puts all of them in their places, or none, even if this process is killed meanwhile.
struct MoveFault moveTogether(const struct Move *moves, int count);
