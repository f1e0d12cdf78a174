package io.github.inkling.examples;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorProvider;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.recognizer.DigitRecognizer;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** How do I write my own feature extractor, and save and load a model that uses it? */
public final class OwnFeatureExtractor {
  private OwnFeatureExtractor() {}

  /** The ink's share of each of the 28 rows. */
  record RowInk(String spec, int length) implements FeatureExtractor {
    @Override
    public void extract(List<DigitImage> digits, float[] rows) {
      for (int i = 0; i < digits.size(); i++) {
        for (int y = 0; y < length; y++) {
          for (int x = 0; x < DigitImage.SIZE; x++) {
            rows[i * length + y] += digits.get(i).at(x, y) / (255f * DigitImage.SIZE);
          }
        }
      }
    }
  }

  /** Makes it from its name, which is what a model file keeps of it. */
  record RowInkProvider(String name) implements FeatureExtractorProvider {
    @Override
    public FeatureExtractor create(ComponentSpec spec) {
      return new RowInk(spec.allow().name(), DigitImage.SIZE);
    }
  }

  /**
   * Prints how a digit is read with the extractor.
   *
   * @param args none
   * @throws IOException if the model cannot be saved or loaded
   */
  public static void main(String[] args) throws IOException {
    FeatureExtractorProvider provider = new RowInkProvider("rowink");
    FeatureExtractor features = FeatureExtractors.with(provider).parse("rowink+zoning:4x4");
    DigitRecognizer recognizer =
        DigitRecognizer.trainer()
            .features(features)
            .classifier("knn:k=3")
            .train(Mnist.train().select(IntStream.range(0, 3000).toArray()));

    Path model = Files.createTempFile("digits", ".inkling");
    try {
      recognizer.save(model);
      DigitRecognizer loaded = DigitRecognizer.load(model, provider);
      System.out.println(features.spec() + ": " + loaded.recognize(Mnist.test().image(0)));
    } finally {
      Files.delete(model);
    }
  }
}
