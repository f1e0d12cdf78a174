package io.github.inkling.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Repeats work and watches the memory that Java does not see: in a process of its own, whose heap
 * is resident from the start and cannot grow, and whose finalizers never run, so that only what is
 * released is given back.
 */
public final class Soak {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int WARM_UP = 8;
  private static final int STRETCHES = 5;
  private static final int ROUNDS_OF_STRETCH = 4;
  private static final long TOLERANCE_KB = 44 * 1024;

  private static final CountDownLatch HELD_UP = new CountDownLatch(1);

  private Soak() {}

  /** A round of work, which leaks more than 44 MB in 20 rounds if it leaks at all. */
  public interface Round {
    /**
     * Does the work.
     *
     * @throws Exception if it fails, which ends the soak
     */
    void run() throws Exception;
  }

  /**
   * Expects that resident memory is flat over 20 rounds, once everything is warm. Skipped where
   * there is no {@code /proc}.
   *
   * @param work has a constructor without parameters; its object serves all rounds
   * @throws IOException if the process cannot be started
   * @throws InterruptedException if the wait for it is interrupted
   */
  public static void assertMemoryStaysFlat(Class<? extends Round> work)
      throws IOException, InterruptedException {
    assumeThat(STATUS).as("resident memory is read from Linux's /proc").exists();
    List<String> heap = List.of("-Xms192m", "-Xmx192m", "-XX:+AlwaysPreTouch");
    // Else glibc has up to eight arenas per core, and what is released to one is new in another.
    JavaProcess soak = JavaProcess.of(Soak.class).in(Map.of("MALLOC_ARENA_MAX", "1"));
    String grown = soak.run(heap, work.getName()).out();
    assertThat(Long.parseLong(grown.strip())).as("kilobytes").isLessThan(TOLERANCE_KB);
  }

  /**
   * Prints by how many kilobytes resident memory grows in 20 rounds: five times what it grows in
   * the median stretch of four. A leak grows in every stretch; what the compiler or the allocator
   * takes once, for good, is in one or two.
   *
   * @param arguments the name of the class that does the work
   * @throws Exception if the work fails
   */
  public static void main(String[] arguments) throws Exception {
    holdUpFinalizers();
    Constructor<?> constructor = Class.forName(arguments[0]).getDeclaredConstructor();
    constructor.setAccessible(true);
    Round round = (Round) constructor.newInstance();
    repeat(round, WARM_UP);
    long[] growths = new long[STRETCHES];
    long before = residentKilobytes();
    for (int stretch = 0; stretch < STRETCHES; stretch++) {
      repeat(round, ROUNDS_OF_STRETCH);
      long after = residentKilobytes();
      growths[stretch] = after - before;
      before = after;
    }
    Arrays.sort(growths);
    System.out.println(STRETCHES * growths[STRETCHES / 2]);
  }

  private static void holdUpFinalizers() throws InterruptedException {
    while (HELD_UP.getCount() > 0) {
      new Obstacle();
      System.gc();
      HELD_UP.await(100, TimeUnit.MILLISECONDS);
    }
  }

  private static void repeat(Round round, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      round.run();
    }
  }

  private static long residentKilobytes() throws IOException {
    System.gc();
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  /** Once it is unreachable, no other object is finalized. */
  private static final class Obstacle {
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() throws InterruptedException {
      HELD_UP.countDown();
      Thread.currentThread().join();
    }
  }
}
