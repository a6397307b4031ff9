// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tiphys.exporter.cluster.transport.Call;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * Lists as an Argo Server gives them (Argo: server/workflow/workflow_server.go).
 *
 * @param path of what is listed
 */
record ServerLists(ArgoKind kind, String path, Function<Call, Outcome<ObjectNode>> server) {
  /** What a list of runs does without; the dash stands for all of them. */
  private static final String BRIEF =
      "-items.status.nodes,items.status.compressedNodes,items.status.storedTemplates";

  /** Whether there is another page is told only where what is left is counted. */
  private static final String COUNTED = "ext.showRemainingItemCount=true";

  /** As many pages as there are; of kinds that are few, and of one that is named, just one. */
  Outcome<Listing> of(ObjectFilter filter) {
    if (kind != ArgoKind.WORKFLOW || !filter.name().isEmpty()) {
      return atOnce(filter);
    }
    Outcome<Listing> all =
        inPages(filter, call -> fitting(call.with("listOptions.fieldSelector", COUNTED), filter));
    // an older server cannot count
    return all.refusal().filter(why -> why.code() == ProblemCode.CLUSTER_REFUSED).isPresent()
        ? atOnce(filter)
        : all;
  }

  /**
   * Pages are by number: a run that goes between two of them can hide another, so they are for who
   * looks again.
   */
  Outcome<Listing> inPages(ObjectFilter filter, UnaryOperator<Call> more) {
    return new Pages(
            filter,
            (limit, next) ->
                server.apply(
                    more.apply(Call.get(path))
                        .with("listOptions.labelSelector", filter.labels())
                        .with("listOptions.limit", limit)
                        .with("listOptions.continue", next)))
        .all();
  }

  Outcome<Listing> atOnce(ObjectFilter filter) {
    return server
        .apply(fitting(filtered(Call.get(path), filter), filter))
        .then(answer -> Outcome.done(Listing.of(answer)));
  }

  /**
   * The server looks up the version of a list after the list, so a change between the two would
   * never be told. The version of a list before it may tell changes twice, but loses none.
   */
  Outcome<String> version() {
    return server
        .apply(Call.get(path).with("listOptions.limit", "1").with("fields", "metadata"))
        .then(before -> Outcome.done(Listing.of(before).resourceVersion()));
  }

  private Call fitting(Call call, ObjectFilter filter) {
    return filter.isBrief() && kind == ArgoKind.WORKFLOW ? call.with("fields", BRIEF) : call;
  }

  static Call filtered(Call call, ObjectFilter filter) {
    return call.with("listOptions.labelSelector", filter.labels())
        .with("listOptions.fieldSelector", filter.fieldSelector())
        .with("listOptions.limit", filter.limit() > 0 ? String.valueOf(filter.limit()) : "");
  }
}
