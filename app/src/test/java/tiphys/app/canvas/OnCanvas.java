// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.canvas.gesture.Feedback;
import tiphys.app.concurrent.Background;
import tiphys.app.editor.Editor;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.Look;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.layout.Box;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** A file on a canvas in a window. */
public record OnCanvas(
    Editor editor, CanvasViewModel model, CanvasView view, Screen screen, ThemeChoice theme) {
  static final String HEAD =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: sample-
      spec:
        entrypoint: main
        templates:
          - name: echo
            container: {image: "alpine:3.23"}
      """;

  static final String DIAMOND =
      HEAD
          + """
              - name: main
                dag:
                  tasks:
                    - {name: A, template: echo}
                    - {name: B, depends: A, template: echo}
                    - {name: C, depends: A, template: echo}
                    - {name: D, depends: B && C, template: echo}
          """;

  static final String NESTED =
      HEAD
          + """
              - name: main
                dag:
                  tasks:
                    - {name: first, template: echo}
                    - {name: inner, depends: first, template: inside}
              - name: inside
                steps:
                  - - {name: one, template: echo}
                  - - {name: two, template: echo}
                    - {name: three, template: echo}
          """;

  static final String RICH =
      HEAD
          + """
              - name: main
                dag:
                  tasks:
                    - {name: split, template: split}
                    - {name: map, depends: split, template: map, withParam: "{{tasks.split.outputs.result}}"}
                    - {name: reduce, depends: map, template: map}
                    - {name: approve, depends: reduce, template: approve}
                    - {name: check-total, depends: reduce, template: echo, when: "{{x}} == 20"}
                    - {name: notify, depends: reduce.Failed, template: notify}
                    - {name: publish, depends: approve && check-total, template: inside}
                    - {name: elsewhere, depends: split, templateRef: {name: shared, template: clean}}
              - name: split
                retryStrategy: {limit: 3}
                script: {image: "python:alpine3.23", source: "print(1)"}
              - name: map
                script: {image: "python:alpine3.23", source: "print(1)"}
              - name: approve
                suspend: {}
              - name: notify
                http: {url: "https://example.org/done", method: POST}
              - name: inside
                steps:
                  - - {name: one, template: echo}
                  - - {name: two, template: echo}
                    - {name: three, template: echo}
          """;

  static OnCanvas show(String text, ThemeChoice theme) {
    return show(text, theme, Language.ENGLISH);
  }

  static OnCanvas show(String text, ThemeChoice theme, Language language) {
    Editor editor = new Editor(Diagram.open(SourceText.of(text), Positions.NONE));
    Background background =
        new Background(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater);
    CanvasViewModel model = new CanvasViewModel(editor, background);
    CanvasView[] view = new CanvasView[1];
    Look look = theme == ThemeChoice.DARK ? Look.DARK : Look.LIGHT;
    Screen screen =
        Screen.show(
            () ->
                view[0] =
                    new CanvasView(model, Messages.in(language), new SimpleObjectProperty<>(look)),
            1000,
            620,
            theme);
    return new OnCanvas(editor, model, view[0], screen, theme);
  }

  /** The canvas of the file that a whole window shows. */
  public static OnCanvas in(Screen screen, Editor editor, ThemeChoice theme) {
    CanvasView view = screen.find(".canvas", CanvasView.class);
    return new OnCanvas(editor, view.model(), view, screen, theme);
  }

  public Hand hand() {
    return new Hand(screen, view);
  }

  public Point corner(String node) {
    return Screen.onWindow(
        () -> model.drawing().corner(model.drawing().numberOf(new NodeId(node))));
  }

  /** In the view's coordinates. */
  public Point2D middleOf(String node) {
    return Screen.onWindow(
        () -> {
          Box box = model.drawing().boxOf(new NodeId(node)).orElseThrow();
          return model
              .viewport()
              .toView(new Point(box.x() + box.width() / 2, box.y() + box.height() / 2));
        });
  }

  public Point2D portOf(String node, Port port) {
    return Screen.onWindow(
        () ->
            model
                .viewport()
                .toView(
                    port.of(
                        model.drawing().boxOf(new NodeId(node)).orElseThrow(),
                        model.drawing().heading())));
  }

  /** What is being pulled by hand or by keys. */
  public Optional<Feedback.Wire> wire() {
    return Screen.onWindow(() -> model.feedback().wire());
  }

  /** As {@code from→to}. */
  public Set<String> edges() {
    return Screen.onWindow(
        () -> {
          Set<String> names = new LinkedHashSet<>();
          model.drawing().edges().forEach(edge -> names.add(edge.from() + "→" + edge.to()));
          return names;
        });
  }

  /** Of the nodes that a run has come to. */
  public Map<String, NodePhase> phases() {
    return Screen.onWindow(
        () -> {
          Map<String, NodePhase> phases = new TreeMap<>();
          model
              .frame()
              .get()
              .states()
              .forEach((id, state) -> state.phase().ifPresent(at -> phases.put(id.value(), at)));
          return phases;
        });
  }

  public void typeInto(String field, String text) {
    TextField found = screen.find(field, TextField.class);
    Screen.doOnWindow(() -> found.setText(text));
  }

  public void clickOn(String node) {
    Point2D at = middleOf(node);
    hand().click(at.getX(), at.getY());
  }

  public Set<NodeId> selected() {
    return Screen.onWindow(() -> editor.selection().get().nodes());
  }

  String scopeName() {
    return Screen.onWindow(() -> editor.scope().orElseThrow().template().value());
  }

  int percent() {
    return Screen.onWindow(() -> model.viewport().percent());
  }

  void undo() {
    Screen.doOnWindow(editor::undo);
    screen.settle();
  }

  public String text() {
    return Screen.onWindow(() -> editor.state().get().text().toString());
  }

  void picture(String name) {
    screen.picture(name + "-" + theme.name().toLowerCase(Locale.ROOT));
  }
}
