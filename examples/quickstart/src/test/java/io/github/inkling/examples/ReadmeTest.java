package io.github.inkling.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.mnist.Mnist;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's examples are compiled and run as they stand there; its links lead somewhere. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)");
  private static final Path README = Path.of("../../README.md");
  private static final int PICTURES = 200;
  private static final int A_SEVEN = 0;
  private static final int SIZE = 100;
  private static final int WHITE = 255;

  @TempDir Path folder;

  @Test
  void theFirstExampleReadsASheet() throws Exception {
    Files.writeString(folder.resolve("ReadSheet.java"), example("ReadSheet"));
    compile("ReadSheet.java");
    LabeledDigits digits = Mnist.test();
    ImageIO.write(line(digits.images().subList(0, 5)), "jpg", folder.resolve("sheet.jpg").toFile());

    assertThat(run("ReadSheet")).isEqualToIgnoringNewLines("72104");
  }

  @Test
  void theSecondExampleTrainsAndReadsTheSeven() throws Exception {
    Files.writeString(folder.resolve("MyDigits.java"), example("MyDigits"));
    compile("MyDigits.java");
    writePictures(Mnist.train());
    write(Mnist.test().image(A_SEVEN), folder.resolve("seven.png"));

    assertThat(run("MyDigits")).matches("(?s)7 \\(\\d+\\.\\d %\\)\\s+");
    assertThat(folder.resolve("model.inkling")).isNotEmptyFile();
  }

  @Test
  void theThirdExampleComparesAndWritesAReport() throws Exception {
    Files.writeString(folder.resolve("Compare.java"), example("Compare"));
    compile("Compare.java");
    writePictures(Mnist.train());

    assertThat(run("Compare")).contains("hog, svm", "zoning, knn", "95 % range");
    assertThat(folder.resolve("comparison.html")).content().contains("<h1>My digits</h1>");
  }

  @Test
  void everyLinkAndPictureIsThere() throws IOException {
    List<Path> linked =
        LINK.matcher(Files.readString(README))
            .results()
            .map(link -> link.group(1))
            .filter(target -> !target.contains("://"))
            .map(README::resolveSibling)
            .toList();

    assertThat(linked).isNotEmpty().allSatisfy(target -> assertThat(target).exists());
  }

  private static String example(String name) throws IOException {
    return JAVA.matcher(Files.readString(README))
        .results()
        .map(example -> example.group(1))
        .filter(example -> example.contains("class " + name + " "))
        .findFirst()
        .orElseThrow();
  }

  /** Digits side by side, dark on white. */
  private static BufferedImage line(List<GrayImage> digits) {
    BufferedImage sheet =
        new BufferedImage((digits.size() + 2) * SIZE, 3 * SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < digits.size(); i++) {
      BufferedImage digit = digits.get(i).toBufferedImage();
      new RescaleOp(-1, WHITE, null).filter(digit, digit);
      graphics.drawImage(digit, (i + 1) * SIZE, SIZE, SIZE, SIZE, null);
    }
    graphics.dispose();
    return sheet;
  }

  private void compile(String source) {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                errors,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                folder.resolve(source).toString());
    assertThat(result).as(errors.toString(StandardCharsets.UTF_8)).isZero();
  }

  private String run(String main) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder
                    + System.getProperty("path.separator")
                    + System.getProperty("java.class.path"),
                main)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output;
  }

  private void writePictures(LabeledDigits digits) throws IOException {
    for (int i = 0; i < PICTURES; i++) {
      Path subfolder = folder.resolve("my-digits").resolve(String.valueOf(digits.label(i)));
      Files.createDirectories(subfolder);
      write(digits.image(i), subfolder.resolve(i + ".png"));
    }
  }

  private static void write(GrayImage image, Path file) throws IOException {
    ImageIO.write(image.toBufferedImage(), "png", file.toFile());
  }
}
