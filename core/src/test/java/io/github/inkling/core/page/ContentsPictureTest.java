package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.model.Prediction;
import io.github.inkling.core.page.Dropped.Reason;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentsPictureTest {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 300;
  private static final int DIGIT = 80;

  /** Two bars that touch at one place, and a speck. */
  private static final Piece TOUCHING =
      piece(new Box(100, 100, 60, DIGIT), (x, y) -> x < 25 || x >= 35 || y == 40);

  private static final Piece SPECK = piece(new Box(300, 50, 5, 5), (x, y) -> true);

  private final Normalizer normalizer = new Normalizer(NormalizerSettings.defaults());

  @Test
  void nothingIsDrawnIfNobodyLooks() {
    Stages stages = Stages.none();

    ContentsPicture.see(cutInTwo(stages.dissection()), normalizer, stages);

    assertThat(stages.all()).isNull();
    assertThat(stages.dissection().pieces()).isEmpty();
  }

  @Test
  void everyStageHasItsPicture() {
    Stages stages = Stages.kept();

    ContentsPicture.see(cutInTwo(stages.dissection()), normalizer, stages);

    assertThat(stages.all())
        .extracting(PageTrace.Stage::name)
        .containsExactly("binary", "components", "cuts", "normalised digits");
  }

  @Test
  void picturesAreDrawnInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      everyStageHasItsPicture();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void componentsHaveAColourAndABoxAndWhatIsDroppedAnother() {
    BufferedImage drawn = ComponentsPicture.draw(cutInTwo(Dissection.kept()), 1);

    assertThat(drawn.getWidth()).isEqualTo(WIDTH);
    assertThat(drawn.getHeight()).as("with a legend").isGreaterThan(HEIGHT);
    Color piece = at(drawn, 105, 140);
    assertThat(piece).isNotEqualTo(Color.WHITE);
    assertThat(at(drawn, 150, 140)).as("the same piece").isEqualTo(piece);
    assertThat(at(drawn, 130, 110)).as("no ink").isEqualTo(Color.WHITE);
    assertThat(at(drawn, 302, 52)).isNotEqualTo(piece).isNotEqualTo(Color.WHITE);
    assertThat(at(drawn, 98, 140)).as("the box").isNotEqualTo(Color.WHITE);
  }

  @Test
  void neighboursDiffer() {
    Dissection dissection = Dissection.kept();
    List<Piece> row =
        List.of(
            piece(new Box(50, 100, 20, DIGIT), (x, y) -> true),
            piece(new Box(90, 100, 20, DIGIT), (x, y) -> true),
            piece(new Box(130, 100, 20, DIGIT), (x, y) -> true));
    dissection.see(row);

    BufferedImage drawn =
        ComponentsPicture.draw(new Contents(paper(), List.of(), Map.of(), dissection), 1);

    assertThat(List.of(at(drawn, 60, 140), at(drawn, 100, 140), at(drawn, 140, 140)))
        .doesNotHaveDuplicates();
  }

  @Test
  void aWordWhosePartsAreAllDroppedIsDropped() {
    Cuts cuts = Cuts.of(TOUCHING, DIGIT);
    Dissection dissection = Dissection.kept();
    dissection.see(List.of(TOUCHING));
    Map<Piece, Reason> dropped = new LinkedHashMap<>();
    cuts.slices().forEach(slice -> dropped.put(slice, Reason.UNLIKE_ANY_DIGIT));

    BufferedImage drawn =
        ComponentsPicture.draw(new Contents(paper(), List.of(), dropped, dissection), 1);

    assertThat(cuts.slices()).hasSizeGreaterThan(1);
    assertThat(at(drawn, 105, 140)).isEqualTo(Color.BLACK);
    assertThat(at(drawn, 150, 140)).isEqualTo(Color.BLACK);
  }

  @Test
  void cutsThatAreUsedStandOutFromThoseThatWereTried() {
    Contents contents = cutInTwo(Dissection.kept());
    LineCuts cuts = contents.dissection().lines().get(0);

    BufferedImage drawn = CutsPicture.draw(contents, 2);

    assertThat(cuts.used()).hasSize(1);
    assertThat(drawn.getWidth()).isEqualTo(2 * WIDTH);
    Seam used = cuts.used().get(0);
    int x = 2 * (used.box().x() + used.column(10));
    Color line = at(drawn, x, 2 * (used.box().y() + 10));
    assertThat(line.getRed()).isGreaterThan(150);
    assertThat(line.getBlue()).isLessThan(80);
  }

  @Test
  void anEmptyPageHasPicturesToo() {
    Contents empty = new Contents(paper(), List.of(), Map.of(), Dissection.kept());

    assertThat(at(ComponentsPicture.draw(empty, 1), 10, 10)).isEqualTo(Color.WHITE);
    assertThat(at(CutsPicture.draw(empty, 1), 10, 10)).isEqualTo(Color.WHITE);
  }

  /** The two bars as a line of two ones, and the speck dropped. */
  private static Contents cutInTwo(Dissection dissection) {
    Segmentation line = new Segmentation(List.of(new Reading(TOUCHING, one(0.2))), true);
    // Halves are sure, whatever else can be made of the parts is not.
    List<Reading> readings =
        line.groups().stream()
            .map(group -> new Reading(group, one(isHalf(group) ? 0.99 : 0.01)))
            .toList();
    List<Reading> path = line.bestPath(readings);
    dissection.see(List.of(TOUCHING, SPECK));
    dissection.see(line, path);
    return new Contents(paper(), List.of(path), Map.of(SPECK, Reason.SPECK), dissection);
  }

  private static boolean isHalf(Piece group) {
    return group.width() >= 20 && group.width() <= 40;
  }

  private static SheetInk paper() {
    return new SheetInk(new InkMap(WIDTH, HEIGHT, new byte[WIDTH * HEIGHT], 1), Frame.scaled(1, 1));
  }

  private static Prediction one(double confidence) {
    double[] probabilities = new double[Prediction.CLASSES];
    Arrays.fill(probabilities, (1 - confidence) / 9);
    probabilities[1] = confidence;
    return Prediction.of(probabilities);
  }

  private static Color at(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y));
  }

  private static Piece piece(Box box, Ink ink) {
    byte[] levels = new byte[box.width() * box.height()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (ink.isAt(i % box.width(), i / box.width()) ? 200 : 0);
    }
    return new Piece(box, levels);
  }

  @FunctionalInterface
  private interface Ink {
    boolean isAt(int x, int y);
  }
}
