// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tiphys.model.given.Sample.Fields;
import tiphys.model.given.Sample.Items;
import tiphys.model.given.Sample.Plain;

/** Says what a made-up resource of Argo holds: of each kind, with every type of template. */
final class SampleWorkflow {
  private final Random random;
  private final SampleTexts texts;
  private final SampleTemplates templates;

  SampleWorkflow(Random random) {
    this.random = random;
    this.texts = new SampleTexts(random);
    this.templates = new SampleTemplates(random);
  }

  /** A resource, or a list of some. */
  Fields document() {
    return texts.oneIn(12)
        ? Sample.fields()
            .and("apiVersion", "v1")
            .and("kind", texts.pick("List", "WorkflowList"))
            .and("items", texts.some(3, () -> texts.oneIn(4) ? other() : resource()))
        : resource();
  }

  private Fields resource() {
    String kind =
        texts.pick(
            "Workflow",
            "Workflow",
            "WorkflowTemplate",
            "ClusterWorkflowTemplate",
            "CronWorkflow",
            "WorkflowEventBinding");
    Fields head =
        Sample.fields()
            .and("apiVersion", "argoproj.io/v1alpha1")
            .and("kind", kind)
            .and("metadata", metadata());
    return head.and(
        "spec",
        switch (kind) {
          case "CronWorkflow" ->
              Sample.fields()
                  .and("schedules", SampleTexts.words("0 * * * *"))
                  .and("timezone", "Asia/Tokyo")
                  .and("workflowSpec", spec());
          case "WorkflowEventBinding" -> binding();
          default -> spec();
        });
  }

  /** Something that is none of Argo's and has to be left alone. */
  Fields other() {
    return Sample.fields()
        .and("kind", "ConfigMap")
        .and("data", Sample.fields().and("on", texts.any()).and("key-2", texts.any()));
  }

  private Fields metadata() {
    Fields metadata =
        random.nextBoolean()
            ? Sample.fields().and("generateName", "made-up-")
            : SampleTexts.named("made-up");
    return texts.oneIn(3)
        ? metadata.and("labels", Sample.fields().and("on", texts.any()).and("a/b", texts.any()))
        : metadata;
  }

  private Fields binding() {
    return Sample.fields()
        .and("event", Sample.fields().and("selector", "payload.message != \"\""))
        .and(
            "submit",
            Sample.fields()
                .and("workflowTemplateRef", SampleTexts.named("shared"))
                .and("arguments", Sample.fields().and("parameters", parameters())));
  }

  private Fields spec() {
    if (texts.oneIn(12)) {
      return Sample.fields().and("workflowTemplateRef", SampleTexts.named("shared"));
    }
    Fields spec = Sample.fields().and("entrypoint", "main");
    spec = spec.and("arguments", Sample.fields().and("parameters", parameters()));
    return whole(spec).and("templates", templates.templates());
  }

  /** What is said of the whole workflow. */
  private Fields whole(Fields spec) {
    return switch (random.nextInt(8)) {
      case 0 -> spec.and("onExit", "echo");
      case 1 ->
          spec.and(
              "hooks",
              Sample.fields()
                  .and("exit", Sample.fields().and("template", "echo"))
                  .and(
                      "running",
                      Sample.fields()
                          .and("expression", "workflow.status == \"Running\"")
                          .and("template", "echo")));
      case 2 ->
          spec.and(
              "templateDefaults",
              Sample.fields()
                  .and("timeout", "30s")
                  .and("container", Sample.fields().and("image", texts.any())));
      case 3 ->
          spec.and(
              "volumes",
              SampleTexts.list(SampleTexts.named("work").and("emptyDir", Sample.fields())));
      case 4 -> spec.and("nodeSelector", Sample.fields().and("disk", texts.any()));
      case 5 -> spec.and("podGC", Sample.fields().and("strategy", "OnPodSuccess"));
      default -> spec;
    };
  }

  private Items parameters() {
    List<Sample> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Sample value = texts.oneIn(5) ? new Plain(texts.pick("1", "true", "0.5")) : texts.any();
      items.add(SampleTexts.named("p" + i).and("value", value));
    }
    return new Items(items);
  }
}
