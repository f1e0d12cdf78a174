package io.github.inkling.core.recognizer;

import java.io.IOException;
import java.io.InputStream;

/**
 * Brings a trained recognizer along, for {@link DigitRecognizer#pretrained()}. Found by {@link
 * java.util.ServiceLoader}; of several, the first on the class path counts.
 */
public interface PretrainedProvider {
  /**
   * Opens the model file.
   *
   * @return its content, to be closed by the caller
   * @throws IOException if it cannot be opened
   */
  InputStream open() throws IOException;
}
