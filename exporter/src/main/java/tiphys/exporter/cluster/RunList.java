// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tiphys.exporter.cluster.RunQuery.Part;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/**
 * Runs of a cluster, those that it still has and those of its archive as one, the last one first.
 *
 * @param archiveTrouble why the archive could not be asked, where there should be one
 */
public record RunList(List<Entry> runs, Optional<Problem> archiveTrouble) {
  public static final RunList NONE = new RunList(List.of(), Optional.empty());

  private static final Comparator<Entry> LAST_FIRST =
      Comparator.comparing((Entry entry) -> entry.run().created().orElse(Instant.MIN))
          .reversed()
          .thenComparing(entry -> entry.run().name());

  /**
   * @param isOfArchive whether it is told as the archive has it, which lacks what makes it large
   */
  public record Entry(WorkflowObject run, boolean isOfArchive) {}

  public RunList {
    runs = List.copyOf(runs);
  }

  /** Asks once for each part; blocks. */
  public static Outcome<RunList> of(ClusterGateway gateway, String namespace, RunQuery query) {
    ObjectFilter all = ObjectFilter.labelled(query.labels());
    ObjectFilter filter = query.isBrief() ? all.brief() : all;
    Outcome<Listing> live =
        query.part() == Part.ARCHIVED
            ? Outcome.done(new Listing(List.of(), ""))
            : gateway.list(ArgoKind.WORKFLOW, namespace, filter);
    if (query.part() == Part.LIVE) {
      return live.then(found -> Outcome.done(merged(found, new Listing(List.of(), ""), query)));
    }
    return live.then(
        found ->
            switch (gateway.archived(namespace, filter)) {
              case Outcome.Done<Listing>(Listing kept) -> Outcome.done(merged(found, kept, query));
              case Outcome.Refused<Listing>(Problem why) when query.part() == Part.ARCHIVED ->
                  Outcome.refused(why);
              case Outcome.Refused<Listing>(Problem why) ->
                  Outcome.done(
                      new RunList(
                          merged(found, new Listing(List.of(), ""), query).runs(),
                          Optional.of(why)
                              .filter(it -> it.code() != ProblemCode.CLUSTER_NEEDS_SERVER)));
            });
  }

  /** A run that is in both is taken as the cluster has it, which is newer. */
  private static RunList merged(Listing live, Listing archived, RunQuery query) {
    List<Entry> runs = new ArrayList<>();
    Set<String> known = new HashSet<>();
    Stream.concat(
            live.items().stream().map(WorkflowObject::new).map(run -> entry(run, false)),
            archived.items().stream().map(WorkflowObject::new).map(run -> entry(run, true)))
        .sorted(Comparator.comparing(Entry::isOfArchive))
        .filter(entry -> entry.run().uid().isEmpty() || known.add(entry.run().uid()))
        .forEach(runs::add);
    runs.removeIf(entry -> !query.has(entry));
    runs.sort(LAST_FIRST);
    return new RunList(runs, Optional.empty());
  }

  private static Entry entry(WorkflowObject run, boolean isOfArchive) {
    return new Entry(run, isOfArchive || run.isOfArchive());
  }
}
