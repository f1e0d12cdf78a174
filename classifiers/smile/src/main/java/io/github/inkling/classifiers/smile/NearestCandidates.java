package io.github.inkling.classifiers.smile;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;

/**
 * Finds the nearest training digits of one digit from the scores of all of them. Who scores less
 * than a digit as far away as the k-th nearest known so far could is out; the others wait. When
 * many wait, the distances of those with the best scores are computed, which raises the bar, and
 * those left below it go. In the end the distances of all that still wait are computed.
 *
 * <p>Belongs to one thread.
 */
final class NearestCandidates {
  private static final int WAITING = 256;

  private final PanelQuery query;
  private final ToDistance distances;
  private final IntUnaryOperator labels;
  private final int wanted;
  private final PriorityQueue<Neighbor> farthestFirst;
  private float[] scores;
  private int[] indices;
  private int waiting;
  private float bar = Float.NEGATIVE_INFINITY;

  /** Distances of the digit from training digits. */
  @FunctionalInterface
  interface ToDistance {
    /**
     * Computes a distance.
     *
     * @param index the training digit
     * @param limit no distance above it is of interest
     * @return the distance; infinite if it is above the limit
     */
    double of(int index, double limit);
  }

  /**
   * Prepares.
   *
   * @param wanted how many neighbours, at most the number of training digits
   */
  NearestCandidates(PanelQuery query, ToDistance distances, IntUnaryOperator labels, int wanted) {
    this.query = query;
    this.distances = distances;
    this.labels = labels;
    this.wanted = wanted;
    this.farthestFirst = new PriorityQueue<>(Neighbor.NEAREST_FIRST.reversed());
    this.scores = new float[Math.max(WAITING, 4 * wanted)];
    this.indices = new int[scores.length];
  }

  /**
   * Takes the scores of neighbouring training digits.
   *
   * @param all they begin at {@code offset}
   * @param first the first of these training digits
   */
  void offer(float[] all, int offset, int count, int first) {
    int end = offset + count;
    for (int at = next(all, offset, end, bar); at < end; at = next(all, at + 1, end, bar)) {
      if (waiting == scores.length) {
        thinOut();
      }
      scores[waiting] = all[at];
      indices[waiting++] = first + at - offset;
    }
  }

  /** The next place whose score is not below the bar; one that is no number is not, either. */
  private static int next(float[] all, int from, int end, float bar) {
    int at = from;
    while (at < end && all[at] < bar) {
      at++;
    }
    return at;
  }

  /** The nearest, nearest first. */
  List<Neighbor> nearest() {
    thinOut();
    for (int place = 0; place < waiting; place++) {
      measure(place);
    }
    waiting = 0;
    return farthestFirst.stream().sorted(Neighbor.NEAREST_FIRST).toList();
  }

  private void thinOut() {
    CandidateHeap best = new CandidateHeap(wanted);
    for (int place = 0; place < waiting; place++) {
      best.offer(-scores[place], place);
    }
    for (int i = 0; i < best.size(); i++) {
      measure(best.index(i));
      indices[best.index(i)] = -1;
    }
    int kept = 0;
    for (int place = 0; place < waiting; place++) {
      if (indices[place] >= 0 && !(scores[place] < bar)) {
        scores[kept] = scores[place];
        indices[kept++] = indices[place];
      }
    }
    waiting = kept;
    if (2 * waiting > scores.length) {
      scores = Arrays.copyOf(scores, 2 * scores.length);
      indices = Arrays.copyOf(indices, scores.length);
    }
  }

  private void measure(int place) {
    if (scores[place] < bar) {
      return;
    }
    int index = indices[place];
    boolean full = farthestFirst.size() == wanted;
    double limit = full ? farthestFirst.element().distance() : Double.MAX_VALUE;
    double distance = distances.of(index, limit);
    if (distance > limit) {
      return;
    }
    farthestFirst.add(new Neighbor(index, labels.applyAsInt(index), distance));
    if (full) {
      farthestFirst.remove();
    }
    if (farthestFirst.size() == wanted) {
      bar = query.leastScore(farthestFirst.element().distance());
    }
  }
}
