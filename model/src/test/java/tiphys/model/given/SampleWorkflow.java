// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tiphys.model.given.Sample.Fields;
import tiphys.model.given.Sample.Items;
import tiphys.model.given.Sample.Plain;
import tiphys.model.given.Sample.Text;

/** Says what a made-up resource of Argo holds. */
final class SampleWorkflow {
  private static final List<String> TEXTS =
      List.of(
          "hello",
          "busybox:1.36",
          "on",
          "0777",
          "1.10",
          "a: b",
          "a #b",
          "- x",
          "{{inputs.parameters.message}}",
          "{{item}}",
          "it's",
          "say \"hi\"",
          "",
          " lead",
          "trail ",
          "日本語 😀",
          "[x]",
          "k:",
          "back\\slash",
          "set -e\necho one\n\necho two\n",
          "no break\nat the end",
          "  indented\nfirst\n",
          "kept\n\n\n",
          "# no comment\nrun\n",
          "a,b",
          "*a",
          "&a",
          "%x",
          "@x",
          "null",
          "~");

  private final Random random;

  SampleWorkflow(Random random) {
    this.random = random;
  }

  Fields resource() {
    String kind = pick("Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate", "CronWorkflow");
    Fields spec =
        Sample.fields()
            .and("entrypoint", "main")
            .and("arguments", Sample.fields().and("parameters", parameters()));
    spec = spec.and("templates", templates());
    Fields whole =
        Sample.fields()
            .and("apiVersion", "argoproj.io/v1alpha1")
            .and("kind", kind)
            .and("metadata", metadata());
    return kind.equals("CronWorkflow")
        ? whole.and(
            "spec",
            Sample.fields()
                .and("schedules", new Items(List.of(new Text("0 * * * *"))))
                .and("workflowSpec", spec))
        : whole.and("spec", spec);
  }

  /** Something that is none of Argo's and has to be left alone. */
  Fields other() {
    return Sample.fields()
        .and("kind", "ConfigMap")
        .and("data", Sample.fields().and("on", text()).and("key-2", text()));
  }

  private Fields metadata() {
    Fields metadata = Sample.fields().and("generateName", "made-up-");
    return random.nextInt(3) == 0
        ? metadata.and("labels", Sample.fields().and("on", text()).and("a/b", text()))
        : metadata;
  }

  private Items parameters() {
    List<Sample> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Sample value = random.nextInt(5) == 0 ? new Plain(pick("1", "true", "0.5")) : text();
      items.add(Sample.fields().and("name", "p" + i).and("value", value));
    }
    return new Items(items);
  }

  private Items templates() {
    List<Sample> items = new ArrayList<>();
    items.add(random.nextInt(3) == 0 ? steps("main") : dag("main"));
    items.add(leaf("echo"));
    for (int i = 0; i < random.nextInt(3); i++) {
      items.add(random.nextBoolean() ? leaf("extra-" + i) : dag("flow-" + i));
    }
    return new Items(items);
  }

  private Fields leaf(String name) {
    Fields template = Sample.fields().and("name", name);
    if (random.nextBoolean()) {
      template =
          template.and(
              "inputs",
              Sample.fields()
                  .and("parameters", new Items(List.of(Sample.fields().and("name", "message")))));
    }
    return switch (random.nextInt(4)) {
      case 0 ->
          template.and(
              "script",
              Sample.fields()
                  .and("image", "alpine")
                  .and("command", new Items(List.of(new Text("sh"))))
                  .and("source", text()));
      case 1 -> template.and("suspend", Sample.fields());
      default ->
          template.and(
              "container",
              Sample.fields()
                  .and("image", text())
                  .and("args", new Items(List.of(text(), text())))
                  .and(
                      "env",
                      new Items(List.of(Sample.fields().and("name", "A").and("value", text())))));
    };
  }

  private Fields dag(String name) {
    List<Sample> tasks = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    boolean asList = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      Fields task = Sample.fields().and("name", "t" + i);
      if (i > 0 && random.nextInt(4) > 0) {
        String before = "t" + random.nextInt(i);
        task =
            asList
                ? task.and("dependencies", new Items(List.of(new Text(before))))
                : task.and("depends", before + (random.nextInt(3) == 0 ? ".Succeeded" : ""));
      }
      tasks.add(called(task));
    }
    return Sample.fields()
        .and("name", name)
        .and("dag", Sample.fields().and("tasks", new Items(tasks)));
  }

  private Fields steps(String name) {
    List<Sample> groups = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      List<Sample> group = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(2); j++) {
        group.add(called(Sample.fields().and("name", "s" + i + "-" + j)));
      }
      groups.add(new Items(group));
    }
    return Sample.fields().and("name", name).and("steps", new Items(groups));
  }

  private Fields called(Fields task) {
    Fields called = task.and("template", "echo");
    if (random.nextInt(3) > 0) {
      called =
          called.and(
              "arguments",
              Sample.fields()
                  .and(
                      "parameters",
                      new Items(
                          List.of(Sample.fields().and("name", "message").and("value", text())))));
    }
    if (random.nextInt(5) == 0) {
      called = called.and("withItems", new Items(List.of(text(), new Plain("2"))));
    }
    return random.nextInt(6) == 0 ? called.and("when", "{{item}} == 1") : called;
  }

  private Text text() {
    return new Text(TEXTS.get(random.nextInt(TEXTS.size())));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
