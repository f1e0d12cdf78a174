package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.FeatureMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The exact nearest neighbours by Euclidean distance. A matrix product in floats gives all
 * distances, {@code |a|² - 2 a·b + |b|²}, up to rounding, and a few more candidates than asked for
 * are kept. Their distances are computed again in doubles. Where the bound of the rounding error
 * leaves open whether a candidate was missed, the digit is compared with every training digit.
 *
 * <p>Of equally distant training digits the one with the smaller index is nearer.
 */
final class NeighborSearch {
  private static final int SPARE = 8;
  private static final Comparator<Neighbor> NEARER =
      Comparator.comparingDouble(Neighbor::distance).thenComparingInt(Neighbor::index);

  private final FeatureMatrix training;
  private final int[] labels;
  private final float[] norms;
  private final float largestNorm;

  NeighborSearch(FeatureMatrix training, int[] labels) {
    this.training = training;
    this.labels = labels;
    this.norms =
        SquaredNorms.of("training digit", training.values(), training.rows(), training.columns());
    float largest = 0;
    for (float norm : norms) {
      largest = Math.max(largest, norm);
    }
    this.largestNorm = largest;
  }

  /** The k nearest training digits of every digit, or all if there are fewer, nearest first. */
  List<List<Neighbor>> nearest(FeatureMatrix digits, int k) {
    int wanted = Math.min(k, training.rows());
    CandidateHeap[] candidates = candidates(digits, Math.min(wanted + SPARE, training.rows()));
    return IntStream.range(0, digits.rows())
        .parallel()
        .mapToObj(digit -> refine(digits, digit, candidates[digit], wanted))
        .toList();
  }

  /** Candidates by {@code |b|² - 2 a·b}, which orders them as the distance does. */
  private CandidateHeap[] candidates(FeatureMatrix digits, int count) {
    CandidateHeap[] heaps = new CandidateHeap[digits.rows()];
    Arrays.setAll(heaps, digit -> new CandidateHeap(count));
    new PanelProducts(training.values(), training.rows(), training.columns())
        .forEach(digits.values(), digits.rows(), (from, to) -> new Offer(heaps));
    return heaps;
  }

  private List<Neighbor> refine(FeatureMatrix digits, int digit, CandidateHeap heap, int wanted) {
    List<Neighbor> nearest =
        IntStream.range(0, heap.size())
            .mapToObj(place -> neighbor(digits, digit, heap.index(place)))
            .sorted(NEARER)
            .limit(wanted)
            .toList();
    if (heap.size() == training.rows()) {
      return nearest;
    }
    double norm = squaredNorm(digits, digit);
    double farthest = nearest.get(wanted - 1).distance();
    double bound = heap.bound() + norm - roundingError(norm);
    return farthest * farthest < bound ? nearest : scan(digits, digit, wanted);
  }

  /**
   * Bound of the error of {@code |b|² - 2 a·b}: an inner product of n terms in floats, summed in
   * any order, is off by at most about {@code n u |a| |b|} (Higham, "Accuracy and Stability of
   * Numerical Algorithms", section 3.1), the norm and the last sum by a few units more.
   */
  private double roundingError(double norm) {
    double unit = Math.ulp(1f) / 2;
    double product = Math.sqrt(norm * largestNorm);
    return unit * (2.1 * (training.columns() + 2) * product + 4 * (norm + largestNorm));
  }

  private List<Neighbor> scan(FeatureMatrix digits, int digit, int wanted) {
    PriorityQueue<Neighbor> farthestFirst = new PriorityQueue<>(NEARER.reversed());
    for (int index = 0; index < training.rows(); index++) {
      Neighbor neighbor = neighbor(digits, digit, index);
      if (farthestFirst.size() < wanted) {
        farthestFirst.add(neighbor);
      } else if (NEARER.compare(neighbor, farthestFirst.element()) < 0) {
        farthestFirst.remove();
        farthestFirst.add(neighbor);
      }
    }
    return farthestFirst.stream().sorted(NEARER).toList();
  }

  private Neighbor neighbor(FeatureMatrix digits, int digit, int index) {
    float[] a = digits.values();
    float[] b = training.values();
    int columns = training.columns();
    int atA = digit * columns;
    int atB = index * columns;
    double sum = 0;
    for (int f = 0; f < columns; f++) {
      double difference = (double) a[atA + f] - b[atB + f];
      sum += difference * difference;
    }
    return new Neighbor(index, labels[index], Math.sqrt(sum));
  }

  private static double squaredNorm(FeatureMatrix digits, int digit) {
    double sum = 0;
    for (int f = 0; f < digits.columns(); f++) {
      sum += (double) digits.at(digit, f) * digits.at(digit, f);
    }
    return sum;
  }

  private final class Offer implements PanelProducts.Consumer {
    private final CandidateHeap[] heaps;

    Offer(CandidateHeap[] heaps) {
      this.heaps = heaps;
    }

    @Override
    public void accept(int digit, int first, float[] products, int offset, int length) {
      CandidateHeap heap = heaps[digit];
      float bound = heap.bound();
      for (int i = 0; i < length; i++) {
        float value = norms[first + i] - 2 * products[offset + i];
        if (value < bound) {
          heap.offer(value, first + i);
          bound = heap.bound();
        }
      }
    }

    @Override
    public void finish() {}
  }
}
