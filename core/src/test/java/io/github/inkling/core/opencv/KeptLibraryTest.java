package io.github.inkling.core.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opencv.core.Core;

class KeptLibraryTest {
  @TempDir private Path folder;

  @Test
  void whatIsKeptIsKeptUnlessItIsNotWhole() throws Exception {
    Path kept = KeptLibrary.in(folder.resolve("made")).orElseThrow();
    long size = Files.size(kept);
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(kept, old);

    assertThat(KeptLibrary.in(folder.resolve("made"))).contains(kept);
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(old);

    Files.write(kept, new byte[] {1, 2, 3});
    assertThat(KeptLibrary.in(folder.resolve("made"))).contains(kept);
    assertThat(Files.size(kept)).isEqualTo(size);
    try (Stream<Path> files = Files.list(kept.getParent())) {
      assertThat(files).containsExactly(kept);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsNoReasonToFail() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");

    assertThat(KeptLibrary.in(file)).isEmpty();
    assertThat(load(file)).isEqualTo(Core.VERSION);
  }

  @Test
  void aProcessLoadsTheKeptLibrary() throws Exception {
    assertThat(load(folder)).isEqualTo(Core.VERSION);
    assertThat(folder).isNotEmptyDirectory();
  }

  private static String load(Path folder) throws Exception {
    return JavaProcess.run(Loading.class, List.of("-D" + OpenCv.FOLDER_PROPERTY + "=" + folder))
        .strip();
  }

  /** Says OpenCV's version, by the native library. */
  static final class Loading {
    private Loading() {}

    public static void main(String[] arguments) {
      System.out.println(OpenCv.version());
    }
  }
}
