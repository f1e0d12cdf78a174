package io.github.inkling.features;

import io.github.inkling.core.model.FeatureExtractor;
import io.github.inkling.core.model.FeatureExtractorContract;
import io.github.inkling.core.model.FeatureExtractors;
import org.junit.jupiter.api.Nested;

/** Every extractor of this module, and a concatenation of them all, keeps to the contract. */
class ContractTest {
  @Nested
  class Hog implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return new HogFeatures(HogSettings.defaults());
    }
  }

  @Nested
  class Scattering implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return new ScatteringFeatures(new ScatteringSettings(3, 4, 2, true));
    }
  }

  @Nested
  class Zoning implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return new ZoningFeatures(new ZoningSettings(new GridSize(5, 4), 6, true));
    }
  }

  @Nested
  class HardZoning implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return new ZoningFeatures(new ZoningSettings(new GridSize(5, 3), 0, false));
    }
  }

  @Nested
  class SobelEdges implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return new EdgeFeatures(EdgeSettings.defaults());
    }
  }

  @Nested
  class CannyEdges implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return new EdgeFeatures(new EdgeSettings(EdgeOperator.CANNY, new GridSize(3, 4), 5));
    }
  }

  @Nested
  class Contours implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return new ContourFeatures(ContourSettings.defaults());
    }
  }

  @Nested
  class Projections implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return new ProjectionFeatures(true);
    }
  }

  @Nested
  class Pixels implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return new PixelFeatures(14);
    }
  }

  @Nested
  class Concatenation implements FeatureExtractorContract {
    @Override
    public FeatureExtractor extractor() {
      return FeatureExtractors.of(
          "hog+0.5*zoning:4x4+0.00001*edges+contours:grid=1x1+3*projection+pixels:size=7");
    }
  }
}
