package io.github.inkling.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.Classifier;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ModelState;
import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.model.Rejection;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.core.recognizer.Preparation;
import io.github.inkling.core.recognizer.Provenance;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecognizedDigitsTest {
  private static final int BLANK_EVERY = 50;
  private static final LabeledDigits BLOTS = blots(3_000);
  private static final DigitRecognizer RECOGNIZER =
      new DigitRecognizer(
          new Preparation(new Normalizer(NormalizerSettings.defaults()), new InkOfRows()),
          new LastFigureOfInk(),
          new Provenance(
              "none",
              "",
              0,
              List.of(),
              Provenance.Augmentation.NONE,
              0,
              "ink",
              Map.of(),
              Instant.EPOCH,
              0,
              0,
              Map.of()));

  @Test
  void answersComeInTheOrderOfTheDigits() {
    EvaluationReport report = EvaluationReport.of(RECOGNIZER, BLOTS, ProgressListener.NONE);

    assertThat(report.answers().predictions()).hasSize(BLOTS.size());
    for (int i = 0; i < BLOTS.size(); i++) {
      Prediction prediction = report.answers().predictions().get(i);
      if (i % BLANK_EVERY == 0) {
        assertThat(prediction).isEqualTo(Prediction.rejected(Rejection.BLANK));
      } else {
        DigitImage digit = RECOGNIZER.normalizer().normalize(BLOTS.image(i));
        assertThat(prediction.label()).isEqualTo(ink(digit) % 10);
      }
    }
  }

  @Test
  void theReportIsOfTheAnswers() {
    EvaluationReport report = EvaluationReport.of(RECOGNIZER, BLOTS, ProgressListener.NONE);

    assertThat(report.data()).isEqualTo("blots");
    assertThat(report.dataHash()).isEqualTo(BLOTS.contentHash());
    assertThat(report.confusion())
        .isEqualTo(ConfusionMatrix.of(BLOTS.labels(), report.answers().predictions()));
    assertThat(report.rejected()).isEqualTo(BLOTS.size() / BLANK_EVERY);
    assertThat(report.featureSeconds()).isPositive();
    assertThat(report.predictSeconds()).isPositive();
  }

  @Test
  void progressIsHeardUpToTheLastDigit() {
    List<Long> heard = new ArrayList<>();
    EvaluationReport.of(
        RECOGNIZER,
        BLOTS,
        (stage, done, total) -> {
          assertThat(total).isEqualTo(BLOTS.size());
          heard.add(done);
        });

    assertThat(heard).isSorted().hasSizeGreaterThan(1).endsWith((long) BLOTS.size());
  }

  @Test
  void anEmptyDataSetIsRefused() {
    LabeledDigits empty = new LabeledDigits("folder:empty", List.of(), new int[0]);

    assertThatThrownBy(() -> EvaluationReport.of(RECOGNIZER, empty, ProgressListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("folder:empty: there are no digits to evaluate");
  }

  /** White rectangles of many sizes on black, every 50th empty. */
  private static LabeledDigits blots(int size) {
    Random random = new Random(1);
    List<GrayImage> images = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int width = 2 + random.nextInt(18);
      int height = 2 + random.nextInt(18);
      images.add(i % BLANK_EVERY == 0 ? blot(0, 0) : blot(width, height));
    }
    return new LabeledDigits("blots", images, IntStream.range(0, size).map(i -> i % 10).toArray());
  }

  private static GrayImage blot(int width, int height) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int y = 4; y < 4 + height; y++) {
      int row = y * DigitImage.SIZE;
      Arrays.fill(pixels, row + 4, row + 4 + width, (byte) 255);
    }
    return GrayImage.of(DigitImage.SIZE, DigitImage.SIZE, pixels);
  }

  private static int ink(DigitImage digit) {
    return IntStream.range(0, DigitImage.SIZE).map(y -> inkOfRow(digit, y)).sum();
  }

  private static int inkOfRow(DigitImage digit, int y) {
    return IntStream.range(0, DigitImage.SIZE).map(x -> digit.at(x, y)).sum();
  }

  private static final class InkOfRows implements FeatureExtractor {
    @Override
    public String spec() {
      return "ink";
    }

    @Override
    public int length() {
      return DigitImage.SIZE;
    }

    @Override
    public void extract(List<DigitImage> digits, float[] rows) {
      for (int i = 0; i < rows.length; i++) {
        rows[i] = inkOfRow(digits.get(i / DigitImage.SIZE), i % DigitImage.SIZE);
      }
    }
  }

  /** Answers with the last decimal figure of the amount of ink. */
  private static final class LastFigureOfInk implements Classifier {
    @Override
    public String name() {
      return "ink";
    }

    @Override
    public int features() {
      return DigitImage.SIZE;
    }

    @Override
    public List<Prediction> predict(FeatureMatrix digits) {
      return IntStream.range(0, digits.rows()).mapToObj(row -> answer(digits.row(row))).toList();
    }

    @Override
    public ModelState state() {
      return new ModelState(name(), Map.of(), Map.of());
    }

    private static Prediction answer(float[] inkOfRows) {
      int ink = 0;
      for (float row : inkOfRows) {
        ink += (int) row;
      }
      return SampleAnswers.certain(ink % 10);
    }
  }
}
