package io.github.inkling.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.dataset.ImageFolder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of corrections, and what is not. */
class CorrectionTest {
  private static final String CORRECTIONS = "/api/v1/corrections?label=";

  @TempDir private Path folder;

  @Test
  void aDigitIsKeptUnderItsRightLabelAndABlankIsNot() throws Exception {
    try (InklingService service = TestServices.start(TestServices.local().withCollection(folder));
        RawClient client = new RawClient(service)) {
      assertThat(client.post(CORRECTIONS + 4, Bodies.SEVEN).json().path("collected").asInt())
          .isEqualTo(1);
      client.post(CORRECTIONS + 8, "{\"strokes\":[]}").requireProblem(422);
      client.post(CORRECTIONS + 8, "image/png", white(100, 100)).requireProblem(422);
      client.post(CORRECTIONS + 8, "image/png", white(600, 600)).requireProblem(413);
      client.post(CORRECTIONS + 10, Bodies.SEVEN).requireProblem(400);
      client.post("/api/v1/corrections", Bodies.SEVEN).requireProblem(400);
    }
    assertThat(ImageFolder.read(folder).classCounts())
        .containsExactly(0, 0, 0, 0, 1, 0, 0, 0, 0, 0);
  }

  @Test
  void withoutAFolderNothingIsKept() throws Exception {
    try (RawClient client = new RawClient(TestServices.shared())) {
      client.post(CORRECTIONS + 7, Bodies.SEVEN).requireProblem(404);
    }
  }

  private static byte[] white(int width, int height) throws Exception {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    picture.createGraphics().fillRect(0, 0, width, height);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }
}
