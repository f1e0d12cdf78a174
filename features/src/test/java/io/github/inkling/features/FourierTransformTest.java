package io.github.inkling.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTransformTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 16, 32})
  void theSpectrumIsThatOfTheDefinitionTransposed(int size) {
    ComplexGrid picture = noise(size);
    double[][] expected = definition(picture);
    ComplexGrid spectrum = new ComplexGrid(size);

    new FourierTransform(size).forward(picture, spectrum);

    for (int i = 0; i < size * size; i++) {
      int transposed = i % size * size + i / size;
      assertThat((double) spectrum.real()[transposed]).isCloseTo(expected[0][i], within(1e-4));
      assertThat((double) spectrum.imaginary()[transposed]).isCloseTo(expected[1][i], within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 16, 32})
  void theInverseGivesThePictureBack(int size) {
    ComplexGrid picture = noise(size);
    float[] real = picture.real().clone();
    float[] imaginary = picture.imaginary().clone();
    FourierTransform transform = new FourierTransform(size);
    ComplexGrid spectrum = new ComplexGrid(size);
    ComplexGrid back = new ComplexGrid(size);

    transform.forward(picture, spectrum);
    transform.inverse(spectrum, back);

    assertThat(back.real()).containsExactly(real, within(1e-5f));
    assertThat(back.imaginary()).containsExactly(imaginary, within(1e-5f));
  }

  private static double[][] definition(ComplexGrid picture) {
    int size = picture.size();
    double[][] spectrum = new double[2][size * size];
    for (int v = 0; v < size; v++) {
      for (int u = 0; u < size; u++) {
        for (int y = 0; y < size; y++) {
          for (int x = 0; x < size; x++) {
            double angle = -2 * Math.PI * (u * x + v * y) / size;
            double real = picture.real()[y * size + x];
            double imaginary = picture.imaginary()[y * size + x];
            spectrum[0][v * size + u] += real * Math.cos(angle) - imaginary * Math.sin(angle);
            spectrum[1][v * size + u] += real * Math.sin(angle) + imaginary * Math.cos(angle);
          }
        }
      }
    }
    return spectrum;
  }

  private static ComplexGrid noise(int size) {
    SplittableRandom random = new SplittableRandom(size);
    ComplexGrid grid = new ComplexGrid(size);
    for (int i = 0; i < size * size; i++) {
      grid.real()[i] = (float) random.nextDouble(-1, 1);
      grid.imaginary()[i] = (float) random.nextDouble(-1, 1);
    }
    return grid;
  }
}
