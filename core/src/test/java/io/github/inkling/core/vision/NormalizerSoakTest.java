package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalizerSoakTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int BATCH = 10_000;
  private static final int BATCHES = 20;
  private static final int WARM_UP = 8;
  private static final long TOLERANCE_KB = 64 * 1024;

  @Test
  void residentMemoryStaysFlatOver200000Normalisations() throws IOException {
    assumeThat(STATUS).as("resident memory is read from Linux's /proc").exists();
    Normalizer normalizer = new Normalizer(NormalizerSettings.parse("denoise=gaussian"));
    List<GrayImage> images = Collections.nCopies(BATCH, Drawing.four(28, 18));
    GrayImage photo = Drawing.unevenlyLit(Drawing.four(800, 300));

    for (int i = 0; i < WARM_UP; i++) {
      work(normalizer, images, photo);
    }
    long before = residentKilobytes();
    for (int i = 0; i < BATCHES; i++) {
      work(normalizer, images, photo);
    }

    // A leak of one 28 x 28 matrix per digit would be 157 MB, of one photo's 12 MB per batch more.
    assertThat(residentKilobytes() - before).isLessThan(TOLERANCE_KB);
  }

  private static void work(Normalizer normalizer, List<GrayImage> images, GrayImage photo) {
    assertThat(normalizer.normalizeAll(images, ProgressListener.NONE)).hasSize(BATCH);
    assertThat(normalizer.normalize(photo).isBlank()).isFalse();
  }

  /** Resident memory without the heap, which may grow as it likes. */
  private static long residentKilobytes() throws IOException {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / 1024;
    return -heap
        + Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow();
  }
}
