// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import tiphys.model.command.AddTask;
import tiphys.model.command.Command;
import tiphys.model.command.ConnectTasks;
import tiphys.model.command.DeleteTasks;
import tiphys.model.command.FieldOwner;
import tiphys.model.command.RenameTask;
import tiphys.model.command.SetField;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.TaskName;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlTree;

/**
 * How long an edit of a large file takes without any window: from the command to the next state
 * with its text, tree, workflow, graph and problems; and back. Files of 5 MB have so many tasks, or
 * say so much beside them, or pass so much on, or are JSON.
 */
public final class LargeFileBenchmark {
  private static final int ROUNDS = 24;
  private static final int WARM_UP = 12;
  private static final int LARGE = 5_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String CALL = "template: echo\n";

  /** What another file of the folder holds. */
  private static final List<Library.Entry> OTHERS =
      WorkflowReader.read(
              YamlTree.parse(
                  SourceText.of(
                      "kind: WorkflowTemplate\nmetadata: {name: other}\nspec: {templates: []}\n")))
          .resources()
          .stream()
          .map(resource -> new Library.Entry("other.yaml", 0, resource))
          .toList();

  private static String wanted = "";

  /**
   * What an edit took, in milliseconds.
   *
   * @param whole by the clock, with what others had of the machine meanwhile
   * @param work the thread's own
   */
  private record Took(double whole, double work) {}

  private LargeFileBenchmark() {}

  /**
   * Takes the number of tasks of the file that is not of 5 MB, 10,000 without it, and a word of the
   * name of those that are to be measured, all without it.
   */
  public static void main(String[] arguments) throws IOException {
    int tasks = LargeWorkflow.tasks(arguments);
    wanted = arguments.length > 1 ? arguments[1] : "";
    SourceText some = LargeWorkflow.of(tasks);
    int many = (int) ((long) tasks * LARGE / some.length());
    System.out.printf(
        "each edit and its undo %d times all over the file, after %d not counted%n",
        ROUNDS, WARM_UP);
    measure("YAML", some.toString(), tasks);
    measure("YAML, many tasks", LargeWorkflow.of(many).toString(), many);
    measure("YAML, long comments behind lines", commented(some.toString(), tasks), tasks);
    measure("YAML, arguments that read of other tasks", passing(some.toString(), tasks), tasks);
    ObjectWriter pretty = new ObjectMapper().writerWithDefaultPrettyPrinter();
    measureJson("JSON", pretty, tasks);
    measureJson("JSON in one line", new ObjectMapper().writer(), tasks);
    System.exit(0);
  }

  private static void measureJson(String name, ObjectWriter writer, int tasks) throws IOException {
    int length = writer.writeValueAsString(values(tasks)).length();
    int many = (int) ((long) tasks * LARGE / length);
    measure(name, writer.writeValueAsString(values(many)), many);
  }

  /** Behind the call of each task a comment, which all are as long as makes a file of 5 MB. */
  private static String commented(String text, int tasks) {
    String tail = " # " + "why it is so ".repeat((LARGE - text.length()) / tasks / 13);
    return text.replace(CALL, CALL.strip() + tail + "\n");
  }

  /**
   * Each task passes what it read of the first that it waits for, in as many words as fill 5 MB.
   */
  private static String passing(String text, int tasks) {
    String words = "why it is so ".repeat((LARGE - text.length()) / tasks / 13 - 10);
    StringBuilder passing = new StringBuilder(LARGE);
    String waits = "            depends: ";
    for (String line : text.split("\n", -1)) {
      passing.append(line).append('\n');
      if (line.startsWith(waits)) {
        String first = line.substring(waits.length()).split(" ", 2)[0];
        passing
            .append("            arguments:\n              parameters:\n")
            .append("                - name: message\n                  value: \"{{tasks.")
            .append(first)
            .append(".outputs.result}} ")
            .append(words)
            .append("\"\n");
      }
    }
    return passing.toString();
  }

  private static JsonNode values(int tasks) throws IOException {
    LoaderOptions roomy = new LoaderOptions();
    roomy.setCodePointLimit(Integer.MAX_VALUE);
    YAMLFactory factory = YAMLFactory.builder().loaderOptions(roomy).build();
    return new ObjectMapper(factory).readTree(LargeWorkflow.of(tasks).toString());
  }

  private static void measure(String name, String text, int tasks) {
    if (!name.contains(wanted)) {
      return;
    }
    double empty = heap();
    Diagram diagram = Diagram.open(SourceText.of(text), Positions.NONE);
    double opened = heap();
    Scope scope = new Scope(0, new TemplateName("main"));
    if (!Scopes.exists(diagram.state().workflow(), scope)) {
      throw new IllegalStateException(String.valueOf(diagram.state().problems()));
    }
    Map<String, Times> each = new LinkedHashMap<>();
    Times all = new Times();
    Times work = new Times();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Command command : commands(scope, round, tasks)) {
        Took done = time(() -> edit(diagram, command));
        Took undone = time(diagram::undo);
        if (round >= 0) {
          each.computeIfAbsent(command.getClass().getSimpleName(), _ -> new Times())
              .add(done.work());
          each.computeIfAbsent("undo", _ -> new Times()).add(undone.work());
          for (Took took : List.of(done, undone)) {
            all.add(took.whole());
            work.add(took.work());
          }
        }
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      Library around = Library.of(round % 2 == 0 ? List.of() : OTHERS);
      each.computeIfAbsent("another file of the folder", _ -> new Times())
          .add(time(() -> diagram.use(around)).work());
    }
    System.out.printf(Locale.ROOT, "%s: %.1f MB, %,d tasks%n", name, text.length() / 1e6, tasks);
    each.forEach((kind, times) -> times.print("  work: " + kind));
    work.print("  work: all");
    all.print("  by the clock: all");
    System.out.printf(
        Locale.ROOT,
        "  heap in use after a collection: %.0f MB more when opened, %.0f MB more when edited%n",
        opened - empty,
        heap() - empty);
    if (!diagram.state().text().toString().equals(text)) {
      throw new IllegalStateException("not the same text after undo");
    }
  }

  private static void edit(Diagram diagram, Command command) {
    diagram
        .apply(command)
        .refusal()
        .ifPresent(
            why -> {
              throw new IllegalStateException(why.toString());
            });
  }

  /** All over the file, each to be undone before the next. */
  private static List<Command> commands(Scope scope, int round, int tasks) {
    int chosen = Math.floorMod(round * 7_919, tasks - 300);
    NodeId task = new NodeId("task-" + chosen);
    NodeId below = new NodeId("task-" + (chosen + 250));
    return List.of(
        new SetField(new FieldOwner.OfTask(scope, task), List.of("when"), "1 == " + round),
        new ConnectTasks(scope, task, below),
        new AddTask(
            scope,
            new TemplateName("echo"),
            Optional.of(new TaskName("added")),
            Optional.empty(),
            List.of(task),
            List.of()),
        new RenameTask(scope, task, new TaskName("renamed")),
        new DeleteTasks(scope, Set.of(task)));
  }

  private static Took time(Runnable work) {
    long begun = System.nanoTime();
    long workBefore = THREADS.getCurrentThreadCpuTime();
    work.run();
    double done = (THREADS.getCurrentThreadCpuTime() - workBefore) / 1e6;
    return new Took(Times.since(begun), done);
  }

  private static double heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }
}
