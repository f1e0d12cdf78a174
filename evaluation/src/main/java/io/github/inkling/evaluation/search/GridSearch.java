package io.github.inkling.evaluation.search;

import java.util.List;
import java.util.Map;

/** Tries every combination of listed values. */
public record GridSearch() implements SearchStrategy {
  @Override
  public List<Map<String, String>> candidates(SearchSpace space) {
    return space.all();
  }
}
