// SPDX-License-Identifier: Apache-2.0
package tiphys.app.difference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import tiphys.app.message.Messages;
import tiphys.model.difference.FileDifference;
import tiphys.model.difference.Pair;
import tiphys.model.graph.Scope;

/** Which template is drawn, each with how much of it has changed. */
final class TemplateChoice extends ComboBox<Pair<Scope>> {
  private final Map<Pair<Scope>, Long> counts = new HashMap<>();
  private final Consumer<Pair<Scope>> draw;
  private boolean isFilling;

  TemplateChoice(Messages messages, Consumer<Pair<Scope>> draw) {
    this.draw = draw;
    setId("difference-template");
    setAccessibleText(messages.text("difference.template"));
    setPrefWidth(170);
    setMinWidth(110);
    setConverter(new Names());
    valueProperty().subscribe((_, now) -> tell(now));
  }

  /** Offers the templates of a difference; draws nothing by itself. */
  void show(FileDifference difference, Optional<Pair<Scope>> wanted) {
    isFilling = true;
    counts.clear();
    difference
        .entries()
        .forEach(entry -> entry.inside().ifPresent(in -> counts.merge(in, 1L, Long::sum)));
    List<Pair<Scope>> all = difference.insides();
    getItems().setAll(all);
    Optional<Pair<Scope>> changed = all.stream().filter(counts::containsKey).findFirst();
    setValue(wanted.or(() -> changed).or(() -> all.stream().findFirst()).orElse(null));
    isFilling = false;
  }

  Optional<Pair<Scope>> chosen() {
    return Optional.ofNullable(getValue());
  }

  void choose(Pair<Scope> inside) {
    if (!inside.equals(getValue()) && getItems().contains(inside)) {
      setValue(inside);
    }
  }

  private void tell(@Nullable Pair<Scope> inside) {
    if (!isFilling && inside != null) {
      draw.accept(inside);
    }
  }

  private final class Names extends StringConverter<Pair<Scope>> {
    @Override
    public String toString(@Nullable Pair<Scope> inside) {
      if (inside == null) {
        return "";
      }
      String name = inside.newest().isResource() ? "–" : inside.newest().template().value();
      Long count = counts.get(inside);
      return count == null ? name : name + " (" + count + ")";
    }

    @Override
    public @Nullable Pair<Scope> fromString(String name) {
      return getValue();
    }
  }
}
