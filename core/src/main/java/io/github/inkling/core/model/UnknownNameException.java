package io.github.inkling.core.model;

import java.io.Serial;
import java.util.Collection;
import java.util.List;

/** A name that nothing has; it tells the names there are, so that the nearest can be suggested. */
public final class UnknownNameException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  private final transient String name;
  private final transient List<String> known;

  /**
   * An unknown name.
   *
   * @param problem what is missing, such as {@code "there are no features named"}
   * @param name the unknown name
   * @param known the names there are, in the order to tell them
   */
  public UnknownNameException(String problem, String name, Collection<String> known) {
    super("%s '%s'; known are %s".formatted(problem, name, String.join(", ", known)));
    this.name = name;
    this.known = List.copyOf(known);
  }

  /**
   * The unknown name.
   *
   * @return as it was given
   */
  public String name() {
    return name;
  }

  /**
   * The names there are.
   *
   * @return in the order of the message
   */
  public List<String> known() {
    return known;
  }
}
