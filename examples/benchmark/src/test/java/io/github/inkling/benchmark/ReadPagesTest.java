package io.github.inkling.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.dataset.LabeledDigits;
import io.github.inkling.core.image.ColorImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.page.Page;
import io.github.inkling.core.page.PageDistortion;
import io.github.inkling.core.page.PageDistortion.Strength;
import io.github.inkling.core.page.PageGenerator;
import io.github.inkling.core.page.PageReader;
import io.github.inkling.core.page.PageScore;
import io.github.inkling.core.page.TestPage;
import io.github.inkling.mnist.Mnist;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page reader with the model that comes along, on made-up photographs of sheets. */
class ReadPagesTest {
  private static final PageReader READER = PageReader.pretrained();
  private static final PageGenerator GENERATOR = generator();

  private static PageGenerator generator() {
    LabeledDigits digits = Mnist.fitAndValidation().rest().first(2000);
    return new PageGenerator(digits.images(), digits.labels(), 11);
  }

  @ParameterizedTest
  @EnumSource(
      value = PageDistortion.class,
      names = {"NONE", "SHADOW", "RULED", "SQUARED", "PERSPECTIVE", "RED_INK", "TWO_COLUMNS"})
  void readsNearlyEveryDigit(PageDistortion distortion) {
    TestPage page = GENERATOR.page(distortion, Strength.MEDIUM, 0);

    PageScore score = PageScore.of(page.lines(), lines(READER.read(page.picture())));

    assertThat(score.linesLost()).isZero();
    assertThat(score.wrong() + score.missed() + score.invented())
        .isLessThanOrEqualTo(score.digits() / 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void turnsSheetsUpright(int degrees) {
    TestPage page = GENERATOR.page(PageDistortion.NONE, Strength.WEAK, 1);
    Page upright = READER.read(page.picture());

    Page turned = READER.read(turned(page.picture(), degrees / 90));

    assertThat(turned.rotation()).isEqualTo(360 - degrees);
    assertThat(turned.text()).isEqualTo(upright.text());
    assertThat(turned.lines().get(0).box().width())
        .isEqualTo(
            degrees == 180
                ? upright.lines().get(0).box().width()
                : upright.lines().get(0).box().height());
  }

  @Test
  void theSamePictureGivesTheSamePage() {
    TestPage page = GENERATOR.page(PageDistortion.TOUCHING, Strength.WEAK, 2);
    Page first = READER.read(page.picture());

    List<Page> again =
        IntStream.range(0, 4).parallel().mapToObj(i -> READER.read(page.picture())).toList();

    assertThat(again).containsOnly(first);
    assertThat(READER.trace(page.picture()).page()).isEqualTo(first);
  }

  @Test
  void emptyPaperHasNoDigits() {
    Random random = new Random(5);
    byte[] grainy = new byte[600 * 400];
    for (int i = 0; i < grainy.length; i++) {
      grainy[i] = (byte) (200 + 6 * random.nextGaussian());
    }

    assertThat(READER.read(GrayImage.of(600, 400, grainy)).lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 300", "300, 1", "2, 2", "28, 28", "2000, 3"})
  void picturesOfAnySizeAreRead(int width, int height) {
    byte[] white = new byte[width * height];
    Arrays.fill(white, (byte) 255);
    byte[] noise = new byte[width * height];
    new Random(7).nextBytes(noise);

    assertThat(READER.read(GrayImage.of(width, height, white)).lines()).isEmpty();
    Page page = READER.read(GrayImage.of(width, height, noise));
    assertThat(page.width()).isEqualTo(width);
    assertThat(READER.trace(ColorImage.of(GrayImage.of(width, height, noise))).page())
        .isEqualTo(page);
  }

  private static List<String> lines(Page page) {
    return page.lines().stream().map(line -> line.text()).toList();
  }

  /** Turned clockwise by right angles. */
  private static ColorImage turned(ColorImage picture, int quarters) {
    ColorImage turned = picture;
    for (int i = 0; i < quarters; i++) {
      int width = turned.height();
      int height = turned.width();
      byte[] source = turned.rows(0, turned.height());
      byte[] target = new byte[source.length];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          System.arraycopy(
              source, 3 * ((width - 1 - x) * height + y), target, 3 * (y * width + x), 3);
        }
      }
      turned = ColorImage.of(width, height, target);
    }
    return turned;
  }
}
