package io.github.inkling.core.nondigit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.core.image.DigitImage;
import io.github.inkling.core.image.GrayImage;
import io.github.inkling.core.vision.Normalizer;
import io.github.inkling.core.vision.NormalizerSettings;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NonDigitsTest {
  private static final List<DigitImage> DIGITS = List.of(bar(13), bar(9));
  private static final NonDigits DRAWING = new NonDigits(DIGITS, new int[] {5, 2}, 3);

  @Test
  void theSameNumberIsTheSamePictureWhereverItIsDrawn() {
    List<GrayImage> all = DRAWING.draw(0, 300);

    assertThat(DRAWING.draw(120, 5)).isEqualTo(all.subList(120, 125));
    assertThat(new NonDigits(DIGITS, new int[] {5, 2}, 3).draw(0, 300)).isEqualTo(all);
    assertThat(new NonDigits(DIGITS, new int[] {5, 2}, 4).draw(0, 300)).isNotEqualTo(all);
    assertThat(new HashSet<>(all)).as("no two are alike").hasSize(300);
  }

  @Test
  void everyKindIsDrawnAndNearlyAlwaysHasInk() {
    Normalizer normalizer = new Normalizer(NormalizerSettings.defaults());
    Map<NonDigitKind, Integer> drawn = new EnumMap<>(NonDigitKind.class);
    Map<NonDigitKind, Integer> blank = new EnumMap<>(NonDigitKind.class);
    List<GrayImage> all = DRAWING.draw(0, 1000);
    for (int i = 0; i < all.size(); i++) {
      drawn.merge(DRAWING.kind(i), 1, Integer::sum);
      blank.merge(
          DRAWING.kind(i), normalizer.normalize(all.get(i)).isBlank() ? 1 : 0, Integer::sum);
    }

    assertThat(drawn).containsOnlyKeys(NonDigitKind.values());
    assertThat(drawn.values()).allMatch(count -> count > 15);
    blank.remove(NonDigitKind.TEXTURES); // which may be too noisy
    assertThat(blank.values()).allMatch(count -> count < 5);
  }

  @Test
  void aRedrawnDigitStaysWhatItIs() {
    Normalizer normalizer = new Normalizer(NormalizerSettings.defaults());
    for (GrayImage picture : DRAWING.redraw(List.of(bar(13), bar(13), bar(13)), 7)) {
      DigitImage digit = normalizer.normalize(picture);
      int left = 0;
      for (int y = 0; y < DigitImage.SIZE; y++) {
        left += digit.at(3, y);
      }
      assertThat(digit.at(14, 14)).isGreaterThan(200);
      assertThat(left).as("paper beside the bar").isZero();
    }
  }

  @Test
  void aOneIsNeverCutAsHalfOfItWouldBeAOne() {
    NonDigits ones = new NonDigits(List.of(bar(13)), new int[] {1}, 3);
    for (int i = 0; i < 200; i++) {
      if (ones.kind(i) == NonDigitKind.FRAGMENTS) {
        byte[] pixels = ones.draw(i, 1).get(0).pixels();
        IntSummaryStatistics levels =
            IntStream.range(0, pixels.length).map(at -> pixels[at] & 0xff).summaryStatistics();
        assertThat(levels.getMax() - levels.getMin()).as("noise alone").isLessThan(80);
      }
    }
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThatThrownBy(() -> new NonDigits(List.of(), new int[0], 1))
        .hasMessageContaining("at least one digit");
    assertThatThrownBy(() -> new NonDigits(DIGITS, new int[1], 1)).hasMessageContaining("2 and 1");
    assertThatThrownBy(() -> DRAWING.draw(0, -1)).hasMessageContaining("number of pictures");
    assertThatThrownBy(() -> DRAWING.draw(-1, 1)).hasMessageContaining("first picture's number");
  }

  /** An upright bar, four pixels wide. */
  private static DigitImage bar(int left) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int y = 4; y < 24; y++) {
      for (int x = left; x < left + 4; x++) {
        pixels[y * DigitImage.SIZE + x] = (byte) 255;
      }
    }
    return DigitImage.of(pixels);
  }
}
