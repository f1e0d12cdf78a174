package io.github.inkling.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inkling.core.page.LabelPlaces.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelPlacesTest {
  private static final int SIZE = 400;

  @Test
  void labelsStandAboveTheirBoxesWhereThereIsRoom() {
    List<Box> boxes = List.of(new Box(50, 100, 40, 60), new Box(120, 110, 40, 60));

    List<Place> places = places(boxes).line(boxes, List.of("1", "2"), 24);

    for (int i = 0; i < boxes.size(); i++) {
      assertThat(places.get(i).capitals()).isEqualTo(24);
      assertThat(places.get(i).baseline()).isLessThan(boxes.get(i).y());
      assertThat(places.get(i).left()).isGreaterThan(boxes.get(i).x());
    }
  }

  @Test
  void theLabelsOfALineAreAlike() {
    // The box that lies above the second one leaves room for smaller letters only.
    List<Box> boxes = List.of(new Box(50, 100, 40, 60), new Box(120, 100, 40, 60));
    Box obstacle = new Box(120, 60, 40, 17);

    List<Place> places =
        places(List.of(boxes.get(0), boxes.get(1), obstacle)).line(boxes, List.of("1", "2"), 20);

    assertThat(places.get(0).capitals()).isEqualTo(places.get(1).capitals()).isLessThan(20);
    assertThat(places).allMatch(place -> place.baseline() < 100);
  }

  @Test
  void atTheUpperEdgeTheyStandBelow() {
    List<Box> boxes = List.of(new Box(50, 1, 40, 60));

    assertThat(places(boxes).line(boxes, List.of("8"), 24).get(0).baseline()).isGreaterThan(61);
  }

  @Test
  void linesCloseToEachOtherAreNotCovered() {
    List<Box> all = new ArrayList<>();
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        all.add(new Box(40 + 80 * column, 60 + 66 * row, 40, 60));
      }
    }
    LabelPlaces places = places(all);
    List<Box> taken = new ArrayList<>(all);

    for (int row = 0; row < 3; row++) {
      for (Place place :
          places.line(all.subList(4 * row, 4 * row + 4), List.of("0", "1", "2", "3"), 24)) {
        assertThat(taken).allMatch(box -> box.overlap(place.covered()) == 0);
        taken.add(place.covered());
      }
    }
  }

  @Test
  void whereThereIsNoRoomADigitHasItsLabelAllTheSame() {
    Box everything = new Box(0, 0, SIZE, SIZE);

    assertThat(places(List.of(everything)).line(List.of(everything), List.of("5"), 24)).hasSize(1);
    assertThat(places(List.of(everything)).single(everything, "speck", 24)).isEmpty();
  }

  private static LabelPlaces places(List<Box> boxes) {
    return new LabelPlaces(SIZE, SIZE, boxes);
  }
}
