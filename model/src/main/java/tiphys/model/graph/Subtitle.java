// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import java.util.Optional;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Loop;
import tiphys.model.workflow.Task;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.workflow.TemplateName;
import tiphys.model.yaml.YamlMapping;
import tiphys.model.yaml.YamlScalar;

/** The one line of a card that says what it runs, in the file's own words. */
final class Subtitle {
  private Subtitle() {}

  /** Of a template. @param body with what it inherits */
  static String of(Template template, TemplateBody body) {
    return switch (body) {
      case TemplateBody.Container(Optional<String> image) -> image.orElse("");
      case TemplateBody.Script(Optional<String> image) -> image.orElse("");
      case TemplateBody.ContainerSet(var containers) -> "×" + containers.size();
      case TemplateBody.Dag dag -> "×" + dag.tasks().size();
      case TemplateBody.Steps _ -> "×" + template.calls().size();
      case TemplateBody.Resource(Optional<String> action) -> action.orElse("");
      case TemplateBody.Suspend(Optional<String> duration) -> duration.orElse("");
      case TemplateBody.Http(Optional<String> method, Optional<String> url) ->
          method.map(m -> m + " ").orElse("") + url.orElse("");
      case TemplateBody.Plugin(Optional<String> name) -> name.orElse("");
      case TemplateBody.Data _ -> "";
      case TemplateBody.Unknown unknown -> String.join(" + ", unknown.typesFound());
    };
  }

  /** The called template's name, and what it runs; the items of a loop before them. */
  static String of(Task task, Optional<Template> called, Optional<TemplateBody> body) {
    String name =
        switch (task.call()) {
          case Call.Local(TemplateName template) -> template.value();
          case Call.Reference(String resource, String template, boolean _) ->
              resource + "/" + template;
          case Call.Inline _, Call.None _ -> "";
        };
    String runs = called.map(found -> of(found, body.orElse(found.body()))).orElse("");
    String line = name.isEmpty() || runs.isEmpty() ? name + runs : name + " · " + runs;
    return task.loop().map(loop -> loopText(loop) + " · " + line).orElse(line);
  }

  static String ofContainer(Task container) {
    return container.node() instanceof YamlMapping mapping
            && mapping.get("image").orElse(null) instanceof YamlScalar image
        ? image.value()
        : "";
  }

  private static String loopText(Loop loop) {
    return switch (loop) {
      case Loop.Items(int count) -> "×" + count;
      case Loop.Param _ -> "×n";
      case Loop.Sequence(String text) -> text;
    };
  }
}
