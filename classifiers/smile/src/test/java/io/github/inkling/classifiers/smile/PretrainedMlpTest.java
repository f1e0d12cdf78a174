package io.github.inkling.classifiers.smile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(OrderAnnotation.class)
class PretrainedMlpTest {
  private static final int MOST_BYTES = 6_000_000;

  @Test
  void itIsSmallAndOfTodaysFormat(@TempDir Path folder) throws IOException {
    byte[] content = content();
    Path file = folder.resolve("again.inkling");
    DigitRecognizer.pretrained().save(file);

    assertThat(content.length).isLessThanOrEqualTo(MOST_BYTES);
    assertThat(formatVersion(content))
        .as("the format that this version writes")
        .isEqualTo(formatVersion(Files.readAllBytes(file)));
  }

  @Test
  void itIsLoadedInWellUnderASecond() throws IOException {
    load();
    long start = System.nanoTime();
    load();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  /** The command that trained it, in docs/model-file.md, has these settings. */
  @Test
  void itsProvenanceNamesTheSettingsOfItsCommand() {
    DigitRecognizer recognizer = DigitRecognizer.pretrained();
    Provenance provenance = recognizer.provenance();
    ComponentSpec trainer = ComponentSpec.parse(provenance.trainer());

    assertThat(provenance.data()).isEqualTo("mnist:fit");
    assertThat(provenance.samples()).isEqualTo(50_000);
    assertThat(provenance.seed()).isEqualTo(42);
    assertThat(recognizer.features().spec()).matches("hog:[^+]+\\+edges:[^+]+");
    assertThat(trainer.name()).isEqualTo("mlp");
    assertThat(provenance.trainer().split("[:,]"))
        .contains("hidden=1024", "epochs=60", "batch=256", "rate=0.1", "augment=true");
    assertThat(provenance.augmentation().settings())
        .containsEntry("stroke", "0")
        .containsEntry("rescan.share", "0.6")
        .containsEntry("rescan.twice", "0.3")
        .containsEntry("rescan.gaps", "0.12");
    assertThat(recognizer.rejection().orElseThrow().calibration().data())
        .isEqualTo("mnist:validation");
  }

  @Test
  @Order(1) // before any other has asked for it
  void firstCallsAtOnceGetOneRecognizer() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    Set<DigitRecognizer> given = Collections.newSetFromMap(new IdentityHashMap<>());
    try {
      List<Future<DigitRecognizer>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        calls.add(
            pool.submit(
                () -> {
                  start.await();
                  return DigitRecognizer.pretrained();
                }));
      }
      for (Future<DigitRecognizer> call : calls) {
        given.add(call.get());
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(given).hasSize(1);
  }

  private static byte[] content() throws IOException {
    try (InputStream in = new PretrainedMlp().open()) {
      return in.readAllBytes();
    }
  }

  private static DigitRecognizer load() throws IOException {
    try (InputStream in = new PretrainedMlp().open()) {
      return DigitRecognizer.load(in, "pretrained");
    }
  }

  private static int formatVersion(byte[] content) {
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(8);
  }
}
