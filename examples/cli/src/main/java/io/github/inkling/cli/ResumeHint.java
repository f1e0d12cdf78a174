package io.github.inkling.cli;

import io.github.inkling.core.model.Trainer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whoever ends the process in the midst of a training how to go on with it. */
final class ResumeHint {
  private final Terminal terminal;
  private final Path checkpoint;
  private final Thread hook = new Thread(this::tell, "resume-hint");

  private ResumeHint(Terminal terminal, Path checkpoint) {
    this.terminal = terminal;
    this.checkpoint = checkpoint;
  }

  /** Tells something only if the process is ended before this is withdrawn. */
  static ResumeHint on(Terminal terminal, Trainer trainer, Path checkpoint) {
    ResumeHint hint = new ResumeHint(terminal, checkpoint);
    if (trainer.keepsCheckpoints()) {
      try {
        Runtime.getRuntime().addShutdownHook(hint.hook);
      } catch (IllegalStateException e) {
        // The process is ending already, and nothing has begun.
      }
    }
    return hint;
  }

  /** Nothing if there is nothing to go on from. */
  void tell() {
    if (Files.exists(checkpoint)) {
      // On a line of its own, whatever the progress has written.
      terminal.err().printf("%ninkling: interrupted; to go on, repeat the command with --resume%n");
      terminal.err().flush();
    }
  }

  /** There is nothing to go on with any more. */
  void withdraw() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hint is told.
    }
  }
}
