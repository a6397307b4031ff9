// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import tiphys.app.editor.EditTool;
import tiphys.app.keys.Bindable;
import tiphys.app.keys.KeyBindings;
import tiphys.app.message.Messages;

/** The keys of the window's actions: as they come, and as the user wants them. */
final class ActionKeys {
  private static final Set<String> TOOLS =
      Arrays.stream(EditTool.values()).map(EditTool::key).collect(Collectors.toSet());

  private final KeyBindings wanted;
  private final Messages messages;

  ActionKeys(KeyBindings wanted, Messages messages) {
    this.wanted = wanted;
    this.messages = messages;
  }

  /** A menu with the keys that the user wants. */
  ActionGroup bound(ActionGroup group) {
    return new ActionGroup(
        group.key(),
        group.sections().stream()
            .map(section -> section.stream().map(this::bound).toList())
            .toList());
  }

  /** Keys that are typed where somebody writes are the canvas' alone, and told with the label. */
  private Action bound(Action action) {
    List<KeyCombination> keys = wanted.of(action.key(), action.shortcut().stream().toList());
    Optional<KeyCombination> everywhere =
        keys.stream().filter(one -> !Bindable.areTyped(one)).findFirst();
    Action known = action.on(everywhere);
    return everywhere.isPresent() || keys.isEmpty()
        ? known
        : known.labelled(
            action
                .label()
                .map(
                    label ->
                        messages.text(
                            "window.with-keys", label, keys.getFirst().getDisplayText())));
  }

  /** What can be given other keys here; the canvas tells of its tools itself. */
  List<Bindable> bindables(List<ActionGroup> groups) {
    return groups.stream()
        .flatMap(
            group ->
                Actions.all(List.of(group)).stream()
                    .filter(action -> !TOOLS.contains(action.key()))
                    .map(action -> bindable(group, action)))
        .toList();
  }

  private Bindable bindable(ActionGroup group, Action action) {
    return new Bindable(
        action.key(),
        messages.text("window.menu." + group.key()),
        action.label().getValue(),
        Bindable.Place.WINDOW,
        action.shortcut().stream().toList(),
        false);
  }
}
