package io.github.inkling.classifiers.smile;

/** What the vote of a neighbour counts. */
public enum VoteWeights {
  /** Every neighbour one vote. */
  UNIFORM,
  /**
   * The inverse of the distance (Dudani, "The Distance-Weighted k-Nearest-Neighbor Rule", 1976). If
   * there are neighbours at distance 0, they alone vote.
   */
  DISTANCE
}
