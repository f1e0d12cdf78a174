package io.github.inkling.core.dataset;

import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ParallelBlocks;
import io.github.inkling.core.model.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decodes picture files on all cores. Of several pictures that cannot be decoded, the first in the
 * list is reported, whichever thread came upon its own first.
 */
final class ParallelDecoding {
  private static final String STAGE = "Reading pictures";

  private final Path folder;
  private final List<Path> files;
  private final GrayImage[] images;
  private final AtomicInteger decoded = new AtomicInteger();
  private final AtomicLong pixels = new AtomicLong();

  private ParallelDecoding(Path folder, List<Path> files) {
    this.folder = folder;
    this.files = files;
    this.images = new GrayImage[files.size()];
  }

  /** Decodes the files of a folder, which is named if they are too many for memory. */
  static List<GrayImage> decode(Path folder, List<Path> files, ProgressListener progress)
      throws IOException {
    ParallelDecoding decoding = new ParallelDecoding(folder, files);
    try {
      ParallelBlocks.forEach(
          files.size(), 1, STAGE, progress, (file, next) -> decoding.decode(file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return Arrays.asList(decoding.images);
  }

  private void decode(int file) {
    try {
      GrayImage image = GrayImage.read(files.get(file));
      long size = (long) image.width() * image.height();
      DigitCollector.requireRoom(folder, decoded.incrementAndGet(), pixels.addAndGet(size));
      images[file] = image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
