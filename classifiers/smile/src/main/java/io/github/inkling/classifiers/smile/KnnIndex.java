package io.github.inkling.classifiers.smile;

/** How the nearest training digits are found. */
public enum KnnIndex {
  /** The nearest ones for certain. */
  EXACT,
  /**
   * Nearly always the nearest ones, by walking along a graph of neighbours: a hierarchical
   * navigable small world (Malkov and Yashunin, "Efficient and robust approximate nearest neighbor
   * search using Hierarchical Navigable Small World graphs", IEEE TPAMI 42(4), 2020). Its cost
   * hardly grows with the number of training digits.
   */
  HNSW
}
