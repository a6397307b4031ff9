// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.app.canvas.CanvasBench;
import tiphys.model.command.AddTask;
import tiphys.model.command.Command;
import tiphys.model.command.ConnectTasks;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.DisconnectTasks;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.RenameTask;
import tiphys.model.command.SetField;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;

/**
 * How long an edit takes with many tasks, from the command to the picture that shows it: first with
 * nothing but the canvas on the screen, then in the program's window with its source, inspector and
 * list of problems.
 */
public final class EditBenchmark {
  private static final int ROUNDS = 60;
  private static final int WARM_UP = 40;

  private EditBenchmark() {}

  /** Takes the number of tasks; 10,000 without it. */
  public static void main(String[] arguments) {
    int tasks = LargeWorkflow.tasks(arguments);
    System.out.println("the canvas alone");
    Window.start();
    measure(Shown.canvas(LargeWorkflow.of(tasks)), tasks);
    System.out.println("the program's window");
    var window = Window.on(Shown::program);
    Shown.open(window, tasks);
    measure(Shown.of(window), tasks);
    System.exit(0);
  }

  private static void measure(Shown shown, int tasks) {
    Window.run(() -> CanvasBench.look(shown.model(), 1, 0, 0));
    Map<String, Times> whole = new LinkedHashMap<>();
    Map<String, Times> change = new LinkedHashMap<>();
    Times all = new Times();
    Times work = new Times();
    Times next = new Times();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Command command : commands(shown.editor().scope().orElseThrow(), round, tasks)) {
        Window.Frame frame = edit(shown, command);
        if (round >= 0) {
          String name = command.getClass().getSimpleName();
          whole.computeIfAbsent(name, _ -> new Times()).add(frame.whole());
          change.computeIfAbsent(name, _ -> new Times()).add(frame.change());
          all.add(frame.whole());
          work.add(frame.work());
          next.add(frame.next());
        }
      }
    }
    whole.forEach(
        (name, times) -> {
          times.print("  " + name);
          change.getOrDefault(name, times).print("    of it the change and its listeners");
        });
    all.print("  all");
    work.print("  of it work of the window's thread");
    next.print("  the frame that follows, with what was put off");
  }

  private static Window.Frame edit(Shown shown, Command command) {
    Object before = Window.on(() -> CanvasBench.drawing(shown.model()));
    return Window.frame(
        () -> {
          var refusal = shown.editor().apply(command).refusal();
          if (refusal.isPresent()) {
            throw new IllegalStateException(refusal.get().toString());
          }
        },
        () -> !CanvasBench.drawing(shown.model()).equals(before));
  }

  /** Edits all over the file, which leave it as it was. */
  private static List<Command> commands(Scope scope, int round, int tasks) {
    int chosen = Math.floorMod(round * 7_919, tasks - 300);
    NodeId task = new NodeId("task-" + chosen);
    NodeId below = new NodeId("task-" + (chosen + 250));
    NodeId added = new NodeId("added");
    NodeId renamed = new NodeId("renamed");
    List<Command> commands = new ArrayList<>();
    commands.add(
        new SetField(new FieldOwner.OfTask(scope, task), List.of("when"), "1 == " + round));
    commands.add(new SetField(new FieldOwner.OfTask(scope, task), List.of("when"), ""));
    commands.add(new ConnectTasks(scope, task, below));
    commands.add(new DisconnectTasks(scope, task, below));
    commands.add(
        new AddTask(
            scope,
            new TemplateName("echo"),
            Optional.of(new TaskName("added")),
            Optional.empty(),
            List.of(task),
            List.of()));
    commands.add(new RenameTask(scope, added, new TaskName("renamed")));
    commands.add(new DeleteTasks(scope, Set.of(renamed)));
    return commands;
  }
}
