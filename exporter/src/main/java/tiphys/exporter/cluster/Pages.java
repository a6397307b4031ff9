// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * A long list, asked for page by page: an answer with thousands of runs would be larger than
 * servers send, and would be held as a whole.
 */
final class Pages {
  private static final int PAGE = 200;

  /** A server that goes on for ever is not listened to for ever. */
  private static final int MOST_PAGES = 2_000;

  private final ObjectFilter filter;
  private final Page page;

  /** Asks for one of them. */
  interface Page {
    /**
     * @param limit the most that it may have; empty for all that there are
     * @param next what the page before it said; empty for the first
     */
    Outcome<ObjectNode> ask(String limit, String next);
  }

  Pages(ObjectFilter filter, Page page) {
    this.filter = filter;
    this.page = page;
  }

  /**
   * All of them, as of the version of the first. Where the server forgets that version on the way,
   * they are asked for at once instead.
   */
  Outcome<Listing> all() {
    List<ObjectNode> items = new ArrayList<>();
    String version = "";
    String next = "";
    for (int i = 0; i < MOST_PAGES && (i == 0 || !next.isEmpty()) && isWanted(items); i++) {
      Outcome<ObjectNode> asked = page.ask(limit(items), next);
      if (asked.refusal().isPresent()) {
        boolean isForgotten = i > 0 && asked.refusal().get().code() == ProblemCode.CLUSTER_TOO_LATE;
        return isForgotten
            ? page.ask("", "").then(whole -> Outcome.done(fitting(Listing.of(whole))))
            : asked.then(_ -> Outcome.done(new Listing(List.of(), "")));
      }
      ObjectNode answer = asked.result().orElseThrow();
      Listing found = fitting(Listing.of(answer));
      items.addAll(found.items());
      version = i == 0 ? found.resourceVersion() : version;
      next = answer.at("/metadata/continue").asText("");
    }
    return Outcome.done(new Listing(items, version));
  }

  private boolean isWanted(List<ObjectNode> items) {
    return filter.limit() == 0 || items.size() < filter.limit();
  }

  private String limit(List<ObjectNode> items) {
    return String.valueOf(
        filter.limit() == 0 ? PAGE : Math.min(PAGE, filter.limit() - items.size()));
  }

  private Listing fitting(Listing found) {
    return filter.isBrief() ? found.brief() : found;
  }
}
