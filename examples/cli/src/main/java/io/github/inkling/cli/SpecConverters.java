package io.github.inkling.cli;

import io.github.inkling.classifiers.ensemble.CombinationMethod;
import io.github.inkling.core.model.Classifiers;
import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractors;
import io.github.inkling.core.model.Trainer;
import io.github.inkling.core.model.UnknownNameException;
import io.github.inkling.core.vision.AugmentationSettings;
import io.github.inkling.core.vision.Augmenter;
import io.github.inkling.core.vision.NormalizerSettings;
import io.github.inkling.core.vision.RescanSettings;
import io.github.inkling.evaluation.search.TunedSetting;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Turn what is named on the command line into what is meant, so that a wrong name is bad usage,
 * told before any work begins.
 */
final class SpecConverters {
  private SpecConverters() {}

  /** A file or folder. An empty name would be the current folder, which nobody means by it. */
  static final class FileName implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      return convertOrExplain(FileName::parse, text);
    }

    private static Path parse(String text) {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("the name is empty; name a file or folder");
      }
      // Its exception for what is no name anywhere is an IllegalArgumentException, too.
      return Path.of(text);
    }
  }

  /** Features, such as {@code hog+0.5*zoning:4x4}. */
  static final class Features implements ITypeConverter<FeatureExtractor> {
    @Override
    public FeatureExtractor convert(String text) {
      return convertOrExplain(FeatureExtractors::of, text);
    }
  }

  /** A classifier's trainer, such as {@code svm:c=10}. */
  static final class Classifier implements ITypeConverter<Trainer> {
    @Override
    public Trainer convert(String text) {
      return convertOrExplain(Classifiers::trainer, text);
    }
  }

  /** Features as they are named, once it is known that there are such. */
  static final class FeaturesName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      convertOrExplain(FeatureExtractors::of, text);
      return text;
    }
  }

  /** A classifier as it is named, once it is known that there is such a one. */
  static final class ClassifierName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      convertOrExplain(Classifiers::trainer, text);
      return text;
    }
  }

  /** Preprocessing as it is named, once it is known that it can be done. */
  static final class PreprocessingName implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      convertOrExplain(NormalizerSettings::parse, text);
      return text;
    }
  }

  /** A setting with values to try, such as {@code c=1/3/10}. */
  static final class Tuned implements ITypeConverter<TunedSetting> {
    @Override
    public TunedSetting convert(String text) {
      return convertOrExplain(TunedSetting::parse, text);
    }
  }

  /** A way to search, such as {@code random}. */
  static final class SearchKind implements ITypeConverter<SearchOptions.Kind> {
    @Override
    public SearchOptions.Kind convert(String text) {
      return convertOrExplain(SearchOptions.Kind::of, text);
    }
  }

  /** A data set, such as {@code mnist:train}. */
  static final class Data implements ITypeConverter<DataSpec> {
    @Override
    public DataSpec convert(String text) {
      return convertOrExplain(DataSpec::parse, text);
    }
  }

  /** A way to combine answers, such as {@code pool}. */
  static final class Method implements ITypeConverter<CombinationMethod> {
    @Override
    public CombinationMethod convert(String text) {
      return convertOrExplain(CombinationMethod::of, text);
    }
  }

  /** Preprocessing, such as {@code denoise=median}. */
  static final class Preprocessing implements ITypeConverter<NormalizerSettings> {
    @Override
    public NormalizerSettings convert(String text) {
      return convertOrExplain(NormalizerSettings::parse, text);
    }
  }

  /** Names of features, with commas between them. */
  static final class FeatureNames implements ITypeConverter<SpecList> {
    @Override
    public SpecList convert(String text) {
      return convertOrExplain(it -> known(SpecList.ofNames(it), FeatureExtractors::of), text);
    }
  }

  /** Names of classifiers, with commas between them. */
  static final class ClassifierNames implements ITypeConverter<SpecList> {
    @Override
    public SpecList convert(String text) {
      return convertOrExplain(it -> known(SpecList.ofNames(it), Classifiers::trainer), text);
    }
  }

  /** Ways of preprocessing, with commas between them. */
  static final class PreprocessingNames implements ITypeConverter<SpecList> {
    private static final String DEFAULT = "default";

    @Override
    public SpecList convert(String text) {
      return convertOrExplain(
          it -> known(SpecList.ofSettings(it, DEFAULT), NormalizerSettings::parse), text);
    }
  }

  private static SpecList known(SpecList specs, Consumer<String> maker) {
    specs.specs().forEach(maker);
    return specs;
  }

  /** Augmentation, such as {@code rotate=10}. */
  static final class Augmentation implements ITypeConverter<AugmentationSettings> {
    @Override
    public AugmentationSettings convert(String text) {
      return convertOrExplain(AugmentationSettings::parse, text);
    }
  }

  /** Rescanning, such as {@code share=0.5}. */
  static final class Rescan implements ITypeConverter<RescanSettings> {
    @Override
    public RescanSettings convert(String text) {
      return convertOrExplain(RescanSettings::parse, text);
    }
  }

  /** A number of copies. */
  static final class Copies implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return convertOrExplain(Copies::parse, text);
    }

    private static Integer parse(String text) {
      int copies = -1;
      try {
        copies = Integer.parseInt(text);
      } catch (NumberFormatException e) {
        // Refused below, as every number out of range.
      }
      if (copies < 0 || copies > Augmenter.MOST_COPIES) {
        throw new IllegalArgumentException(
            "the number of copies must be in 0..%d, not '%s'"
                .formatted(Augmenter.MOST_COPIES, text));
      }
      return copies;
    }
  }

  /** A share, such as {@code 0.1%} or {@code 0.001}. */
  static final class Share implements ITypeConverter<Double> {
    private static final double PERCENT = 100;

    @Override
    public Double convert(String text) {
      return convertOrExplain(Share::parse, text);
    }

    private static Double parse(String text) {
      double share = Double.NaN;
      try {
        share =
            text.endsWith("%")
                ? Double.parseDouble(text.substring(0, text.length() - 1)) / PERCENT
                : Double.parseDouble(text);
      } catch (NumberFormatException e) {
        // Refused below, as every number out of range.
      }
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "the share must be above 0 and below 1, as 0.1%% or 0.001, not '%s'".formatted(text));
      }
      return share;
    }
  }

  private static <T> T convertOrExplain(Function<String, T> conversion, String text) {
    try {
      return conversion.apply(text);
    } catch (IllegalArgumentException e) {
      TypeConversionException explained = new TypeConversionException(explain(e));
      explained.initCause(e);
      throw explained;
    }
  }

  /** What was wrong, and the name that was meant, if it is near one that is known. */
  private static String explain(IllegalArgumentException error) {
    if (error instanceof UnknownNameException unknown) {
      Optional<String> meant = Spelling.nearest(unknown.name(), unknown.known());
      if (meant.isPresent()) {
        return "%s (did you mean %s?)".formatted(unknown.getMessage(), meant.get());
      }
    }
    return error.getMessage();
  }
}
