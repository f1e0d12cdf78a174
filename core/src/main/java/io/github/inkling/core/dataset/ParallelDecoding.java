package io.github.inkling.core.dataset;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.model.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decodes picture files on all cores. Of several pictures that cannot be decoded, the first in the
 * list is reported, whichever thread came upon its own first.
 */
final class ParallelDecoding {
  private static final String STAGE = "Reading pictures";

  private final Path folder;
  private final List<Path> files;
  private final ProgressListener progress;
  private final GrayImage[] images;
  private long pixels;
  private int done;
  private int failedAt = Integer.MAX_VALUE;
  private IOException failure;

  private ParallelDecoding(Path folder, List<Path> files, ProgressListener progress) {
    this.folder = folder;
    this.files = files;
    this.progress = progress;
    this.images = new GrayImage[files.size()];
  }

  /** Decodes the files of a folder, which is named if they are too many for memory. */
  static List<GrayImage> decode(Path folder, List<Path> files, ProgressListener progress)
      throws IOException {
    ParallelDecoding decoding = new ParallelDecoding(folder, files, progress);
    IntStream.range(0, files.size()).parallel().forEach(decoding::decode);
    decoding.requireSuccess();
    return Arrays.asList(decoding.images);
  }

  private void decode(int index) {
    if (isAfterFailure(index)) {
      return;
    }
    try {
      succeeded(index, GrayImage.read(files.get(index)));
    } catch (IOException e) {
      failed(index, e);
    }
  }

  private synchronized boolean isAfterFailure(int index) {
    return index > failedAt;
  }

  private synchronized void succeeded(int index, GrayImage image) throws MalformedFileException {
    pixels += (long) image.width() * image.height();
    done++;
    DigitCollector.requireRoom(folder, done, pixels);
    images[index] = image;
    progress.progress(STAGE, done, files.size());
  }

  private synchronized void failed(int index, IOException e) {
    if (index < failedAt) {
      failedAt = index;
      failure = e;
    }
  }

  private synchronized void requireSuccess() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
