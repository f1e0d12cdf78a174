package io.github.inkling.classifiers.smile;

/** What the vote of a neighbour counts. */
public enum VoteWeights {
  /** Every neighbour one vote. */
  UNIFORM,
  /**
   * A Gaussian of the distance, whose standard deviation is a quarter of the nearest neighbour's
   * distance (Atkeson, Moore and Schaal, "Locally Weighted Learning", 1997, section 3: the
   * bandwidth follows the nearest neighbours). If there are neighbours at distance 0, they alone
   * vote.
   */
  DISTANCE
}
