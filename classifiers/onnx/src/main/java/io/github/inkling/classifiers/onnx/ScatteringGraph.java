package io.github.inkling.classifiers.onnx;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.model.ComponentSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Wavelet scattering: the nodes of what {@code ScatteringFeatures} computes. Fourier transforms are
 * products with matrices of cosines and sines; pictures become smaller as they are transformed back
 * at every second, or every fourth, row and column alone.
 */
final class ScatteringGraph implements FeatureGraph {
  private static final int SIZE = ScatteringWavelets.SIZE;
  private static final long MARGIN = (SIZE - DigitImage.SIZE) / 2;

  @Override
  public String name() {
    return "scattering";
  }

  @Override
  public Tensor describe(ComponentSpec spec, Ink ink) {
    spec.allow("scales", "orientations", "order", "root");
    int scales = spec.integer("scales", 0);
    int orientations = spec.integer("orientations", 0);
    int order = spec.integer("order", 0);
    int places = SIZE >> scales;
    long pairs = (long) orientations * orientations;
    Tensor picture =
        ink.graph()
            .node(
                "Pad",
                List.of(),
                ink.levels().over(Ink.FULL),
                ink.graph().constants(0, 0, MARGIN, MARGIN, 0, 0, MARGIN, MARGIN));
    List<Tensor> parts = new ArrayList<>();
    parts.add(means(picture, 1, SIZE, places).reshape((long) places * places));
    Tensor spectrum = order == 0 ? picture : spectrum(picture, 1, SIZE);
    for (int scale = 0; order > 0 && scale < scales; scale++) {
      Tensor seen = seen(spectrum, SIZE, scale, orientations, orientations);
      int size = size(scale);
      long rest = order == 1 ? 0 : scales - scale - 1;
      List<Tensor> paths = new ArrayList<>();
      paths.add(means(seen, orientations, size, places).reshape(orientations, 1, places, places));
      if (rest > 0) {
        Tensor further =
            spectrum(seen, orientations, size).reshape(orientations, 1, size, 2L * size);
        for (int next = scale + 1; next < scales; next++) {
          Tensor twice = seen(further, size, next, orientations, pairs);
          paths.add(
              means(twice, pairs, size(next), places)
                  .reshape(orientations, orientations, places, places));
        }
      }
      parts.add(
          Tensor.join(2, paths)
              .reshape(orientations * (1 + rest * orientations) * places * places));
    }
    Tensor all = Tensor.join(1, parts);
    return spec.flag("root", false) ? all.squareRoot() : all;
  }

  /** Width of a picture behind the wavelets of a scale. */
  private static int size(int scale) {
    return SIZE >> Math.max(0, scale - 1);
  }

  /** From digits x views x size x size to digits x views x places x places. */
  private static Tensor means(Tensor pictures, long views, int size, int places) {
    Tensor windows =
        pictures.graph().constants(ScatteringWavelets.windows(size, places), size, places);
    return pictures
        .product(windows)
        .transposedProduct(views, size, places, windows, places)
        .transpose(0, 1, 3, 2);
  }

  /**
   * Real pictures' Fourier transforms.
   *
   * @param pictures digits x views x size x size
   * @return digits x views x size x 2 size: the frequencies along x in rows, those along y side by
   *     side, first the real and then the imaginary parts
   */
  private static Tensor spectrum(Tensor pictures, long views, int size) {
    Tensor waves = waves(pictures.graph(), size, size, -1);
    Tensor products =
        pictures.product(waves).transposedProduct(views, size, 2L * size, waves, 2L * size);
    return Tensor.join(-1, List.of(real(products, size), imaginary(products, size)));
  }

  /**
   * What the wavelets of a scale see, regardless of phase.
   *
   * @param spectrum of pictures of this size; each is seen by the wavelets of all orientations
   * @param views how many views there are of a digit then
   * @return digits x views x width x width, which is that of {@link #size(int)}
   */
  private static Tensor seen(Tensor spectrum, int size, int scale, int orientations, long views) {
    Graph graph = spectrum.graph();
    int width = size(scale);
    Tensor wavelets =
        graph.constants(
            ScatteringWavelets.spectra(size, scale, orientations), orientations, size, 2L * size);
    Tensor waves = waves(graph, size, width, 1);
    // Both parts of the spectrum with both parts of the waves; i times i is -1.
    Tensor turned =
        Tensor.join(
            1, List.of(waves.slice(1, width, 2L * width).times(-1), waves.slice(1, 0, width)));
    Tensor rows =
        spectrum
            .times(wavelets)
            .reshape(views, size, 2L * size)
            .product(Tensor.join(0, List.of(waves, turned)));
    Tensor products = rows.transposedProduct(views, size, 2L * width, waves, 2L * width);
    Tensor real = real(products, width);
    Tensor imaginary = imaginary(products, width);
    return real.times(real).plus(imaginary.times(imaginary)).squareRoot();
  }

  /**
   * The real part of the products of two complex factors, the one in rows, the other in columns.
   */
  private static Tensor real(Tensor products, int size) {
    Tensor ofReal = products.slice(-2, 0, size).slice(-1, 0, size);
    Tensor ofImaginary = products.slice(-2, size, 2L * size).slice(-1, size, 2L * size);
    return ofReal.minus(ofImaginary);
  }

  private static Tensor imaginary(Tensor products, int size) {
    Tensor first = products.slice(-2, 0, size).slice(-1, size, 2L * size);
    return first.plus(products.slice(-2, size, 2L * size).slice(-1, 0, size));
  }

  /**
   * Cosines and, side by side with them, sines of {@code sign * 2π f p / size}, for all f in rows
   * and {@code count} evenly spaced p in columns.
   */
  private static Tensor waves(Graph graph, int size, int count, int sign) {
    float[] waves = new float[size * 2 * count];
    for (int f = 0; f < size; f++) {
      for (int place = 0; place < count; place++) {
        double angle = sign * 2 * Math.PI * (f * place * (size / count) % size) / size;
        waves[f * 2 * count + place] = (float) Math.cos(angle);
        waves[f * 2 * count + count + place] = (float) Math.sin(angle);
      }
    }
    return graph.constants(waves, size, 2L * count);
  }
}
