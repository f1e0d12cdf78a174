package io.github.inkling.core.model;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Spreads work on many items over all cores, in blocks of neighbouring items that share a
 * workspace. Blocks differ in number from machine to machine, so the work on an item must not
 * depend on its block.
 */
public final class ParallelBlocks {
  private static final int BLOCKS_PER_THREAD = 4;

  private final int total;
  private final String stage;
  private final ProgressListener progress;
  private int done;
  private int failedAt = Integer.MAX_VALUE;
  private RuntimeException failure;

  private ParallelBlocks(int total, String stage, ProgressListener progress) {
    this.total = total;
    this.stage = stage;
    this.progress = progress;
  }

  /** Work on a block of items. */
  @FunctionalInterface
  public interface Work {
    /**
     * Works on a block, on one thread while others work on others.
     *
     * @param from the first item
     * @param to the item behind the last
     */
    void on(int from, int to);
  }

  /**
   * Works on all items, and returns when all are done. Of no items, nothing is heard. If work on
   * several blocks fails, the exception of the first block is thrown, whichever failed first.
   *
   * @param total number of items, at least 0
   * @param mostPerBlock items of a block if there are many, at least 1; if there are few, blocks
   *     are smaller, so that every core has some
   * @param stage what is being done, for the listener
   * @param progress hears of 0 items first, and then after each block of those that are done
   * @param work what to do
   */
  public static void forEach(
      int total, int mostPerBlock, String stage, ProgressListener progress, Work work) {
    if (total == 0) {
      return;
    }
    ParallelBlocks blocks = new ParallelBlocks(total, stage, progress);
    blocks.finished(0);
    int size = blockSize(total, mostPerBlock);
    IntStream.rangeClosed(0, (total - 1) / size)
        .parallel()
        .forEach(
            block -> {
              int from = block * size;
              int to = from + Math.min(size, total - from);
              blocks.run(work, from, to);
            });
    blocks.requireSuccess();
  }

  /** Streams would wrap the exception of another thread, and its message, into one of their own. */
  private void run(Work work, int from, int to) {
    if (isAfterFailure(from)) {
      return;
    }
    try {
      work.on(from, to);
      finished(to - from);
    } catch (RuntimeException e) {
      failed(from, e);
    }
  }

  private synchronized boolean isAfterFailure(int from) {
    return from > failedAt;
  }

  private synchronized void failed(int from, RuntimeException e) {
    if (from < failedAt) {
      failedAt = from;
      failure = e;
    }
  }

  private synchronized void requireSuccess() {
    if (failure != null) {
      throw failure;
    }
  }

  private synchronized void finished(int items) {
    done += items;
    progress.progress(stage, done, total);
  }

  private static int blockSize(int total, int most) {
    // The caller works as well, beside the threads of the common pool.
    int blocks = (ForkJoinPool.getCommonPoolParallelism() + 1) * BLOCKS_PER_THREAD;
    return Math.max(1, Math.min(most, total / blocks));
  }
}
