package io.github.inkling.features;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.opencv.OpenCv;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opencv.core.Size;
import org.opencv.objdetect.HOGDescriptor;

/**
 * OpenCV's descriptors, one for each way of making histograms. The binding gives no way to free
 * one, so they are shared and kept: computing does not change them, and there are but 13,230 ways
 * that {@link HogSettings} allows, of about 900 bytes each.
 */
final class HogDescriptors {
  private static final double SIGMA_OF_BLOCK = -1; // OpenCV's word for a quarter of the block
  private static final int L2_HYS = 0;
  private static final double L2_HYS_CLIP = 0.2;

  private static final Map<Layout, HOGDescriptor> DESCRIPTORS = new ConcurrentHashMap<>();

  private HogDescriptors() {}

  /** The descriptor of the scale whose cells have this width. */
  static HOGDescriptor of(HogSettings settings, int cell) {
    Layout layout =
        new Layout(cell, settings.block(), settings.stride(), settings.bins(), settings.signed());
    return DESCRIPTORS.computeIfAbsent(layout, Layout::descriptor);
  }

  private record Layout(int cell, int block, int stride, int bins, boolean signed) {
    HOGDescriptor descriptor() {
      OpenCv.load();
      return new HOGDescriptor(
          square(DigitImage.SIZE),
          square(block * cell),
          square(stride * cell),
          square(cell),
          bins,
          1,
          SIGMA_OF_BLOCK,
          L2_HYS,
          L2_HYS_CLIP,
          true,
          HOGDescriptor.DEFAULT_NLEVELS,
          signed);
    }

    private static Size square(int side) {
      return new Size(side, side);
    }
  }
}
