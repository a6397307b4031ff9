// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Optional;
import tiphys.model.graph.Scope;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.workflow.TemplateBody;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.writing.YamlValue;
import tiphys.model.yaml.YamlPlace;

/**
 * Adds an input or output to a template. Tasks that call it pass an empty value for a parameter
 * without one, to be filled in.
 *
 * @param value of an input parameter where none is passed; of an output of a DAG or of steps, the
 *     tag that it comes from; of anything else a path in the container; absent for the usual
 */
public record AddSlot(Scope scope, Slot slot, String name, Optional<String> value)
    implements Command {
  @Override
  public Outcome<Plan> plan(DiagramState now) {
    return Ground.of(now, scope).then(this::plan);
  }

  private Outcome<Plan> plan(Ground ground) {
    SlotUses uses = new SlotUses(ground, slot, name);
    if (!Naming.isValidSlot(name)) {
      return Outcome.refused(ProblemCode.SLOT_NAME_INVALID, name);
    }
    if (uses.declaration().isPresent()) {
      return Outcome.refused(ProblemCode.SLOT_NAME_TAKEN, name, scope.template().value());
    }
    DocumentWriter writer = ground.writer();
    add(ground.place(), slot.side(), declared(ground), writer);
    if (slot == Slot.INPUT_PARAMETER && value.isEmpty()) {
      YamlValue empty = named().and("value", YamlValue.text(""));
      uses.callers().forEach(caller -> add(caller.task(), "arguments", empty, writer));
    }
    return writer.edits().then(edits -> Outcome.done(Plan.ofText(edits)));
  }

  private YamlValue.Mapping named() {
    return YamlValue.mapping("name", YamlValue.text(name));
  }

  private YamlValue declared(Ground ground) {
    boolean holdsTasks =
        ground.template().body() instanceof TemplateBody.Dag
            || ground.template().body() instanceof TemplateBody.Steps;
    YamlValue path = YamlValue.text(value.orElse("/tmp/" + name));
    YamlValue source = YamlValue.text(value.orElse(""));
    return switch (slot) {
      case INPUT_PARAMETER ->
          value.map(given -> named().and("value", YamlValue.text(given))).orElseGet(this::named);
      case INPUT_ARTIFACT -> holdsTasks ? named() : named().and("path", path);
      case OUTPUT_PARAMETER ->
          named()
              .and(
                  "valueFrom",
                  holdsTasks
                      ? YamlValue.mapping("parameter", source)
                      : YamlValue.mapping("path", path));
      case OUTPUT_ARTIFACT -> holdsTasks ? named().and("from", source) : named().and("path", path);
    };
  }

  private void add(YamlPlace owner, String key, YamlValue item, DocumentWriter writer) {
    Optional<YamlPlace> side = owner.get(key).filter(place -> !place.isNull());
    Optional<YamlPlace> list = side.flatMap(place -> place.get(slot.list()));
    if (list.isPresent()) {
      writer.insert(list.get(), list.get().size(), item);
    } else if (side.isPresent()) {
      writer.put(side.get(), slot.list(), YamlValue.sequence(item));
    } else {
      writer.put(owner, key, YamlValue.mapping(slot.list(), YamlValue.sequence(item)));
    }
  }
}
