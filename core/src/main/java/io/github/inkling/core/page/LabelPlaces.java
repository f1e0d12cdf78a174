package io.github.inkling.core.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for labels beside boxes, where they cover neither a box nor each other. Those of a
 * line are as alike as there is room for: of one size, and on one side of their boxes.
 */
final class LabelPlaces {
  /** Sizes that are tried, as shares of the one that is wished for. */
  private static final double[] SHARES = {1, 0.8, 0.64, 0.5, 0.4, 0.3};

  /** Above all boxes of a line, labels may be as small as this before other sides are tried. */
  private static final double LEAST_ABOVE = 0.64;

  /** If they would have to be smaller, each label of a line is placed for itself. */
  private static final double LEAST_ALIKE = 0.5;

  /** Smaller letters cannot be read. */
  private static final double LEAST = 8;

  private static final List<List<Side>> SIDES =
      List.of(
          List.of(Side.ABOVE),
          List.of(Side.BELOW),
          List.of(Side.RIGHT),
          List.of(Side.LEFT),
          List.of(Side.ABOVE, Side.RIGHT, Side.LEFT, Side.BELOW));

  private final int width;
  private final int height;
  private final List<Box> taken;

  /** Where a label may stand, the better first. */
  private enum Side {
    ABOVE,
    BELOW,
    RIGHT,
    LEFT
  }

  /**
   * Where a label stands.
   *
   * @param left where it begins
   * @param baseline where its letters stand
   * @param capitals their height
   * @param covered all that the label covers, with its rim
   */
  record Place(double left, double baseline, double capitals, Box covered) {}

  /**
   * Knows of no label yet.
   *
   * @param width of the picture, in pixels
   * @param height of the picture
   * @param boxes what must not be covered
   */
  LabelPlaces(int width, int height, List<Box> boxes) {
    this.width = width;
    this.height = height;
    this.taken = new ArrayList<>(boxes);
  }

  /**
   * Places the labels of a line; where there is no room at all they cover as little as they can.
   *
   * @param boxes what is labelled
   * @param texts its labels, one per box
   * @param capitals height of their capitals, if there is room
   * @return places, one per box
   */
  List<Place> line(List<Box> boxes, List<String> texts, double capitals) {
    for (double size : sizes(capitals, LEAST_ABOVE)) {
      Optional<List<Place>> places = allFree(boxes, texts, size, List.of(Side.ABOVE));
      if (places.isPresent()) {
        return places.get();
      }
    }
    for (double size : sizes(capitals, LEAST_ALIKE)) {
      for (List<Side> sides : SIDES) {
        Optional<List<Place>> places = allFree(boxes, texts, size, sides);
        if (places.isPresent()) {
          return places.get();
        }
      }
    }
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      Place place =
          free(boxes.get(i), texts.get(i), capitals)
              .orElse(leastCovering(boxes.get(i), texts.get(i)));
      taken.add(place.covered);
      places.add(place);
    }
    return places;
  }

  /** Keeps another box free of the labels to come. */
  void avoid(Box box) {
    taken.add(box);
  }

  /** A free place for a label, as large as there is room for; none if there is no room. */
  Optional<Place> single(Box box, String text, double capitals) {
    Optional<Place> place = free(box, text, capitals);
    place.ifPresent(found -> taken.add(found.covered));
    return place;
  }

  private Optional<Place> free(Box box, String text, double capitals) {
    for (double size : sizes(capitals, 0)) {
      for (Side side : Side.values()) {
        Place place = place(box, text, size, side);
        if (isInside(place.covered) && covered(place.covered) == 0) {
          return Optional.of(place);
        }
      }
    }
    return Optional.empty();
  }

  /** Sizes to try, from the largest, of at least a share of the one that is wished for. */
  private static List<Double> sizes(double capitals, double leastShare) {
    List<Double> sizes = new ArrayList<>();
    for (double share : SHARES) {
      double size = share * capitals;
      if (share >= leastShare && size >= LEAST) {
        sizes.add(size);
      }
    }
    return sizes.isEmpty() ? List.of(LEAST) : sizes;
  }

  /** Places for all labels of a line if all are free, each on the first side that is. */
  private Optional<List<Place>> allFree(
      List<Box> boxes, List<String> texts, double capitals, List<Side> sides) {
    List<Place> places = new ArrayList<>();
    int before = taken.size();
    for (int i = 0; i < boxes.size(); i++) {
      Place found = null;
      for (Side side : sides) {
        Place place = place(boxes.get(i), texts.get(i), capitals, side);
        if (found == null && isInside(place.covered) && covered(place.covered) == 0) {
          found = place;
        }
      }
      if (found == null) {
        taken.subList(before, taken.size()).clear();
        return Optional.empty();
      }
      taken.add(found.covered);
      places.add(found);
    }
    return Optional.of(places);
  }

  private Place leastCovering(Box box, String text) {
    Place best = null;
    long least = Long.MAX_VALUE;
    for (Side side : Side.values()) {
      Place place = place(box, text, LEAST, side);
      long covered = covered(place.covered);
      if (isInside(place.covered) && covered < least) {
        least = covered;
        best = place;
      }
    }
    return best == null ? place(box, text, LEAST, Side.ABOVE) : best;
  }

  private static Place place(Box box, String text, double capitals, Side side) {
    double wide = Canvas.width(text, capitals);
    // The rim is as wide on all sides, and the letters' own strokes stand out a little.
    double rim = Math.max(2, capitals / 5);
    double middle = box.x() + (box.width() - wide) / 2;
    double left =
        switch (side) {
          case ABOVE, BELOW -> middle;
          case RIGHT -> box.x() + box.width() + rim + 1;
          case LEFT -> box.x() - rim - 1 - wide;
        };
    double baseline =
        switch (side) {
          case ABOVE -> box.y() - rim - 1;
          case BELOW -> box.y() + box.height() + rim + 1 + capitals;
          case RIGHT, LEFT -> box.y() + capitals;
        };
    Box covered =
        new Box(
            (int) Math.floor(left - rim),
            (int) Math.floor(baseline - capitals - rim),
            (int) Math.ceil(wide + 2 * rim),
            (int) Math.ceil(capitals + 2 * rim));
    return new Place(left, baseline, capitals, covered);
  }

  private boolean isInside(Box box) {
    return box.x() >= 0
        && box.y() >= 0
        && box.x() + box.width() <= width
        && box.y() + box.height() <= height;
  }

  /** How many pixels of what is taken a box covers. */
  private long covered(Box box) {
    return taken.stream().mapToLong(box::overlap).sum();
  }
}
