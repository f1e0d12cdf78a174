package io.github.inkling.classifiers.smile;

import io.github.inkling.core.recognizer.PretrainedProvider;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The model that comes along: a multilayer perceptron trained on MNIST, whose digits are under CC
 * BY-SA 3.0. The command that trained it stands in {@code docs/model-file.md}.
 */
public final class PretrainedMlp implements PretrainedProvider {
  private static final String RESOURCE = "pretrained.inkling";

  /** Called by {@link java.util.ServiceLoader}. */
  public PretrainedMlp() {}

  @Override
  public InputStream open() throws IOException {
    InputStream in = PretrainedMlp.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new FileNotFoundException(
          RESOURCE + ": is not in the jar of inkling-smile; build or fetch the jar again");
    }
    return in;
  }
}
