package io.github.inkling.cli;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.mnist.Mnist;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Some of MNIST's training digits as files. */
final class SmallMnist {
  private static final LabeledDigits TRAINING = Mnist.train();

  private SmallMnist() {}

  static LabeledDigits digits(int from, int to) {
    return TRAINING.select(IntStream.range(from, to).toArray());
  }

  /** Writes digits as IDX files and returns the name of this data set for the command line. */
  static String write(Path folder, String name, int from, int to) throws IOException {
    return write(folder, name, digits(from, to));
  }

  static String write(Path folder, String name, LabeledDigits digits) throws IOException {
    Path images = Files.write(folder.resolve(name + "-images"), images(digits));
    Path labels = Files.write(folder.resolve(name + "-labels"), labels(digits));
    return Invocation.idx(images, labels);
  }

  static byte[] images(LabeledDigits digits) {
    ByteBuffer idx = ByteBuffer.allocate(16 + 784 * digits.size());
    idx.putInt(0x803).putInt(digits.size()).putInt(28).putInt(28);
    digits.images().forEach(image -> idx.put(image.pixels()));
    return idx.array();
  }

  static byte[] labels(LabeledDigits digits) {
    ByteBuffer idx = ByteBuffer.allocate(8 + digits.size());
    idx.putInt(0x801).putInt(digits.size());
    IntStream.of(digits.labels()).forEach(label -> idx.put((byte) label));
    return idx.array();
  }
}
