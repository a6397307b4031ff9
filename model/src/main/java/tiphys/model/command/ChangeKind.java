// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.graph.NodeKind;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.schema.Definition;
import tiphys.model.schema.FieldType;
import tiphys.model.schema.Schema;
import tiphys.model.state.DiagramState;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Makes another kind of a template; who calls it keeps calling it. What both kinds have stays as it
 * is written, what the new one cannot be without is added. Refused with the fields that would be
 * lost until that is agreed to.
 *
 * @param agrees whether fields that the new kind does not have may be lost
 */
public record ChangeKind(Scope scope, NodeKind kind, boolean agrees) implements Command {
  private static final FieldType TEMPLATE = new FieldType.ObjectOf("Template");

  /**
   * Fields of a script that Argo knows and does not heed (Argo: ScriptTemplate embeds Container).
   */
  private static final Set<String> NOT_OF_SCRIPTS = Set.of("args");

  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    String from = ground.template().body().argoName();
    Optional<YamlPlace> body = ground.place().get(from);
    if (from.isEmpty() || body.isEmpty() || !NewTemplate.canBeMade(kind)) {
      return Outcome.refused(ProblemCode.KIND_NOT_HERE, scope.template().value());
    }
    YamlValue.Mapping fresh = NewTemplate.of(kind, scope.template().value());
    String to = fresh.entries().keySet().stream().skip(1).findFirst().orElseThrow();
    if (to.equals(from)) {
      return Outcome.done(Plan.ofPositions(ground.now().positions()));
    }
    Set<String> lost = new HashSet<>();
    for (YamlPlace.Entry entry : body.get().entries()) {
      if (!isFieldOf(to, entry.name())) {
        lost.add(entry.name());
      }
    }
    if (body.get().isSequence()) {
      lost.add(from);
    }
    if (!lost.isEmpty() && !agrees) {
      List<String> names = new ArrayList<>(lost);
      names.sort(String::compareTo);
      return Outcome.refused(
          ProblemCode.KIND_LOSES, scope.template().value(), to, String.join(", ", names));
    }
    DocumentWriter writer = ground.writer();
    write(ground.place(), body.get(), from, to, fresh, lost, writer);
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private static void write(
      YamlPlace template,
      YamlPlace body,
      String from,
      String to,
      YamlValue.Mapping fresh,
      Set<String> lost,
      DocumentWriter writer) {
    YamlValue made = fresh.entries().getOrDefault(to, YamlValue.emptyMapping());
    boolean keepsNothing = !body.isMapping() || lost.size() == body.size();
    if (keepsNothing || !(made instanceof YamlValue.Mapping(Map<String, YamlValue> wanted))) {
      writer.replace(template.keyOf(from).orElseThrow(), YamlValue.text(to));
      writer.replace(body, made);
      return;
    }
    Map<String, YamlValue> added = new LinkedHashMap<>();
    for (String required : required(to)) {
      YamlValue value = wanted.get(required);
      if (body.get(required).isEmpty() && value != null) {
        added.put(required, value);
      }
    }
    writer.replace(template.keyOf(from).orElseThrow(), YamlValue.text(to));
    writer.change(body, lost, added);
  }

  private static List<String> required(String kind) {
    return switch (kind) {
      case "container" -> List.of("image");
      case "script" -> List.of("image", "command", "source");
      case "resource" -> List.of("action");
      case "http" -> List.of("url");
      default -> List.of();
    };
  }

  private static boolean isFieldOf(String kind, String field) {
    boolean isKnown =
        Schema.argo()
            .below(TEMPLATE, kind)
            .flatMap(type -> Schema.argo().definition(type))
            .flatMap((Definition definition) -> definition.field(field))
            .isPresent();
    return isKnown && !(kind.equals("script") && NOT_OF_SCRIPTS.contains(field));
  }
}
