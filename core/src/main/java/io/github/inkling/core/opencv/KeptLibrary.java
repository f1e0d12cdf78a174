package io.github.inkling.core.opencv;

import io.github.inkling.core.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.opencv.core.Core;

/**
 * OpenCV's native library in a folder where it stays. In its jar it is compressed, tens of
 * megabytes that every process would unpack anew, which takes longer than to read a small picture.
 */
final class KeptLibrary {
  private KeptLibrary() {}

  /**
   * Finds the library in a folder, and puts it there if it is not or is another one.
   *
   * @param folder where nobody else may write; it is made if it is not there
   * @return the library; empty if there is none for this platform, or the folder cannot be written
   */
  static Optional<Path> in(Path folder) {
    String name = System.mapLibraryName(Core.NATIVE_LIBRARY_NAME);
    URL packed = Core.class.getResource("/nu/pattern/opencv/%s/%s".formatted(platform(), name));
    if (packed == null) {
      return Optional.empty();
    }
    try {
      Path kept = folder.toAbsolutePath().resolve(name);
      URLConnection resource = packed.openConnection();
      // The size stands in the jar's directory; to compare content would be to unpack it.
      if (!Files.isRegularFile(kept) || Files.size(kept) != resource.getContentLengthLong()) {
        Files.createDirectories(kept.getParent());
        try (InputStream in = resource.getInputStream()) {
          AtomicFile.write(kept, in::transferTo);
        }
      }
      return Optional.of(kept);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The folder in the jar, as in {@code linux/x86_64}. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String folder = system.contains("mac") ? "osx" : system.contains("win") ? "windows" : "linux";
    return switch (processor) {
      case "amd64", "x86_64" -> folder + "/x86_64";
      case "aarch64", "arm64" -> folder + "/ARMv8";
      default -> folder + "/" + processor;
    };
  }
}
