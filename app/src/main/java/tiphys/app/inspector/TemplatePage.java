// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.ArrayList;
import java.util.List;
import tiphys.app.message.Messages;
import tiphys.model.command.FieldOwner;
import tiphys.model.graph.Scope;
import tiphys.model.yaml.YamlPlace;

/** The form of a template. */
final class TemplatePage {
  private static final List<String> TYPES =
      List.of(
          "container",
          "script",
          "containerSet",
          "dag",
          "steps",
          "resource",
          "suspend",
          "http",
          "data",
          "plugin");

  private final Messages messages;
  private final YamlPlace place;
  private final Fields fields;

  TemplatePage(Messages messages, Scope scope, YamlPlace place) {
    this.messages = messages;
    this.place = place;
    this.fields =
        new Fields(messages, new FieldOwner.OfTemplate(scope), place, "template." + scope + ".");
  }

  Sheet.Page page() {
    String type =
        TYPES.stream().filter(known -> place.get(known).isPresent()).findFirst().orElse("");
    List<Field> first = new ArrayList<>();
    first.add(fields.line("template-name", "", "name"));
    first.addAll(body(type));
    List<Field> inputs = new ArrayList<>();
    for (YamlPlace input :
        place.get("inputs", "parameters").map(YamlPlace::items).orElse(List.of())) {
      input.get("name").flatMap(YamlPlace::text).ifPresent(name -> inputs.add(input(input, name)));
    }
    inputs.add(fields.addition("input", List.of("inputs", "parameters"), List.of("default")));
    List<Field> how = new ArrayList<>();
    if (type.equals("dag") || type.equals("steps")) {
      how.add(
          fields.line("parallelism", messages.text("inspector.prompt.no-limit"), "parallelism"));
    } else {
      how.add(fields.line("timeout", messages.text("inspector.prompt.no-limit"), "timeout"));
    }
    how.add(
        fields.line("retries", messages.text("inspector.prompt.none"), "retryStrategy", "limit"));
    how.add(fields.addition("other", List.of(), List.of()));
    return new Sheet.Page(
        "template",
        List.of(
            new Sheet.Section("", first),
            new Sheet.Section(messages.text("inspector.section.inputs"), inputs),
            new Sheet.Section(messages.text("inspector.section.how"), how)));
  }

  private List<Field> body(String type) {
    return switch (type) {
      case "container" ->
          List.of(
              fields.line("image", "", "container", "image"),
              fields.line("command", "[]", "container", "command"),
              fields.line("args", "[]", "container", "args"));
      case "script" ->
          List.of(
              fields.line("image", "", "script", "image"),
              fields.line("command", "[]", "script", "command"),
              fields.code("source", "script", "source"));
      case "suspend" ->
          List.of(
              fields.line(
                  "duration", messages.text("inspector.prompt.resumed"), "suspend", "duration"));
      case "http" ->
          List.of(
              fields.line("method", "GET", "http", "method"),
              fields.line("url", "", "http", "url"),
              fields.code("body", "http", "body"));
      case "resource" ->
          List.of(
              fields.choice(
                  "action",
                  List.of("get", "create", "apply", "patch", "replace", "delete"),
                  "resource",
                  "action"),
              fields.code("manifest", "resource", "manifest"));
      default -> List.of();
    };
  }

  private Field input(YamlPlace input, String name) {
    boolean hasValue = input.get("value").isPresent();
    String key = hasValue ? "value" : "default";
    return fields.named(
        name,
        messages.text(hasValue ? "inspector.hint.value" : "inspector.hint.default"),
        FieldText.of(input, key),
        messages.text("inspector.hint.required"),
        "inputs",
        "parameters",
        name,
        key);
  }
}
