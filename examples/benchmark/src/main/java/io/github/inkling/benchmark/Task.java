package io.github.inkling.benchmark;

import io.github.inkling.benchmark.rival.Rival;
import java.util.List;

/**
 * What several libraries do side by side.
 *
 * @param name short, such as {@code svm}
 * @param description with the settings that all share
 * @param rivals the first is Inkling
 */
record Task(String name, String description, List<Rival<?>> rivals) {}
