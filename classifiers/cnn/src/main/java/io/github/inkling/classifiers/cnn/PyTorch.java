package io.github.inkling.classifiers.cnn;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Properties;

/**
 * The one door to PyTorch. DJL fetches from the net what it does not find on the class path; here
 * it is told that there is no net, and what is missing is named.
 */
final class PyTorch {
  private static final String NATIVES = "native/lib/pytorch.properties";
  private static final String BINDING = "jnilib/pytorch.properties";
  private static final String OFFLINE = "ai.djl.offline";

  private PyTorch() {}

  /**
   * Opens a scope for arrays: closing it releases their memory. On a machine with a GPU they are on
   * it where its natives are on the class path.
   *
   * @throws IllegalStateException if PyTorch is not there for this platform, naming the artifact
   */
  static NDManager open() {
    if (Holder.FAILURE != null) {
      throw new IllegalStateException(Holder.FAILURE);
    }
    return Holder.engine.newBaseManager();
  }

  private static final class Holder {
    private static Engine engine;

    static final String FAILURE = tryToLoad();

    private static String tryToLoad() {
      String missing = missing();
      if (missing != null) {
        return missing;
      }
      String before = System.getProperty(OFFLINE);
      System.setProperty(OFFLINE, "true");
      try {
        engine = Engine.getEngine("PyTorch");
        return null;
      } catch (RuntimeException | LinkageError e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return "PyTorch does not load on %s: %s".formatted(platform(), cause);
      } finally {
        if (before == null) {
          System.clearProperty(OFFLINE);
        }
      }
    }
  }

  /** What is not on the class path, and what to do; null if all is there. */
  private static String missing() {
    // Whoever names a folder of its own has it from elsewhere.
    if (System.getenv("PYTORCH_LIBRARY_PATH") != null) {
      return null;
    }
    String version = Libraries.versions().get("pytorch");
    if (!hasNatives()) {
      return "the cnn needs PyTorch for %s, which is not on the class path; add ai.djl.pytorch:pytorch-native-cpu:%s with the classifier %s"
          .formatted(platform(), version, platform());
    }
    if (PyTorch.class.getClassLoader().getResource(BINDING) == null) {
      return "the cnn needs DJL's binding of PyTorch, which is not on the class path; add ai.djl.pytorch:pytorch-jni:%s-%s"
          .formatted(version, Libraries.versions().get("djl"));
    }
    return null;
  }

  private static boolean hasNatives() {
    try {
      for (URL url : Collections.list(PyTorch.class.getClassLoader().getResources(NATIVES))) {
        if (platform().equals(classifier(url))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("the class path cannot be read", e);
    }
  }

  private static String classifier(URL url) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = url.openStream()) {
      properties.load(in);
    }
    return properties.getProperty("classifier");
  }

  /** As the natives' artifacts name it, such as {@code linux-x86_64}. */
  private static String platform() {
    Platform platform = Platform.fromSystem("pytorch");
    return (platform.getOsPrefix() + "-" + platform.getOsArch()).toLowerCase(Locale.ROOT);
  }
}
