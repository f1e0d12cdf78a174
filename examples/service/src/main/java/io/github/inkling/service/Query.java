package io.github.inkling.service;

import io.javalin.http.Context;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/** Parameters of an address; Javalin decodes them by the charset of the body, if it knows that. */
final class Query {
  private Query() {}

  /**
   * The first value of a parameter.
   *
   * @return null if there is none
   * @throws ProblemException if the parameters cannot be decoded
   */
  static String value(Context request, String name) {
    String query = request.req().getQueryString();
    if (query == null) {
      return null;
    }
    Fields fields = new Fields();
    try {
      UrlEncoded.decodeUtf8To(query, fields);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.Kind.BAD_REQUEST, "what follows the ? of the address is no query in UTF-8");
    }
    return fields.getValue(name);
  }
}
