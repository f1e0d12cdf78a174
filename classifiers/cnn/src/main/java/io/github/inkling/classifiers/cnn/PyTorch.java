package io.github.inkling.classifiers.cnn;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.util.Platform;
import ai.djl.util.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The one door to PyTorch. DJL fetches from the net what it does not find on the class path, and
 * tells the net of its start; here it is told that there is no net, and what is missing is named.
 */
final class PyTorch {
  private static final String NATIVES = "native/lib/pytorch.properties";
  private static final String BINDING = "jnilib/pytorch.properties";

  /** Those of the artifact {@code pytorch-native-cpu}. */
  private static final List<String> PLATFORMS =
      List.of("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64");

  /** What keeps DJL from the net, each by itself. */
  private static final Map<String, String> AT_HOME =
      Map.of("ai.djl.offline", "true", "OPT_OUT_TRACKING", "true");

  private static Engine engine;

  private PyTorch() {}

  /**
   * Opens a scope for arrays: closing it releases their memory. On a machine with a GPU they are on
   * it where its natives are on the class path.
   *
   * @throws IllegalStateException if PyTorch is not there for this platform, naming the artifact
   */
  static NDManager open() {
    return engine().newBaseManager();
  }

  /**
   * Makes sure that PyTorch is there.
   *
   * @throws IllegalStateException if it is not, naming the artifact
   */
  static void load() {
    engine();
  }

  private static synchronized Engine engine() {
    if (engine == null) {
      engine = find();
    }
    return engine;
  }

  private static Engine find() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    Properties properties = (Properties) System.getProperties().clone();
    // Where DJL looks for itself, whoever's thread this is.
    thread.setContextClassLoader(PyTorch.class.getClassLoader());
    AT_HOME.forEach(System::setProperty);
    try {
      requireParts();
      if (!Utils.isOfflineMode()) {
        throw new IllegalStateException(
            "DJL_OFFLINE is '%s', which lets DJL fetch from the net; set it to true, or not at all"
                .formatted(System.getenv("DJL_OFFLINE")));
      }
      return Engine.getEngine("PyTorch");
    } catch (IOException | LinkageError | AssertionError | EngineException e) {
      throw new IllegalStateException("PyTorch does not load: " + root(e), e);
    } finally {
      thread.setContextClassLoader(before);
      AT_HOME.keySet().forEach(key -> restore(key, properties.getProperty(key)));
    }
  }

  private static void restore(String key, String value) {
    if (value == null) {
      System.clearProperty(key);
    } else {
      System.setProperty(key, value);
    }
  }

  private static Throwable root(Throwable error) {
    return error.getCause() == null ? error : root(error.getCause());
  }

  private static void requireParts() throws IOException {
    String version = Libraries.versions().get("pytorch");
    // Whoever names a folder of its own has the natives from elsewhere.
    boolean isElsewhere = Utils.getEnvOrSystemProperty("PYTORCH_LIBRARY_PATH") != null;
    if (!isElsewhere && !hasNatives()) {
      if (!PLATFORMS.contains(platform())) {
        throw new IllegalStateException(
            "the cnn needs PyTorch, which there is for %s, not for %s; name the folder of one of your own by PYTORCH_LIBRARY_PATH"
                .formatted(String.join(", ", PLATFORMS), platform()));
      }
      throw new IllegalStateException(
          "the cnn needs PyTorch for %s, which is not on the class path; add ai.djl.pytorch:pytorch-native-cpu:%s with the classifier %s"
              .formatted(platform(), version, platform()));
    }
    if (PyTorch.class.getClassLoader().getResource(BINDING) == null) {
      throw new IllegalStateException(
          "the cnn needs DJL's binding of PyTorch, which is not on the class path; add ai.djl.pytorch:pytorch-jni:%s-%s"
              .formatted(version, Libraries.versions().get("djl")));
    }
  }

  private static boolean hasNatives() throws IOException {
    for (URL url : Collections.list(PyTorch.class.getClassLoader().getResources(NATIVES))) {
      if (platform().equals(classifier(url))) {
        return true;
      }
    }
    return false;
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
    return Platform.fromSystem("pytorch").getClassifier();
  }
}
