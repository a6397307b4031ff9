// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import tiphys.app.message.Messages;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;
import tiphys.model.yaml.YamlTree;

/** The way from the document down to what the caret stands in; each step goes to its beginning. */
final class CaretPath extends HBox {
  private final IntConsumer goTo;
  private List<Step> shown = List.of();

  /** One step. @param at where it begins in the text */
  record Step(String name, int at) {}

  /**
   * @param goTo brings a place of the text into view
   */
  CaretPath(Messages messages, IntConsumer goTo) {
    this.goTo = goTo;
    getStyleClass().add("caret-path");
    setAccessibleText(messages.text("source.path"));
    setId("caret-path");
  }

  void show(YamlTree tree, int offset) {
    List<Step> steps = at(tree, offset);
    if (steps.equals(shown)) {
      return;
    }
    shown = steps;
    getChildren().clear();
    for (Step step : steps) {
      if (!getChildren().isEmpty()) {
        Label separator = new Label("›");
        separator.getStyleClass().add("caret-path-separator");
        getChildren().add(separator);
      }
      Button button = new Button(step.name());
      button.getStyleClass().setAll("caret-path-step");
      button.setFocusTraversable(false);
      button.setMnemonicParsing(false);
      button.setOnAction(_ -> goTo.accept(step.at()));
      getChildren().add(button);
    }
  }

  List<String> names() {
    return shown.stream().map(Step::name).toList();
  }

  /** The steps to an offset. O(width of what is around). */
  static List<Step> at(YamlTree tree, int offset) {
    List<Step> steps = new ArrayList<>();
    int line = tree.text().lineOf(offset);
    Optional<YamlPlace> place =
        tree.documents().reversed().stream()
            .map(YamlDocument::place)
            .filter(root -> tree.text().lineOf(root.start()) <= line)
            .findFirst();
    if (tree.documents().size() > 1) {
      place.ifPresent(root -> steps.add(new Step(named(root, "kind", "---"), root.start())));
    }
    while (place.isPresent()) {
      Optional<YamlPlace> next = step(tree, place.get(), offset, steps);
      place = next;
    }
    return steps;
  }

  private static Optional<YamlPlace> step(
      YamlTree tree, YamlPlace around, int offset, List<Step> steps) {
    int lineEnd = tree.text().lineEnd(tree.text().lineOf(offset));
    if (around.isSequence()) {
      List<YamlPlace> items = around.items();
      for (int i = items.size() - 1; i >= 0; i--) {
        YamlPlace item = items.get(i);
        if (item.start() <= lineEnd) {
          steps.add(new Step(named(item, "name", "[" + i + "]"), item.start()));
          return Optional.of(item);
        }
      }
      return Optional.empty();
    }
    List<YamlPlace.Entry> entries = around.entries();
    int line = tree.text().lineOf(offset);
    for (int i = entries.size() - 1; i >= 0; i--) {
      YamlPlace.Entry entry = entries.get(i);
      int start = entry.key().start();
      boolean isFirstOfLine = i == 0 && tree.text().lineOf(start) == line;
      if (start <= offset || isFirstOfLine) {
        steps.add(new Step(entry.name(), start));
        return Optional.of(entry.value());
      }
    }
    return Optional.empty();
  }

  private static String named(YamlPlace place, String key, String otherwise) {
    return place
        .get(key)
        .map(YamlPlace::node)
        .filter(YamlScalar.class::isInstance)
        .map(node -> ((YamlScalar) node).value())
        .filter(name -> !name.isBlank())
        .orElse(otherwise);
  }
}
