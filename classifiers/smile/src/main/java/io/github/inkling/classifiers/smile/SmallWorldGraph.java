package io.github.inkling.classifiers.smile;

import io.github.inkling.core.model.ModelArray;
import io.github.inkling.core.model.ModelState;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.hnsw.HnswGraph;
import org.apache.lucene.util.hnsw.OnHeapHnswGraph;

/**
 * A finished HNSW graph as plain arrays, which a model file can keep: every node is on the levels
 * from 0 to its own, and has on each of them a list of neighbours.
 */
final class SmallWorldGraph {
  private static final int MOST_LEVELS = 64;

  private final int[] levels;
  private final int[] firstLists;
  private final int[] offsets;
  private final int[] neighbors;
  private final int entry;

  private SmallWorldGraph(int[] levels, int[] offsets, int[] neighbors) {
    this.levels = levels;
    this.firstLists = firstLists(levels);
    this.offsets = offsets;
    this.neighbors = neighbors;
    this.entry = entry(levels);
  }

  /** Copies a graph whose nodes were added in their order. */
  static SmallWorldGraph of(OnHeapHnswGraph graph) throws IOException {
    int[] levels = new int[graph.size()];
    for (int level = 1; level < graph.numLevels(); level++) {
      for (int node : HnswGraph.NodesIterator.getSortedNodes(graph.getNodesOnLevel(level))) {
        levels[node] = level;
      }
    }
    int[] firstLists = firstLists(levels);
    int[] offsets = new int[firstLists[levels.length] + 1];
    int[] neighbors = new int[64];
    int size = 0;
    for (int node = 0; node < levels.length; node++) {
      for (int level = 0; level <= levels[node]; level++) {
        graph.seek(level, node);
        for (int next = graph.nextNeighbor();
            next != DocIdSetIterator.NO_MORE_DOCS;
            next = graph.nextNeighbor()) {
          neighbors = size < neighbors.length ? neighbors : Arrays.copyOf(neighbors, 2 * size);
          neighbors[size++] = next;
        }
        offsets[firstLists[node] + level + 1] = size;
      }
    }
    return new SmallWorldGraph(levels, offsets, Arrays.copyOf(neighbors, size));
  }

  /**
   * Reads and checks a graph.
   *
   * @param nodes how many nodes it must have
   * @throws IllegalArgumentException if an array is missing, or is none of a graph
   */
  static SmallWorldGraph restore(ModelState state, int nodes) {
    int[] levels = state.ints("graphLevels", nodes);
    for (int node = 0; node < nodes; node++) {
      require(levels[node] >= 0 && levels[node] < MOST_LEVELS, "graphLevels", node, levels[node]);
    }
    int lists = firstLists(levels)[nodes];
    int[] offsets = state.ints("graphOffsets", lists + 1);
    int[] shape = state.shape("graphNeighbors");
    int[] neighbors = state.ints("graphNeighbors", shape.length == 1 ? shape[0] : 0);
    require(offsets[0] == 0, "graphOffsets", 0, offsets[0]);
    require(offsets[lists] == neighbors.length, "graphOffsets", lists, offsets[lists]);
    for (int i = 0; i < lists; i++) {
      require(offsets[i] <= offsets[i + 1], "graphOffsets", i, offsets[i]);
    }
    SmallWorldGraph graph = new SmallWorldGraph(levels, offsets, neighbors);
    graph.requireNeighborsOnTheirLevels();
    return graph;
  }

  /** The arrays that {@link #restore} reads. */
  Map<String, ModelArray> arrays() {
    Map<String, ModelArray> arrays = new LinkedHashMap<>();
    arrays.put("graphLevels", ModelArray.of(levels, levels.length));
    arrays.put("graphOffsets", ModelArray.of(offsets, offsets.length));
    arrays.put("graphNeighbors", ModelArray.of(neighbors, neighbors.length));
    return arrays;
  }

  int nodes() {
    return levels.length;
  }

  /** Opens the graph for one walk, on one thread. */
  HnswGraph walk() {
    return new Walk();
  }

  private void requireNeighborsOnTheirLevels() {
    for (int node = 0; node < levels.length; node++) {
      for (int level = 0; level <= levels[node]; level++) {
        int list = firstLists[node] + level;
        for (int i = offsets[list]; i < offsets[list + 1]; i++) {
          boolean known = neighbors[i] >= 0 && neighbors[i] < levels.length;
          require(known && levels[neighbors[i]] >= level, "graphNeighbors", i, neighbors[i]);
        }
      }
    }
  }

  private static void require(boolean right, String array, int place, int value) {
    if (!right) {
      throw new IllegalArgumentException(
          "the knn's array '%s' cannot have %d as value %d".formatted(array, value, place));
    }
  }

  /** Where the lists of every node begin among all lists; in the end, how many there are. */
  private static int[] firstLists(int[] levels) {
    int[] first = new int[levels.length + 1];
    for (int node = 0; node < levels.length; node++) {
      first[node + 1] = Math.addExact(first[node], levels[node] + 1);
    }
    return first;
  }

  /** Walks start from the first node of those that are highest up. */
  private static int entry(int[] levels) {
    int entry = 0;
    for (int node = 1; node < levels.length; node++) {
      entry = levels[node] > levels[entry] ? node : entry;
    }
    return entry;
  }

  private final class Walk extends HnswGraph {
    private int next;
    private int end;

    @Override
    public void seek(int level, int node) {
      int list = firstLists[node] + level;
      next = offsets[list];
      end = offsets[list + 1];
    }

    @Override
    public int nextNeighbor() {
      return next < end ? neighbors[next++] : DocIdSetIterator.NO_MORE_DOCS;
    }

    @Override
    public int size() {
      return levels.length;
    }

    @Override
    public int numLevels() {
      return levels[entry] + 1;
    }

    @Override
    public int entryNode() {
      return entry;
    }

    @Override
    public NodesIterator getNodesOnLevel(int level) {
      int count = 0;
      int[] nodes = new int[levels.length];
      for (int node = 0; node < levels.length; node++) {
        if (levels[node] >= level) {
          nodes[count++] = node;
        }
      }
      return new ArrayNodesIterator(nodes, count);
    }
  }
}
