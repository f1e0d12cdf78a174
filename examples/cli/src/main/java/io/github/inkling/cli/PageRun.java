package io.github.inkling.cli;

import io.github.inkling.core.image.PixelBudget;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.page.Page;
import io.github.inkling.core.page.PageReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads many pages, a page per thread. Threads are few, and wait if all their pictures together are
 * too large, as each may hold a whole one: who draws on it does, and most formats can only be
 * decoded in full.
 */
final class PageRun {
  private static final int MOST_AT_A_TIME = 4;

  /** Two photographs of 12 megapixels, which take some ten bytes a pixel if they are whole. */
  private static final long MOST_PIXELS = 32_000_000;

  private static final String STAGE = "Reading pages";

  private final PageReader reader;
  private final PageDrawings drawings;
  private final ProgressListener progress;
  private final PixelBudget budget = new PixelBudget(MOST_PIXELS);

  PageRun(PageReader reader, PageDrawings drawings, ProgressListener progress) {
    this.reader = reader;
    this.drawings = drawings;
    this.progress = progress;
  }

  /**
   * Reads all pages; one that cannot be read is no reason not to read the others.
   *
   * @return one result per page, in their order
   */
  List<PageResult> read(List<PageInputs.Input> inputs) throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    int threads = Math.min(MOST_AT_A_TIME, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      progress.progress(STAGE, 0, inputs.size());
      List<Future<PageResult>> futures = new ArrayList<>();
      for (PageInputs.Input input : inputs) {
        futures.add(
            pool.submit(
                () -> {
                  PageResult result = read(input);
                  progress.progress(STAGE, done.incrementAndGet(), inputs.size());
                  return result;
                }));
      }
      List<PageResult> results = new ArrayList<>();
      for (Future<PageResult> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      // What keeps every page from being read, such as natives or a model that do not load.
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof CompletionException error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private PageResult read(PageInputs.Input input) {
    if (input.failure() != null) {
      return input.failure();
    }
    try {
      return input.result(readInTurn(input), null);
    } catch (CompletionException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return input.result(null, e);
    }
  }

  private Page readInTurn(PageInputs.Input input) throws IOException {
    PageSource source = input.source();
    int share = budget.take(source.pixels(input.page()));
    try {
      return drawings.read(reader, input);
    } finally {
      budget.giveBack(share);
    }
  }
}
