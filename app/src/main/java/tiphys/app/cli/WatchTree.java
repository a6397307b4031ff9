// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tiphys.app.message.Elapsed;
import tiphys.app.message.Messages;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.run.RunTree;

/** Writes a run as a tree, as {@code argo watch} does: what it is, how far it is, every node. */
final class WatchTree {
  private static final int LONGEST_MESSAGE = 60;
  private static final int LAST_RANK = 2;

  private final Messages messages;
  private final Clock clock;

  WatchTree(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  static String mark(NodePhase phase) {
    return switch (phase) {
      case PENDING -> "◷";
      case RUNNING -> "●";
      case SUCCEEDED -> "✓";
      case FAILED, ERROR -> "✗";
      case SKIPPED, OMITTED -> "○";
    };
  }

  /** The lines for one moment. */
  List<String> lines(RunSnapshot run) {
    return lines(run, Integer.MAX_VALUE);
  }

  /** At most so many lines: where not all nodes fit, those come first that go on or failed. */
  List<String> lines(RunSnapshot run, int most) {
    List<String> lines = head(run);
    List<RunTree.Row> all = RunTree.rows(run);
    int room = Math.max(1, most - lines.size());
    List<RunTree.Row> rows = all.size() > room ? telling(all, room - 1) : all;
    int widest = 0;
    List<String> heads = new ArrayList<>();
    for (RunTree.Row row : rows) {
      String head = branches(row) + mark(row.node().phase()) + " " + row.node().displayName();
      heads.add(head);
      widest = Math.max(widest, Math.min(CellWidth.of(head), 60));
    }
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(heads.get(i), widest, rows.get(i).node()));
    }
    if (rows.size() < all.size()) {
      lines.add(messages.text("cli.watch-more", all.size() - rows.size()));
    }
    return lines;
  }

  /** What tells most, each with what it is in; then the others, as many as fit. */
  private static List<RunTree.Row> telling(List<RunTree.Row> all, int room) {
    BitSet chosen = new BitSet();
    for (int rank = 0; rank <= LAST_RANK; rank++) {
      for (int i = 0; i < all.size() && chosen.cardinality() < room; i++) {
        if (rank(all.get(i).node()) == rank) {
          choose(all, i, chosen, room);
        }
      }
    }
    return chosen.stream().mapToObj(all::get).toList();
  }

  private static void choose(List<RunTree.Row> all, int row, BitSet chosen, int room) {
    int depth = all.get(row).depth() + 1;
    BitSet wanted = new BitSet();
    for (int i = row; i >= 0 && depth > 0; i--) {
      if (all.get(i).depth() < depth) {
        depth = all.get(i).depth();
        wanted.set(i);
      }
    }
    wanted.or(chosen);
    if (wanted.cardinality() <= room) {
      chosen.or(wanted);
    }
  }

  private static int rank(NodeStatus node) {
    return switch (node.phase()) {
      case RUNNING, FAILED, ERROR -> 0;
      case PENDING -> 1;
      case SUCCEEDED, SKIPPED, OMITTED -> LAST_RANK;
    };
  }

  private List<String> head(RunSnapshot run) {
    List<String> lines = new ArrayList<>();
    lines.add(messages.text("cli.watch-name", run.workflowName()));
    run.phase().ifPresent(phase -> lines.add(messages.text("cli.watch-phase", phase(phase))));
    lines.add(messages.text("cli.watch-progress", finished(run), pods(run)));
    run.startedAt()
        .ifPresent(
            from -> lines.add(messages.text("cli.watch-time", time(from, run.finishedAt()))));
    lines.add("");
    return lines;
  }

  private String line(String head, int width, NodeStatus node) {
    String message = node.message().lines().findFirst().orElse("");
    String end =
        message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message;
    String time =
        node.phase().isFinished() || node.phase() == NodePhase.RUNNING
            ? node.startedAt().map(from -> time(from, node.finishedAt())).orElse("")
            : "";
    return (CellWidth.padded(head, width)
            + "  "
            + CellWidth.padded(phase(node.phase()), 10)
            + " "
            + " ".repeat(Math.max(0, 6 - time.length()))
            + time
            + "  "
            + end)
        .stripTrailing();
  }

  private static String branches(RunTree.Row row) {
    StringBuilder branches = new StringBuilder();
    for (int level = 0; level < row.depth(); level++) {
      boolean isLast = row.isLastOf().get(level);
      boolean isOwn = level == row.depth() - 1;
      branches.append(isOwn ? isLast ? "└─" : "├─" : isLast ? "  " : "│ ");
    }
    return branches.toString();
  }

  private static long pods(RunSnapshot run) {
    return run.nodes().values().stream().filter(node -> node.type().equals("Pod")).count();
  }

  private static long finished(RunSnapshot run) {
    return run.nodes().values().stream()
        .filter(node -> node.type().equals("Pod") && node.phase().isFinished())
        .count();
  }

  private String time(Instant from, Optional<Instant> to) {
    return Elapsed.units(Duration.between(from, to.orElseGet(clock::instant)));
  }

  private String phase(NodePhase phase) {
    return messages.text("phase." + phase.name().toLowerCase(Locale.ROOT));
  }
}
