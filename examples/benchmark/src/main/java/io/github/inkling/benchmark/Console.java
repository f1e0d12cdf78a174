package io.github.inkling.benchmark;

import io.github.inkling.core.model.ProgressListener;
import java.io.PrintStream;

/**
 * Where a benchmark writes to.
 *
 * @param out results go here
 * @param err what is being done, and errors
 */
record Console(PrintStream out, PrintStream err) {
  static final int COLUMNS = 100;

  /** Tells what is being measured. */
  void say(String what) {
    err.println(what);
    err.flush();
  }

  /** Tells an error in one line. */
  void fail(String message) {
    say("run: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
  }

  /** Tells of every stage once it is done. */
  ProgressListener stages() {
    return (stage, done, total) -> {
      if (done == total) {
        say("  " + stage);
      }
    };
  }
}
