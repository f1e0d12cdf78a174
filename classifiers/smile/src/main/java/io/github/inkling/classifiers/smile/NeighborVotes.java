package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.Prediction;
import java.util.List;

/**
 * Probabilities from the votes of neighbours: each class gets its share of the votes, of which
 * there are k in all. Two small additions: every class that occurs in training gets {@value
 * #SMOOTHING} of a vote, so that no digit is impossible; and the class that wins gets {@value
 * #WINNER} of a vote more, so that a tie goes to the class of the nearest neighbour among those
 * tied, and the most probable class is the answer of the textbook's k-NN.
 */
final class NeighborVotes {
  private static final double SMOOTHING = 0.01;
  private static final double WINNER = 0.001;

  /** Standard deviation of the Gaussian, in distances of the nearest neighbour. */
  private static final double BANDWIDTH = 0.25;

  private final VoteWeights weights;
  private final boolean[] known;

  /**
   * Prepares to count.
   *
   * @param known which digits occur in training
   */
  NeighborVotes(VoteWeights weights, boolean[] known) {
    this.weights = weights;
    this.known = known;
  }

  /**
   * Counts.
   *
   * @param neighbors nearest first, at least one
   */
  Prediction count(List<Neighbor> neighbors) {
    double[] votes = votes(neighbors);
    votes[winner(neighbors, votes)] += WINNER;
    double sum = 0;
    for (int digit = 0; digit < votes.length; digit++) {
      votes[digit] += known[digit] ? SMOOTHING : 0;
      sum += votes[digit];
    }
    for (int digit = 0; digit < votes.length; digit++) {
      votes[digit] /= sum;
    }
    return Prediction.of(votes);
  }

  private double[] votes(List<Neighbor> neighbors) {
    double[] votes = new double[Prediction.CLASSES];
    double nearest = neighbors.get(0).distance();
    double sum = 0;
    for (Neighbor neighbor : neighbors) {
      double weight = weight(neighbor.distance(), nearest);
      votes[neighbor.label()] += weight;
      sum += weight;
    }
    for (int digit = 0; digit < votes.length; digit++) {
      votes[digit] *= neighbors.size() / sum;
    }
    return votes;
  }

  /** Relative to the nearest, whose vote is 1, so that nothing overflows or vanishes. */
  private double weight(double distance, double nearest) {
    if (weights == VoteWeights.UNIFORM) {
      return 1;
    }
    if (nearest == 0) {
      return distance == 0 ? 1 : 0;
    }
    double ratio = distance / nearest;
    return Math.exp((1 - ratio * ratio) / (2 * BANDWIDTH * BANDWIDTH));
  }

  private static int winner(List<Neighbor> neighbors, double[] votes) {
    int winner = neighbors.get(0).label();
    for (Neighbor neighbor : neighbors) {
      if (votes[neighbor.label()] > votes[winner]) {
        winner = neighbor.label();
      }
    }
    return winner;
  }
}
