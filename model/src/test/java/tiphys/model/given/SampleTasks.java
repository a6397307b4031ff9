// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tiphys.model.given.Sample.Fields;
import tiphys.model.given.Sample.Items;
import tiphys.model.given.Sample.Plain;
import tiphys.model.given.Sample.Text;

/** Says what made-up tasks and steps hold: how they wait, what they call, and how often. */
final class SampleTasks {
  private static final int DEEPEST_INLINE = 2;

  private final Random random;
  private final SampleTexts texts;
  private final SampleTemplates templates;
  private int depth;

  SampleTasks(Random random, SampleTemplates templates) {
    this.random = random;
    this.texts = new SampleTexts(random);
    this.templates = templates;
  }

  Fields dag(String name) {
    return SampleTexts.named(name).and("dag", dag());
  }

  private Fields dag() {
    List<Sample> tasks = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    boolean asList = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      Fields task = SampleTexts.named("t" + i);
      if (i > 0 && random.nextInt(4) > 0) {
        String before = "t" + random.nextInt(i);
        task =
            asList
                ? task.and("dependencies", SampleTexts.words(before))
                : task.and("depends", depends(before, i));
      }
      tasks.add(called(task, "tasks", i));
    }
    Fields dag = Sample.fields().and("tasks", new Items(tasks));
    return texts.oneIn(8) ? dag.and("target", "t" + (count - 1)) : dag;
  }

  private String depends(String before, int count) {
    return switch (random.nextInt(6)) {
      case 0 -> before + ".Succeeded";
      case 1 -> "(" + before + ".Failed || " + before + ".Errored)";
      case 2 -> before + " && t" + random.nextInt(count) + ".Skipped";
      case 3 -> "!" + before;
      default -> before;
    };
  }

  Fields steps(String name) {
    List<Sample> groups = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      List<Sample> group = new ArrayList<>();
      for (int j = 0; j <= random.nextInt(2); j++) {
        group.add(called(SampleTexts.named("s" + i + "-" + j), "steps", i));
      }
      groups.add(new Items(group));
    }
    return SampleTexts.named(name).and("steps", new Items(groups));
  }

  private Fields called(Fields task, String family, int position) {
    Fields called = call(task);
    if (random.nextInt(3) > 0) {
      called = called.and("arguments", arguments(family, position));
    }
    called = loop(called);
    if (texts.oneIn(6)) {
      called = called.and("when", "{{item}} == 1");
    }
    if (texts.oneIn(10)) {
      called = called.and("hooks", hooks(family));
    }
    return texts.oneIn(12)
        ? called.and("continueOn", Sample.fields().and("failed", new Plain("true")))
        : called;
  }

  private Fields call(Fields task) {
    boolean isInline = depth < DEEPEST_INLINE && texts.oneIn(10);
    if (!isInline) {
      return texts.oneIn(8)
          ? task.and(
              "templateRef",
              SampleTexts.named("shared").and("template", texts.pick("echo", "other")))
          : task.and("template", "echo");
    }
    depth++;
    Fields inline =
        texts.oneIn(3) ? Sample.fields().and("dag", dag()) : templates.body(Sample.fields());
    depth--;
    return task.and("inline", inline);
  }

  private Fields loop(Fields task) {
    return switch (random.nextInt(10)) {
      case 0 -> task.and("withItems", SampleTexts.list(texts.any(), new Plain("2")));
      case 1 ->
          task.and(
              "withItems",
              texts.some(2, () -> Sample.fields().and("on", texts.any()).and("k", new Text("v"))));
      case 2 -> task.and("withParam", "{{inputs.parameters.list}}");
      case 3 -> task.and("withSequence", Sample.fields().and("count", "3").and("format", "%02X"));
      default -> task;
    };
  }

  private Fields arguments(String family, int position) {
    Sample value =
        position > 0 && texts.oneIn(3)
            ? new Text("{{" + family + "." + before(family, position) + ".outputs.result}}")
            : texts.any();
    Fields arguments =
        Sample.fields()
            .and("parameters", SampleTexts.list(SampleTexts.named("message").and("value", value)));
    return texts.oneIn(6)
        ? arguments.and(
            "artifacts",
            SampleTexts.list(
                SampleTexts.named("art-0")
                    .and(
                        "from",
                        "{{" + family + "." + before(family, position) + ".outputs.artifacts.a}}")))
        : arguments;
  }

  private String before(String family, int position) {
    int one = random.nextInt(Math.max(1, position));
    return family.equals("tasks") ? "t" + one : "s" + one + "-0";
  }

  private Fields hooks(String family) {
    return Sample.fields()
        .and("exit", Sample.fields().and("template", "echo"))
        .and(
            "late",
            Sample.fields()
                .and("expression", family + "[\"t0\"].status == \"Failed\"")
                .and("template", "echo"));
  }
}
