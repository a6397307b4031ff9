// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes by their fields, as Argo selects them (docs/node-field-selector.md): {@code =}, {@code ==}
 * and {@code !=}, with commas between for "and".
 */
record NodeSelector(List<Term> terms) {
  private static final String INPUT = "inputs.parameters.";

  record Term(String field, boolean isEqual, String value) {}

  static NodeSelector of(String written) {
    List<Term> terms = new ArrayList<>();
    for (String part : written.split("(?<!\\\\),", -1)) {
      int not = part.indexOf("!=");
      int is = part.indexOf('=');
      if (not > 0) {
        terms.add(new Term(part.substring(0, not).strip(), false, value(part, not + 2)));
      } else if (is > 0) {
        int from = part.startsWith("=", is + 1) ? is + 2 : is + 1;
        terms.add(new Term(part.substring(0, is).strip(), true, value(part, from)));
      }
    }
    return new NodeSelector(List.copyOf(terms));
  }

  /** A comma, an equals sign or a backslash in a value has a backslash before it. */
  private static String value(String part, int from) {
    return part.substring(from).strip().replaceAll("\\\\([\\\\,=])", "$1");
  }

  /** Nothing is selected by a selector without terms. */
  boolean matches(JsonNode node) {
    return !terms.isEmpty()
        && terms.stream()
            .allMatch(term -> term.isEqual() == value(node, term).equals(term.value()));
  }

  private static String value(JsonNode node, Term term) {
    if (term.field().startsWith(INPUT)) {
      String name = term.field().substring(INPUT.length()).replaceFirst("\\.value$", "");
      for (JsonNode each : node.at("/inputs/parameters")) {
        if (each.path("name").asText().equals(name)) {
          return each.path("value").asText("");
        }
      }
      return "";
    }
    return node.at("/" + term.field().replace('.', '/')).asText("");
  }
}
