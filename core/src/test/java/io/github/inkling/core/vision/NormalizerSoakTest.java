package io.github.inkling.core.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /** A leak of one 28 x 28 matrix per digit would be 157 MB. */
  private static final long TOLERANCE_KB = 32 * 1024;

  /** In a process of its own, whose heap is resident from the start and cannot grow. */
  @Test
  void residentMemoryStaysFlatOver200000Normalisations() throws Exception {
    assumeThat(STATUS).as("resident memory is read from Linux's /proc").exists();
    Process soak =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms192m",
                "-Xmx192m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                Soak.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(soak.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(soak.waitFor()).isZero();
    assertThat(Long.parseLong(output.strip())).isLessThan(TOLERANCE_KB);
  }

  /** Prints by how many kilobytes resident memory grows once everything is warm. */
  static final class Soak {
    public static void main(String[] args) throws IOException {
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
      System.out.println(residentKilobytes() - before);
    }

    private static void work(Normalizer normalizer, List<GrayImage> images, GrayImage photo) {
      normalizer.normalizeAll(images, ProgressListener.NONE);
      normalizer.normalize(photo);
    }

    private static long residentKilobytes() throws IOException {
      System.gc();
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
