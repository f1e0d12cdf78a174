package io.github.inkling.classifiers.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.FeatureMatrix;
import io.github.inkling.mnist.Mnist;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Features by Java and by ONNX Runtime. */
class FeatureGraphsTest {
  private static final List<DigitImage> DIGITS = digits();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hog",
        "hog:root=false,signed=false,bins=9",
        "hog:cell=4,block=1,stride=1,bins=2",
        "hog:cell=2/7,block=2,stride=2,bins=3,weights=0.25/2",
        "hog:cell=4,block=3,stride=2,bins=7,signed=false",
        "zoning",
        "zoning:5x3,soft=false",
        "zoning:1x28,directions=4",
        "zoning:6x6,directions=5,soft=false",
        "edges",
        "edges:grid=4x3,bins=2",
        "edges:grid=7x7,bins=9",
        "projection",
        "projection:diagonals=true",
        "pixels",
        "pixels:size=14",
        "pixels:size=4",
        "pixels:size=1",
        "scattering:scales=3,root=false",
        "scattering:scales=1,orientations=3,root=false",
        "scattering:scales=4,orientations=2,root=false",
        "scattering:scales=2,orientations=5,order=1,root=false",
        "scattering:order=0",
        "hog+0.5*zoning:4x4",
        "3*pixels:size=7+projection+0.125*edges"
      })
  void featuresAreThoseOfTheExtractor(String spec) throws OrtException {
    assertThat(largestDifference(spec, DIGITS)).isLessThan(3e-5);
  }

  /** Roots of what is nothing but rounding, in Java as in the graph, where a digit has no ink. */
  @ParameterizedTest
  @CsvSource({"'scattering', 5e-4", "'scattering:scales=1,orientations=2', 2e-3"})
  void rootsOfScatteringAreThoseOfTheExtractorUpToRounding(String spec, double most)
      throws OrtException {
    assertThat(largestDifference(spec, DIGITS)).isLessThan(most);
  }

  @Test
  void aBlankDigitHasTheFeaturesOfTheExtractor() throws OrtException {
    var blank = List.of(DigitImage.of(new byte[DigitImage.PIXELS]));
    assertThat(largestDifference("hog+edges+zoning:4x4,directions=4+scattering", blank))
        .isLessThan(1e-6);
  }

  @Test
  void featuresThatAGraphCannotExpressAreRefusedByName() {
    assertThatThrownBy(() -> graphOf(FeatureExtractors.of("hog+contours").spec()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the features contours cannot be expressed as an ONNX graph; those that can are"
                + " edges, hog, pixels, projection, scattering, zoning");
    assertThatThrownBy(() -> graphOf(FeatureExtractors.of("edges:operator=canny").spec()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "edges with operator=canny cannot be expressed as an ONNX graph; edges:operator=sobel"
                + " can");
  }

  /** Of a version that has one more: to leave it out would be wrong in silence. */
  @ParameterizedTest
  @ValueSource(strings = {"hog:cell=7,new=1", "zoning:4x4,new=1", "scattering:new=1"})
  void aSettingThatIsNotKnownIsRefused(String spec) {
    assertThatThrownBy(() -> graphOf(spec)).hasMessageContaining("unknown setting 'new'");
  }

  private static double largestDifference(String spec, List<DigitImage> digits)
      throws OrtException {
    FeatureExtractor extractor = FeatureExtractors.of(spec);
    FeatureMatrix expected = extractor.extractAll(digits);
    float[][] actual;
    try (RunningGraph graph = new RunningGraph(graphOf(extractor.spec()))) {
      actual = graph.run(digits);
    }
    double largest = 0;
    for (int digit = 0; digit < digits.size(); digit++) {
      assertThat(actual[digit]).hasSize(extractor.length());
      for (int i = 0; i < extractor.length(); i++) {
        float value = expected.values()[digit * extractor.length() + i];
        double difference = Math.abs(actual[digit][i] - value);
        // Math.max passes NaN on, which is less than nothing.
        largest = Math.max(largest, difference);
      }
    }
    return largest;
  }

  private static byte[] graphOf(String spec) {
    Graph graph = new Graph();
    Tensor pixels = graph.input("pixels", 1, DigitImage.SIZE, DigitImage.SIZE);
    graph.output(
        "features", FeatureGraphs.describe(spec, pixels), FeatureExtractors.of(spec).length());
    return OnnxExport.model(graph).build().toByteArray();
  }

  private static List<DigitImage> digits() {
    List<DigitImage> digits = new ArrayList<>();
    Mnist.test().first(60).images().forEach(image -> digits.add(DigitImage.of(image.pixels())));
    Random random = new Random(1);
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int i = 0; i < 20; i++) {
      random.nextBytes(pixels);
      digits.add(DigitImage.of(pixels));
    }
    Arrays.fill(pixels, (byte) 255);
    digits.add(DigitImage.of(pixels));
    for (int corner : new int[] {0, 27, 784 - 28, 783, 400}) {
      byte[] single = new byte[DigitImage.PIXELS];
      single[corner] = (byte) (corner % 200 + 1);
      digits.add(DigitImage.of(single));
    }
    return digits;
  }
}
