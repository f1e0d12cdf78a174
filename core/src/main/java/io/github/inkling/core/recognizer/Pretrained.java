package io.github.inkling.core.recognizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ServiceLoader;

/** The recognizer that comes along: loaded when it is first asked for, and then kept. */
final class Pretrained {
  private static final Pretrained SHARED = new Pretrained();

  private volatile DigitRecognizer recognizer;

  private Pretrained() {}

  static DigitRecognizer recognizer() {
    return SHARED.loadedOnce();
  }

  private DigitRecognizer loadedOnce() {
    DigitRecognizer loaded = recognizer;
    if (loaded == null) {
      synchronized (this) {
        loaded = recognizer;
        if (loaded == null) {
          loaded = load();
          recognizer = loaded;
        }
      }
    }
    return loaded;
  }

  private static DigitRecognizer load() {
    PretrainedProvider provider =
        ServiceLoader.load(PretrainedProvider.class, Pretrained.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "there is no pretrained recognizer on the class path; add"
                            + " io.github.inkling:inkling-smile, or load a model file"));
    try (InputStream in = provider.open()) {
      return DigitRecognizer.load(in, "the model of " + provider.getClass().getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
