// SPDX-License-Identifier: Apache-2.0
package tiphys.app.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tiphys.app.concurrent.Background;
import tiphys.exporter.cluster.RunList;
import tiphys.exporter.cluster.RunQuery;
import tiphys.exporter.local.KeptRun;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** Looks for the runs of this computer and of a cluster. Belongs to the window's thread. */
final class RunSearch {
  private static final Comparator<ListedRun> LAST_FIRST =
      Comparator.comparing((ListedRun entry) -> entry.run().created().orElse(Instant.MIN))
          .reversed();

  private final RunSource source;
  private final Background.Newest line;
  private final Ear ear;
  private Answer last = new Answer(Optional.empty(), List.of(), Optional.empty());
  private boolean isAsking;

  /**
   * Where is looked.
   *
   * @param connection absent for this computer alone
   * @param namespace empty for that of the connection
   * @param labels only a cluster knows them: with any, nothing of this computer is meant
   */
  record Wish(Optional<String> connection, String namespace, String labels) {}

  /**
   * What there is.
   *
   * @param connection the one that was asked
   * @param trouble why something may be missing
   */
  record Answer(Optional<String> connection, List<ListedRun> runs, Optional<Problem> trouble) {
    Answer {
      runs = List.copyOf(runs);
    }
  }

  /** Who hears of it. */
  record Ear(Consumer<Answer> found, Runnable stopped) {}

  private record Found(List<KeptRun> here, Outcome<RunList> there) {}

  RunSearch(RunSource source, Background remote, Ear ear) {
    this.source = source;
    this.line = remote.newest();
    this.ear = ear;
  }

  /** Because the user wants to know, who is told that it takes a while and may stop it. */
  void ask(Wish wish) {
    isAsking = true;
    wish.connection()
        .ifPresentOrElse(
            name ->
                line.run(
                    Background.Told.of("history.waiting-list", name),
                    question(wish),
                    found -> take(wish, found),
                    this::stopped),
            () -> line.run(question(wish), found -> take(wish, found)));
  }

  private void stopped() {
    isAsking = false;
    ear.stopped().run();
  }

  /** Because some time went by: whoever did not ask is not told, and a slow answer is awaited. */
  void askAgain(Wish wish) {
    if (!isAsking) {
      isAsking = true;
      line.run(question(wish), found -> take(wish, found));
    }
  }

  /** Nobody looks any more. */
  void drop() {
    isAsking = false;
    line.drop();
  }

  private Supplier<Found> question(Wish wish) {
    RunQuery query =
        new RunQuery(RunQuery.Part.BOTH, wish.labels(), Set.of(), "", Optional.empty(), true);
    return () ->
        new Found(
            wish.labels().isEmpty() ? source.here() : List.of(),
            wish.connection()
                .map(name -> source.open(name))
                .map(way -> way.then(there -> RunList.of(there, wish.namespace(), query)))
                .orElseGet(() -> Outcome.done(RunList.NONE)));
  }

  /** What a cluster had stays in sight while it does not answer. */
  private void take(Wish wish, Found found) {
    isAsking = false;
    List<ListedRun> all = new ArrayList<>();
    found.here().forEach(run -> all.add(ListedRun.of(run)));
    Optional<Problem> trouble =
        switch (found.there()) {
          case Outcome.Refused<RunList>(Problem why) -> {
            last.runs().stream()
                .filter(_ -> wish.connection().equals(last.connection()))
                .filter(run -> run.kept().isEmpty())
                .forEach(all::add);
            yield Optional.of(why);
          }
          case Outcome.Done<RunList>(RunList list) -> {
            list.runs().forEach(run -> all.add(ListedRun.of(run)));
            wish.connection().ifPresent(source::live);
            yield list.archiveTrouble();
          }
        };
    all.sort(LAST_FIRST);
    last = new Answer(wish.connection(), all, trouble);
    ear.found().accept(last);
  }
}
