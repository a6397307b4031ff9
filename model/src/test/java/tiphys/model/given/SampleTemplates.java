// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tiphys.model.given.Sample.Fields;
import tiphys.model.given.Sample.Items;
import tiphys.model.given.Sample.Plain;
import tiphys.model.given.Sample.Text;

/** Says what made-up templates hold: each of the ten types, and what may stand beside them. */
final class SampleTemplates {
  private final Random random;
  private final SampleTexts texts;
  private final SampleTasks tasks;

  SampleTemplates(Random random) {
    this.random = random;
    this.texts = new SampleTexts(random);
    this.tasks = new SampleTasks(random, this);
  }

  Items templates() {
    List<Sample> items = new ArrayList<>();
    items.add(texts.oneIn(3) ? tasks.steps("main") : tasks.dag("main"));
    items.add(leaf("echo"));
    for (int i = 0; i < random.nextInt(3); i++) {
      items.add(
          switch (random.nextInt(4)) {
            case 0 -> tasks.dag("flow-" + i);
            case 1 -> tasks.steps("flow-" + i);
            default -> leaf("extra-" + i);
          });
    }
    return new Items(items);
  }

  private Fields leaf(String name) {
    Fields template = SampleTexts.named(name);
    if (texts.oneIn(2)) {
      template = template.and("inputs", inputs());
    }
    template = body(beside(template));
    return texts.oneIn(4) ? template.and("outputs", outputs()) : template;
  }

  /** One of the types, as it stands in a template, in a task, or among the defaults. */
  Fields body(Fields template) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> template.and("script", container().and("source", texts.any()));
      case 2 -> template.and("suspend", suspend());
      case 3 -> template.and("containerSet", Sample.fields().and("containers", containers()));
      case 4 ->
          template.and(
              "resource",
              Sample.fields()
                  .and("action", texts.pick("create", "apply", "get"))
                  .and("manifest", "apiVersion: v1\nkind: ConfigMap\n"));
      case 5 -> template.and("http", Sample.fields().and("url", texts.any()).and("method", "POST"));
      case 6 ->
          template.and("plugin", Sample.fields().and("hello", Sample.fields().and("on", "x")));
      case 7 -> template.and("data", data());
      default -> template.and("container", container());
    };
  }

  private Fields container() {
    Fields container =
        Sample.fields()
            .and("image", texts.any())
            .and("command", SampleTexts.words("sh", "-c"))
            .and("args", texts.some(2, texts::any));
    if (texts.oneIn(2)) {
      container =
          container.and(
              "env", texts.some(2, () -> SampleTexts.named("A").and("value", texts.any())));
    }
    if (texts.oneIn(4)) {
      container =
          container.and(
              "volumeMounts",
              SampleTexts.list(SampleTexts.named("work").and("mountPath", "/work")));
    }
    return texts.oneIn(5)
        ? container.and(
            "resources",
            Sample.fields()
                .and("limits", Sample.fields().and("memory", "1Gi").and("cpu", texts.number())))
        : container;
  }

  private Items containers() {
    List<Sample> containers = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Fields one = SampleTexts.named("c" + i).and("image", "alpine");
      containers.add(
          i > 0 && texts.oneIn(2)
              ? one.and("dependencies", SampleTexts.words("c" + (i - 1)))
              : one);
    }
    return new Items(containers);
  }

  private Fields suspend() {
    return texts.oneIn(2)
        ? Sample.fields()
        : Sample.fields().and("duration", texts.pick("20", "1m"));
  }

  private Fields data() {
    return Sample.fields()
        .and(
            "source",
            Sample.fields()
                .and("artifactPaths", SampleTexts.named("files").and("s3", location("s3"))))
        .and(
            "transformation",
            SampleTexts.list(
                Sample.fields().and("expression", "filter(data, {# endsWith \"x\"})")));
  }

  private Fields inputs() {
    Fields inputs =
        Sample.fields().and("parameters", SampleTexts.list(SampleTexts.named("message")));
    return texts.oneIn(3) ? inputs.and("artifacts", texts.some(2, this::artifact)) : inputs;
  }

  private Fields outputs() {
    return Sample.fields()
        .and(
            "parameters",
            SampleTexts.list(
                SampleTexts.named("out").and("valueFrom", Sample.fields().and("path", "/tmp/out"))))
        .and("artifacts", texts.some(1, this::artifact));
  }

  /** With one of the ten locations, or none. */
  private Fields artifact() {
    Fields artifact = SampleTexts.named("art-" + random.nextInt(3)).and("path", "/tmp/art");
    String place =
        texts.pick(
            "s3", "gcs", "oss", "azure", "artifactory", "hdfs", "git", "http", "raw", "plugin", "");
    return place.isEmpty() ? artifact : artifact.and(place, location(place));
  }

  private Fields location(String place) {
    return switch (place) {
      case "raw" -> Sample.fields().and("data", texts.any());
      case "git" ->
          Sample.fields().and("repo", "https://git.example/x").and("depth", new Plain("1"));
      case "http", "artifactory" -> Sample.fields().and("url", texts.any());
      case "hdfs" -> Sample.fields().and("path", "/x").and("force", new Plain("true"));
      case "azure" -> Sample.fields().and("container", "x").and("blob", texts.any());
      case "plugin" -> SampleTexts.named("p").and("configuration", texts.any()).and("key", "k");
      default -> Sample.fields().and("bucket", "b").and("key", texts.any());
    };
  }

  /** What a template does beside its type. */
  private Fields beside(Fields template) {
    return switch (random.nextInt(12)) {
      case 0 ->
          template.and(
              "retryStrategy",
              Sample.fields()
                  .and("limit", texts.number())
                  .and("backoff", Sample.fields().and("duration", "1m")));
      case 1 ->
          template.and(
              "memoize",
              Sample.fields()
                  .and("key", texts.any())
                  .and("cache", Sample.fields().and("configMap", SampleTexts.named("cache"))));
      case 2 ->
          template.and(
              "synchronization",
              Sample.fields().and("mutexes", SampleTexts.list(SampleTexts.named("one"))));
      case 3 -> template.and("daemon", new Plain("true"));
      case 4 ->
          template.and(
              "sidecars", SampleTexts.list(SampleTexts.named("side").and("image", "nginx")));
      case 5 ->
          template.and(
              "initContainers",
              texts.some(2, () -> SampleTexts.named("init").and("image", texts.any())));
      case 6 -> template.and("nodeSelector", Sample.fields().and("on", new Text("yes")));
      case 7 -> template.and("timeout", "5m").and("priorityClassName", texts.any());
      default -> template;
    };
  }
}
