package io.github.inkling.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory the process holds, Java's and native libraries', by Linux's {@code /proc}. */
public final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /**
   * What it holds now.
   *
   * @return megabytes of 1024 x 1024 bytes; empty where there is no such file
   * @throws IOException if the file cannot be read
   */
  public static OptionalLong megabytes() throws IOException {
    return field("VmRSS:");
  }

  /**
   * The most that it has held.
   *
   * @return megabytes of 1024 x 1024 bytes; empty where there is no such file
   * @throws IOException if the file cannot be read
   */
  public static OptionalLong peakMegabytes() throws IOException {
    return field("VmHWM:");
  }

  private static OptionalLong field(String name) throws IOException {
    if (!Files.isReadable(STATUS)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst();
    }
  }
}
