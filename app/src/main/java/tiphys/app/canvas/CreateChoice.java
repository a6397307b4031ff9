// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tiphys.app.message.Messages;
import tiphys.model.graph.NodeKind;
import tiphys.model.workflow.Template;
import tiphys.model.workflow.TemplateName;

/** What a new task may run. */
sealed interface CreateChoice {
  /** A new template of a kind. */
  record OfKind(NodeKind kind) implements CreateChoice {}

  /** A template that is there. @param kind in Argo's word; empty where it has none */
  record OfTemplate(TemplateName template, String kind) implements CreateChoice {}

  Pattern SPACES = Pattern.compile("\\s+");

  /** Kinds that a template can be made of, the usual first. */
  List<NodeKind> KINDS =
      List.of(
          NodeKind.CONTAINER,
          NodeKind.SCRIPT,
          NodeKind.DAG,
          NodeKind.STEPS,
          NodeKind.SUSPEND,
          NodeKind.HTTP,
          NodeKind.RESOURCE,
          NodeKind.CONTAINER_SET,
          NodeKind.DATA,
          NodeKind.PLUGIN);

  /** All choices: a new template of each kind, then the templates that are there. */
  static List<CreateChoice> all(List<Template> templates, Set<TemplateName> without) {
    List<CreateChoice> all = new ArrayList<>();
    KINDS.forEach(kind -> all.add(new OfKind(kind)));
    for (Template template : templates) {
      template
          .name()
          .filter(name -> !without.contains(name))
          .ifPresent(name -> all.add(new OfTemplate(name, template.body().argoName())));
    }
    return all;
  }

  /** The template that is called; absent where a new one is made. */
  default Optional<TemplateName> called() {
    return this instanceof OfTemplate(TemplateName template, _)
        ? Optional.of(template)
        : Optional.empty();
  }

  /** The kind of a new template. */
  default NodeKind kindOfNew() {
    return this instanceof OfKind(NodeKind kind) ? kind : NodeKind.CONTAINER;
  }

  default String title(Messages messages) {
    return switch (this) {
      case OfKind(NodeKind kind) -> messages.text("kind." + key(kind));
      case OfTemplate(TemplateName template, _) -> template.value();
    };
  }

  default String glyph() {
    return switch (this) {
      case OfKind(NodeKind kind) -> key(kind);
      case OfTemplate(_, String kind) -> kind.isEmpty() ? "unknown" : dashed(kind);
    };
  }

  /** Whether it is new or in the file already. */
  default String origin(Messages messages) {
    return messages.text(this instanceof OfKind ? "canvas.create.new" : "canvas.create.existing");
  }

  default boolean matches(String words, Messages messages) {
    String title =
        String.join(" ", title(messages), glyph(), origin(messages)).toLowerCase(Locale.ROOT);
    return SPACES.splitAsStream(words.toLowerCase(Locale.ROOT).strip()).allMatch(title::contains);
  }

  private static String key(NodeKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String dashed(String argoName) {
    return argoName.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
