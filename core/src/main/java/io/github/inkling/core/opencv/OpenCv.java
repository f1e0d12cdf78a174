package io.github.inkling.core.opencv;

import java.nio.file.Path;
import java.util.Optional;
import org.opencv.core.Core;

/** Loads OpenCV's native library, once for the whole process. */
public final class OpenCv {
  /**
   * The system property that names a folder in which the native library, unpacked from its jar, is
   * kept for the next process, which then starts faster. Nobody else may write there. Without it,
   * each process unpacks the library into a temporary folder of its own.
   */
  public static final String FOLDER_PROPERTY = "inkling.opencv.folder";

  private OpenCv() {}

  /**
   * Makes sure that the native library is loaded. Cheap after the first call.
   *
   * @throws IllegalStateException if there is no native library for this platform
   */
  public static void load() {
    if (Holder.FAILURE != null) {
      throw new IllegalStateException(
          "OpenCV's native library does not load on %s %s: %s"
              .formatted(
                  System.getProperty("os.name"), System.getProperty("os.arch"), Holder.FAILURE));
    }
  }

  /**
   * OpenCV's version.
   *
   * @return such as {@code "4.9.0"}
   */
  public static String version() {
    load();
    return Core.VERSION;
  }

  private static final class Holder {
    static final String FAILURE = tryToLoad();

    private static String tryToLoad() {
      try {
        Optional.ofNullable(System.getProperty(FOLDER_PROPERTY))
            .flatMap(folder -> KeptLibrary.in(Path.of(folder)))
            .ifPresentOrElse(
                library -> System.load(library.toString()), nu.pattern.OpenCV::loadLocally);
        // Inkling runs a picture per thread: OpenCV's own threads would only fight with them.
        Core.setNumThreads(1);
        return null;
      } catch (RuntimeException | LinkageError e) {
        return e.toString();
      }
    }
  }
}
