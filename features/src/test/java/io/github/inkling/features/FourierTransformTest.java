package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTransformTest {
  private static final int PICTURES = 3;

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 16, 32})
  void spectraAreThoseOfTheDefinitionTransposed(int size) {
    ComplexGrid pictures = noise(size);
    ComplexGrid before = noise(size);
    ComplexGrid spectra = new ComplexGrid(size, PICTURES);

    new FourierTransform(size, PICTURES).forward(pictures, spectra);

    for (int picture = 0; picture < PICTURES; picture++) {
      for (int u = 0; u < size; u++) {
        for (int v = 0; v < size; v++) {
          double[] expected = definition(before, picture, u, v);
          int at = v * PICTURES + picture;
          assertThat((double) spectra.real()[u][at]).isCloseTo(expected[0], within(1e-4));
          assertThat((double) spectra.imaginary()[u][at]).isCloseTo(expected[1], within(1e-4));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 16, 32})
  void theInverseGivesPicturesBack(int size) {
    ComplexGrid pictures = noise(size);
    ComplexGrid before = noise(size);
    FourierTransform transform = new FourierTransform(size, PICTURES);
    ComplexGrid spectra = new ComplexGrid(size, PICTURES);
    ComplexGrid back = new ComplexGrid(size, PICTURES);

    transform.forward(pictures, spectra);
    transform.inverse(spectra, back);

    for (int row = 0; row < size; row++) {
      assertThat(back.real()[row]).containsExactly(before.real()[row], within(1e-5f));
      assertThat(back.imaginary()[row]).containsExactly(before.imaginary()[row], within(1e-5f));
    }
  }

  /** The spectrum of one picture at the frequencies u along its rows and v down its columns. */
  private static double[] definition(ComplexGrid pictures, int picture, int u, int v) {
    int size = pictures.size();
    double[] sum = new double[2];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double angle = -2 * Math.PI * (u * x + v * y) / size;
        double real = pictures.real()[y][x * PICTURES + picture];
        double imaginary = pictures.imaginary()[y][x * PICTURES + picture];
        sum[0] += real * Math.cos(angle) - imaginary * Math.sin(angle);
        sum[1] += real * Math.sin(angle) + imaginary * Math.cos(angle);
      }
    }
    return sum;
  }

  private static ComplexGrid noise(int size) {
    SplittableRandom random = new SplittableRandom(size);
    ComplexGrid grid = new ComplexGrid(size, PICTURES);
    for (int row = 0; row < size; row++) {
      for (int i = 0; i < size * PICTURES; i++) {
        grid.real()[row][i] = (float) random.nextDouble(-1, 1);
        grid.imaginary()[row][i] = (float) random.nextDouble(-1, 1);
      }
    }
    return grid;
  }
}
