package io.github.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.core.model.ProgressListener;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {
  @TempDir Path folder;

  @Test
  void aMatrixIsWrittenAsNumPyReadsIt() throws IOException {
    Path file = folder.resolve("m.npy");

    NpyFile.write(file, FeatureMatrix.wrap(2, 3, new float[] {0, 1, -2.5f, 3, 4, 5}));

    ByteBuffer npy = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(npy.capacity()).isEqualTo(128 + 24);
    byte[] magic = new byte[8];
    npy.get(magic);
    assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    assertThat(npy.getShort()).isEqualTo((short) (128 - 10));
    assertThat(header(npy))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }")
        .endsWith("\n");
    assertThat(npy.getFloat(128 + 8)).isEqualTo(-2.5f);
    assertThat(npy.getFloat(128 + 20)).isEqualTo(5);
  }

  @Test
  void numPyReadsItWhereverItWasWritten() throws IOException {
    Path file = folder.resolve("m.npy");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat("%d".formatted(23)).as("digits of this place").isNotEqualTo("23");
      NpyFile.write(file, FeatureMatrix.wrap(2, 3, new float[6]));
    } finally {
      Locale.setDefault(before);
    }

    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("'shape': (2, 3)");
  }

  @Test
  void aDataSetBecomesItsFeaturesAndLabels() throws IOException {
    LabeledDigits digits = SmallMnist.digits(0, 300);
    String data = SmallMnist.write(folder, "data", digits);
    Path out = folder.resolve("x.npy");
    Path labels = folder.resolve("y.npy");

    Invocation run =
        Invocation.of(
            "features",
            "--features",
            "zoning:4x4",
            "--data",
            data,
            "--out",
            out,
            "--labels",
            labels);

    assertThat(run.exit()).as(run.err()).isZero();
    List<DigitImage> normalized =
        new Normalizer(NormalizerSettings.defaults())
            .normalizeAll(digits.images(), ProgressListener.NONE)
            .digits();
    FeatureMatrix expected = FeatureExtractors.of("zoning:4x4").extractAll(normalized);
    assertThat(run.out()).contains("float32, 300 x " + expected.columns(), "int32, 300");
    ByteBuffer matrix = content(out, expected.values().length);
    for (float value : expected.values()) {
      assertThat(matrix.getFloat()).isEqualTo(value);
    }
    ByteBuffer truth = content(labels, 300);
    for (int label : digits.labels()) {
      assertThat(truth.getInt()).isEqualTo(label);
    }
  }

  /** The values at the end of a file, 4 bytes each, after a header of a multiple of 64 bytes. */
  private static ByteBuffer content(Path file, int values) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int header = bytes.length - 4 * values;
    assertThat(header % 64).isZero();
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(header);
  }

  private static String header(ByteBuffer npy) {
    byte[] text = new byte[118];
    npy.get(text);
    return new String(text, StandardCharsets.US_ASCII);
  }
}
