package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.inkling.core.model.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyFileTest {
  @TempDir private Path folder;

  @Test
  void aMatrixIsReadRowByRow() throws IOException {
    Path file = NpyArrays.floats(folder.resolve("x.npy"), 2, 3, 1, 2, 3, 4, 5, 6.5f);

    assertThat(NpyFile.matrix(file))
        .isEqualTo(FeatureMatrix.ofRows(new float[] {1, 2, 3}, new float[] {4, 5, 6.5f}));
  }

  @Test
  void labelsAreReadFromOneDimension() throws IOException {
    Path file = NpyArrays.ints(folder.resolve("y.npy"), "(3,)", 7, 0, 9);

    assertThat(NpyFile.labels(file).toArray()).containsExactly(7, 0, 9);
  }

  @Test
  void moreValuesThanABlockAreReadToTheLast() throws IOException {
    float[] values = new float[70_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Path file = NpyArrays.floats(folder.resolve("x.npy"), 7_000, 10, values);

    assertThat(NpyFile.matrix(file).values()).isEqualTo(values);
  }

  @Test
  void aShapeThatTheFileDoesNotHoldIsRefusedBeforeMemoryIsTaken() throws IOException {
    Path file =
        NpyArrays.write(folder.resolve("x.npy"), "<f4", "(999999, 2000)", new byte[] {0, 0, 0, 0});

    assertThatIOException()
        .isThrownBy(() -> NpyFile.matrix(file))
        .withMessageContaining("x.npy: has 132 bytes, but its shape needs 7999992128");
  }

  @Test
  void anotherTypeIsRefused() throws IOException {
    Path file = NpyArrays.ints(folder.resolve("y.npy"), "(1,)", 7);

    assertThatIOException()
        .isThrownBy(() -> NpyFile.matrix(file))
        .withMessageContaining("a float32 array in C order is wanted")
        .withMessageContaining("<i4");
  }

  @Test
  void notANumberIsRefused() throws IOException {
    Path file = NpyArrays.floats(folder.resolve("x.npy"), 1, 1, Float.NaN);

    assertThatIOException()
        .isThrownBy(() -> NpyFile.matrix(file))
        .withMessageContaining("x.npy: ")
        .withMessageContaining("NaN");
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.npy"), "features");

    assertThatIOException()
        .isThrownBy(() -> NpyFile.matrix(file))
        .withMessageContaining("x.npy: is no NumPy file");
  }
}
