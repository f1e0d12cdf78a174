package io.github.inkling.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.MalformedFileException;
import io.github.inkling.core.image.GrayImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
  private static final String EXPECTED =
      "expected subfolders 0 to 9, each with pictures of its digit (PNG, JPEG, BMP, TIFF or WebP)";

  @TempDir private Path folder;

  @Test
  void picturesComeByDigitThenByName() throws IOException {
    write("7/b.png", 3);
    write("7/a.PNG", 2);
    write("7/B.png", 1);
    write("0/z.bmp", 0);

    LabeledDigits digits = ImageFolder.read(folder);

    assertThat(digits.labels()).containsExactly(0, 7, 7, 7);
    assertThat(digits.images()).extracting(image -> image.at(0, 0)).containsExactly(0, 1, 2, 3);
    assertThat(digits.name()).isEqualTo("folder:" + folder);
  }

  @Test
  void whatIsNoPictureOfADigitIsIgnored() throws IOException {
    write("4/four.png", 4);
    Files.writeString(folder.resolve("4/readme.txt"), "text");
    Files.writeString(folder.resolve("4/.hidden.png"), "text");
    Files.writeString(folder.resolve("4/png"), "text");
    Files.createDirectory(folder.resolve("4/folder.png"));
    write("letters/a.png", 9);
    write("10/ten.png", 9);
    write("loose.png", 9);

    assertThat(ImageFolder.read(folder).labels()).containsExactly(4);
  }

  @Test
  void noPicturesAtAllIsAnErrorThatExplainsTheLayout() throws IOException {
    assertThatThrownBy(() -> ImageFolder.read(folder))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(folder + ": no pictures; " + EXPECTED);

    Files.createDirectory(folder.resolve("3"));

    assertThatThrownBy(() -> ImageFolder.read(folder))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(folder + ": no pictures; " + EXPECTED);
  }

  @Test
  void whatIsNoFolderIsNamed() throws IOException {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> ImageFolder.read(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(missing + ": there is no such folder");

    Path file = Files.writeString(folder.resolve("file"), "text");
    assertThatThrownBy(() -> ImageFolder.read(file))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(file + ": a file, but a folder was expected");
  }

  @Test
  void theFirstOfSeveralDamagedPicturesIsNamed() throws IOException {
    for (int i = 0; i < 200; i++) {
      write("5/%03d.png".formatted(i), i);
    }
    for (int damaged = 57; damaged < 200; damaged += 10) {
      Files.writeString(folder.resolve("5/%03d.png".formatted(damaged)), "text");
    }

    assertThatThrownBy(() -> ImageFolder.read(folder))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            folder.resolve("5/057.png")
                + ": not a picture that can be decoded; expected PNG, JPEG, BMP, TIFF or WebP");
  }

  @Test
  void progressIsHeardOfEveryPictureInOrder() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("5/%03d.png".formatted(i), i);
    }
    List<Long> heard = new ArrayList<>();

    ImageFolder.read(
        folder,
        (stage, done, total) -> {
          assertThat(stage).isEqualTo("Reading pictures");
          assertThat(total).isEqualTo(20);
          heard.add(done);
        });

    assertThat(heard).containsExactlyElementsOf(LongStream.rangeClosed(0, 20).boxed().toList());
  }

  private void write(String name, int luminance) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    GrayImage picture = GrayImage.of(1, 1, new byte[] {(byte) luminance});
    String format = name.endsWith("bmp") ? "bmp" : "png";
    assertThat(ImageIO.write(picture.toBufferedImage(), format, file.toFile())).isTrue();
  }

  @Test
  void aBrokenLinkIsNamedAndNotPassedOver(@TempDir Path root) throws IOException {
    Path link = Files.createDirectories(root.resolve("3")).resolve("lost.png");
    Files.createSymbolicLink(link, root.resolve("nowhere.png"));

    assertThatThrownBy(() -> ImageFolder.read(root))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(link + ": a broken link");
  }
}
