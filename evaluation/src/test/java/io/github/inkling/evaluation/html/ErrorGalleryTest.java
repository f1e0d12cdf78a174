package io.github.inkling.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inkling.evaluation.Answers;
import io.github.inkling.evaluation.experiment.Cell;
import io.github.inkling.evaluation.experiment.Leaderboard;
import io.github.inkling.evaluation.experiment.Neighbors;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorGalleryTest {
  @Test
  void galleriesHaveAtMostAHundredDigits() {
    ErrorGallery.Case one =
        new ErrorGallery.Case(SampleBoard.digit(1), 1, SampleBoard.sure(2, 0.9), List.of(), 1);

    assertThatThrownBy(() -> new ErrorGallery("Many", Collections.nCopies(101, one)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Many must be in 0..100, not 101");
  }

  @Test
  void aGalleryHasTheErrorsOfACellAndWhoElseErred() {
    Answers right = SampleBoard.answers(new int[] {0, 1, 2}, 0, 1, 2);
    Answers wrong = SampleBoard.answers(new int[] {0, 1, 2}, 0, 7, 2);
    Leaderboard both = SampleBoard.plain(List.of(right, wrong));
    Cell plain = both.cells().get(1);
    Cell erring =
        new Cell(
            plain.configuration(),
            plain.runs(),
            plain.crossValidation(),
            List.of(),
            plain.robustness(),
            plain.cost(),
            List.of(new Neighbors(1, List.of(40, 30, 20, 10))));

    ErrorGallery gallery =
        ErrorGallery.of(
            both,
            erring,
            SampleBoard::digit,
            place -> new ErrorGallery.Neighbor(SampleBoard.digit(place), place / 10));

    assertThat(gallery.title()).isEqualTo("Errors of " + plain.configuration().name());
    assertThat(gallery.cases()).hasSize(1);
    ErrorGallery.Case only = gallery.cases().get(0);
    assertThat(only.picture()).isEqualTo(SampleBoard.digit(1));
    assertThat(only.truth()).isEqualTo(1);
    assertThat(only.answer().label()).isEqualTo(7);
    assertThat(only.wrongCells()).isEqualTo(1);
    assertThat(only.nearest().stream().map(ErrorGallery.Neighbor::label)).containsExactly(4, 3, 2);
    assertThat(
            ErrorGallery.of(both, plain, SampleBoard::digit, place -> null).cases().stream()
                .map(ErrorGallery.Case::nearest))
        .containsExactly(List.of());
    assertThat(
            ErrorGallery.of(both, both.cells().get(0), SampleBoard::digit, place -> null).cases())
        .isEmpty();
  }
}
