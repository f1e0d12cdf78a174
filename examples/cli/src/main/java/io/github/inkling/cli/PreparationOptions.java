package io.github.inkling.cli;

import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.recognizer.Preparation;
import io.github.inkling.core.recognizer.RecognizerTrainer;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import picocli.CommandLine.Option;

/** The options that say how pictures become features. */
final class PreparationOptions {
  @Option(
      names = "--features",
      paramLabel = "F",
      defaultValue = RecognizerTrainer.DEFAULT_FEATURES,
      converter = SpecConverters.Features.class,
      description = {
        "What describes a digit: hog, scattering, zoning, edges, contours, projection, pixels;"
            + " with settings, as in zoning:4x4; several joined by +, as in hog+0.5*zoning.",
        "Default: ${DEFAULT-VALUE}"
      })
  private FeatureExtractor features;

  @Option(
      names = "--preprocessing",
      paramLabel = "P",
      defaultValue = "",
      converter = SpecConverters.Preprocessing.class,
      description = {
        "How pictures are normalised, as in denoise=median,deskew=false.",
        "Default: as suits most pictures"
      })
  private NormalizerSettings preprocessing;

  FeatureExtractor features() {
    return features;
  }

  NormalizerSettings preprocessing() {
    return preprocessing;
  }

  Preparation preparation() {
    return new Preparation(new Normalizer(preprocessing), features);
  }
}
