// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import tiphys.model.diagram.Diagram;
import tiphys.model.given.Comments;
import tiphys.model.given.Meaning;
import tiphys.model.given.OtherReader;
import tiphys.model.given.Statements;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.problem.Outcome;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/**
 * Commands, undos and redos on one file, in any order. After each, what is kept is what reading
 * afresh gives, another reader reads the same, and no line went that still says something.
 */
final class CommandTrial {
  /** Brackets, an emptied collection's key, a blank line between two, the line end of the text. */
  private static final int SLACK = 3;

  /** Whose purpose it is that lines stand elsewhere. */
  private static final Set<Class<? extends Command>> MOVES =
      Set.of(
          MoveItem.class,
          MoveTask.class,
          MoveStep.class,
          ChangeKind.class,
          ExtractTemplate.class,
          InlineTemplate.class);

  static int done;
  static int refused;

  private final Diagram diagram;
  private final String opened;
  private final Random random;
  private final boolean isReadByOther;
  private final List<String> told = new ArrayList<>();

  CommandTrial(String text, Random random) {
    this.opened = text;
    this.diagram = Diagram.open(SourceText.of(text), Positions.NONE);
    this.random = random;
    this.isReadByOther = isReadAlike(diagram.state());
  }

  void run(int steps) {
    if (diagram.state().tree().syntaxError().isPresent()) {
      return;
    }
    try {
      for (int i = 0; i < steps; i++) {
        step();
      }
      while (diagram.undoable().isPresent()) {
        diagram.undo();
      }
      assertEquals(opened, diagram.state().text().toString(), "all undone");
    } catch (AssertionError | RuntimeException e) {
      fail(
          "after " + String.join("\n then ", told) + "\non\n" + diagram.state().text() + "-----\n",
          e);
    }
  }

  private void step() {
    DiagramState before = diagram.state();
    switch (random.nextInt(6)) {
      case 0 -> told(diagram.undoable(), "undo ", diagram::undo);
      case 1 -> told(diagram.redoable(), "redo ", diagram::redo);
      default -> command(before);
    }
  }

  private void told(Optional<String> step, String how, Runnable move) {
    if (step.isPresent()) {
      told.add(how + step.get());
      move.run();
      assertAsRead();
    }
  }

  private void command(DiagramState before) {
    List<Scope> scopes = Scopes.all(before.workflow());
    if (scopes.isEmpty()) {
      return;
    }
    CommandSamples.Choice choice = new CommandSamples.Choice(pick(), pick(), pick(), pick());
    Command command =
        CommandSamples.of(choice, CommandSamples.scope(choice, scopes, before), before);
    told.add(command.toString());
    switch (diagram.apply(command)) {
      case Outcome.Refused<DiagramState> _ -> {
        told.removeLast();
        refused++;
        assertSame(before, diagram.state());
      }
      case Outcome.Done<DiagramState>(DiagramState after) -> {
        done++;
        CommandContractTest.assertIntended(command, before, after);
        assertAsRead();
        if (!after.text().equals(before.text())) {
          assertKept(command, before, after);
        }
      }
    }
  }

  private int pick() {
    return random.nextInt(10_000);
  }

  private void assertAsRead() {
    KeptStateTest.assertAsReadAfresh(diagram.state());
    assertTrue(!isReadByOther || isReadAlike(diagram.state()), "another reader reads it otherwise");
  }

  private static boolean isReadAlike(DiagramState state) {
    List<Meaning> ours =
        state.tree().documents().stream().map(document -> Meaning.of(document.root())).toList();
    return OtherReader.read(state.text().toString()).filter(ours::equals).isPresent();
  }

  private static void assertKept(Command command, DiagramState before, DiagramState after) {
    BitSet gone = Statements.goneLines(before.text(), after.text());
    BitSet concerned = Statements.concernedLines(before.tree(), after.tree(), false);
    if (command instanceof DeleteTasks || command instanceof DeleteTemplate) {
      concerned.or(Statements.concernedLines(before.tree(), after.tree(), true));
    }
    if (!(command instanceof SetNote)) {
      BitSet owned = CommentLinesOf.owned(before.text(), concerned);
      if (command instanceof ExtractTemplate || command instanceof InlineTemplate) {
        owned.or(CommentLinesOf.waiting(before.text()));
      } else {
        BitSet items = Statements.concernedLines(before.tree(), after.tree(), true);
        owned.or(CommentLinesOf.owned(before.text(), items));
      }
      assertCommentsKept(before.text(), after.text(), owned);
      concerned.or(CommentLinesOf.owned(before.text(), concerned));
    } else {
      concerned.or(CommentLinesOf.all(before.text()));
    }
    gone.andNot(concerned);
    // the marks of an entry whose key stands on a line of its own say nothing themselves
    gone.stream().filter(line -> bare(before.text(), line).matches("[?:]? *")).forEach(gone::clear);
    if (MOVES.contains(command.getClass())) {
      withoutMoved(gone, before.text(), after.text());
    }
    assertTrue(
        gone.cardinality() <= SLACK + (command instanceof AddSlot ? passed(after.text()) : 0),
        () ->
            "lines changed for nothing: "
                + shown(before, gone)
                + "\nfrom\n"
                + before.text()
                + "\n");
  }

  /** Where callers pass what was added, each perhaps between brackets on its line. */
  private static int passed(SourceText after) {
    return after.toString().split("\\badded\\b", -1).length;
  }

  /** Without those that stand elsewhere as they stood, however far moved in. */
  private static void withoutMoved(BitSet gone, SourceText before, SourceText after) {
    Set<String> there = new HashSet<>();
    for (int line = 0; line < after.lineCount(); line++) {
      there.add(bare(after, line));
    }
    gone.stream().filter(line -> there.contains(bare(before, line))).forEach(gone::clear);
  }

  private static String bare(SourceText text, int line) {
    return text.slice(text.lineStart(line), text.lineEnd(line)).replaceFirst("^[ -]*", "");
  }

  private static String shown(DiagramState state, BitSet lines) {
    StringBuilder out = new StringBuilder();
    lines.stream()
        .forEach(
            line ->
                out.append('\n')
                    .append(line + 1)
                    .append(' ')
                    .append(
                        state
                            .text()
                            .slice(state.text().lineStart(line), state.text().lineEnd(line))));
    return out.toString();
  }

  private static void assertCommentsKept(SourceText before, SourceText after, BitSet owned) {
    List<String> lost = new ArrayList<>(Comments.of(before));
    Comments.of(after).forEach(lost::remove);
    owned.stream()
        .mapToObj(line -> before.slice(before.lineStart(line), before.lineEnd(line)))
        .forEach(line -> lost.removeIf(line::contains));
    assertTrue(lost.isEmpty(), () -> "comments lost: " + lost + "\nfrom\n" + before);
  }
}
