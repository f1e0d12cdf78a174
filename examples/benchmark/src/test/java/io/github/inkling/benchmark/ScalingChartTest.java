package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingChartTest {
  private static final int SVM_BLUE = 0xff0072b2;

  @TempDir private Path folder;

  @Test
  void itIsDrawnForLightAndForDarkPages() throws IOException {
    Path file = folder.resolve("scaling.png");

    new ScalingChart(
            List.of(new ScalingReport.Curve("svm", List.of(point(5_000, 2), point(60_000, 90)))))
        .write(file);

    BufferedImage light = ImageIO.read(file.toFile());
    BufferedImage dark = ImageIO.read(folder.resolve("scaling-dark.png").toFile());
    assertThat(light.getRGB(0, 0)).isEqualTo(0xffffffff);
    assertThat(dark.getRGB(0, 0)).isEqualTo(0xff0d1117);
    assertThat(pixels(light, SVM_BLUE)).as("the line and its points").isGreaterThan(1_000);
  }

  @Test
  void theDarkOneStandsBeside() {
    assertThat(ScalingChart.darkFile(Path.of("out", "a.b.png")))
        .isEqualTo(Path.of("out", "a.b-dark.png"));
    assertThat(ScalingChart.darkFile(Path.of("chart"))).isEqualTo(Path.of("chart-dark"));
  }

  private static long pixels(BufferedImage picture, int colour) {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return Arrays.stream(pixels).filter(pixel -> pixel == colour).count();
  }

  private static ScalingPoint point(int digits, double seconds) {
    return new ScalingPoint("svm", digits, 0, seconds, 100, 10, 0, 0, Map.of());
  }
}
