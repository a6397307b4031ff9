// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Editor;
import tiphys.app.editor.Selection;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeId;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/**
 * Every group of fields, written as a user does who knows its name: it is looked for by typing, and
 * what is typed next goes into it.
 */
class GroupsByHandTest {
  private static final String HEAD =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: groups-
      spec:
        entrypoint: main
        templates:
        - name: main
      """;
  private static final String CONTAINER =
      """
          # works
          container:
            image: alpine
      """;
  private static final String TASKS =
      """
          dag:
            tasks:
            - name: only
              template: work
        - name: work
          container: {image: alpine}
      """;

  private Editor editor = editor("");
  private @Nullable Screen screen;
  private final List<String> wrong = new ArrayList<>();

  private static Editor editor(String body) {
    return new Editor(Diagram.open(SourceText.of(HEAD + body), Positions.NONE));
  }

  @Test
  void locksMetricsAndMemory() {
    onTemplate(CONTAINER);
    find("mutexes", "lock");
    has("synchronization:\n      mutexes:\n      - name: lock\n");
    find("semaphores", "{configMapKeyRef: {name: limits, key: heavy}}");
    has("semaphores:\n      - configMapKeyRef:\n          name: limits\n          key: heavy\n");

    onTemplate(CONTAINER);
    find("prometheus", "took");
    find("took help", "How long it took");
    find("took gauge value", "{{duration}}");
    find("took gauge realtime", KeyCode.SPACE);
    find("took when", "{{status}} == Succeeded");
    has("metrics:\n      prometheus:\n      - name: took\n        help: How long it took\n");
    has("        gauge:\n");
    has("          value: \"{{duration}}\"\n");
    has("          realtime: true\n");
    has("when: \"{{status}} == Succeeded\"\n");

    onTemplate(CONTAINER);
    find("memoize key", "v1-{{workflow.name}}");
    find("memoize maxAge", "1h");
    find("memoize cache configMap name", "results");
    has("memoize:\n      key: v1-{{workflow.name}}\n      maxAge: \"1h\"\n");
    has("cache:\n        configMap:\n          name: results\n");
    looksLike("groups-memory");
    nothingIsWrong();
  }

  @Test
  void hooksOfATaskAndOfTheWorkflow() {
    onTask();
    find("hooks", "exit");
    find("hooks exit template", KeyCode.DOWN);
    find("hooks exit expression", "tasks.only.status == \"Failed\"");
    has("hooks:\n          exit:\n");
    has("            template: main\n");
    has("            expression: tasks.only.status == \"Failed\"\n");

    onWorkflow(CONTAINER);
    find("hooks", "running");
    find("hooks running template", KeyCode.DOWN);
    find("hooks running expression", "workflow.status == \"Running\"");
    has("hooks:\n    running:\n");
    has("      template: main\n");
    has("      expression: workflow.status == \"Running\"\n");
    nothingIsWrong();
  }

  @Test
  void theTenPlacesOfArtifacts() {
    place("s3", "key", "data/in.csv", "bucket", "lake");
    place("gcs", "key", "data/in.csv", "bucket", "lake");
    place("oss", "key", "data/in.csv", "bucket", "lake");
    place("azure", "blob", "in.csv", "container", "data");
    place("git", "repo", "https://git.example/x.git", "revision", "main");
    place("http", "url", "https://example.org/in.csv");
    place("hdfs", "path", "/data/in.csv", "hdfsUser", "root");
    place("artifactory", "url", "https://repo.example/in.csv");
    place("plugin", "name", "store", "key", "in.csv");
    onTemplate(CONTAINER);
    find("inputs artifacts", "in=/tmp/in.csv");
    enter("inputs artifacts in raw data");
    Screen.doOnWindow(
        () -> {
          ((CodeArea) focusOwner()).appendText("one line");
          focusOwner()
              .fireEvent(
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false));
        });
    has("        raw:\n          data: one line\n");
    looksLike("groups-artifact");
    nothingIsWrong();
  }

  /** Fields of one place, each with its value. */
  private void place(String kind, String... fields) {
    onTemplate(CONTAINER);
    find("inputs artifacts", "in=/tmp/in.csv");
    for (int i = 0; i < fields.length; i += 2) {
      find("inputs artifacts in " + kind + " " + fields[i], fields[i + 1], KeyCode.ENTER);
    }
    has("inputs:\n      artifacts:\n      - name: in\n        path: /tmp/in.csv\n");
    has("        " + kind + ":\n");
    for (int i = 0; i < fields.length; i += 2) {
      has("          " + fields[i] + ": " + fields[i + 1]);
    }
  }

  @Test
  void volumesVariablesAndWhereAPodRuns() {
    onTemplate(CONTAINER);
    find("volumes", "work");
    enter("volumes work emptyDir");
    chooseEmpty();
    find("volumeMounts", "work=/data");
    has("volumes:\n    - name: work\n      emptyDir: {}\n");
    has("volumeMounts:\n      - name: work\n        mountPath: /data\n");
    find("volumes work persistentVolumeClaim claimName", "disk");
    has("persistentVolumeClaim:\n        claimName: disk\n");

    onTemplate(CONTAINER);
    find("env", "GREETING=hello");
    has("env:\n      - name: GREETING\n        value: hello\n");
    find("env", "TOKEN");
    find("env TOKEN secretKeyRef name", "secrets");
    find("env TOKEN secretKeyRef key", "token");
    has("- name: TOKEN\n        valueFrom:\n          secretKeyRef:\n");

    onTemplate(CONTAINER);
    entry("container resources limits", "memory", "64Mi");
    entry("container resources requests", "cpu", "500m");
    entry("nodeSelector", "disk", "ssd");
    has("resources:\n        limits:\n          memory: \"64Mi\"\n");
    has("requests:\n          cpu: \"500m\"\n");
    has("nodeSelector:\n      disk: ssd\n");
    find("tolerations", "{key: gpu, operator: Exists}");
    has("tolerations:\n    - key: gpu\n      operator: Exists\n");
    find(
        "affinity nodeAffinity preferred",
        "{weight: 1, preference: {matchExpressions: [{key: disk, operator: Exists}]}}");
    has(
        "nodeAffinity:\n        preferredDuringSchedulingIgnoredDuringExecution:\n        - weight: 1\n");
    looksLike("groups-pod");
    nothingIsWrong();
  }

  @Test
  void dataAndPluginTemplates() {
    onTemplate("    data:\n      source: {}\n");
    find("data source artifactPaths s3 bucket", "lake");
    find("data source artifactPaths name", "all");
    find("data transformation", "filter(data, {# endsWith \".pdf\"})");
    has("artifactPaths:\n");
    has("bucket: lake\n");
    has("transformation:\n      - expression: ");
    has("filter(data, {# endsWith ");
    looksLike("groups-data");

    onTemplate("    plugin: {}\n");
    find("plugin", "{hello: {to: world}}");
    has("hello:\n");
    has("to: world\n");
    looksLike("groups-plugin");
    nothingIsWrong();
  }

  private void onTemplate(String body) {
    open(body);
    Screen.doOnWindow(
        () -> screen().find(".tab-pane", TabPane.class).getSelectionModel().select(1));
    screen().settle();
  }

  private void onWorkflow(String body) {
    open(body);
  }

  private void onTask() {
    open(TASKS);
    Screen.doOnWindow(() -> editor.select(Selection.of(new NodeId("only"))));
    screen().settle();
  }

  private void open(String body) {
    if (screen != null) {
      Screen.doOnWindow(screen().stage()::close);
    }
    Editor opened = editor(body);
    editor = opened;
    screen =
        Screen.show(
            () -> new InspectorView(opened, Messages.in(Language.ENGLISH)),
            360,
            760,
            ThemeChoice.LIGHT);
  }

  /** Of the menu that Enter opens at the head of an object. */
  private void chooseEmpty() {
    Screen.doOnWindow(
        () -> {
          MenuButton more = (MenuButton) focusOwner().lookup(".field-more");
          more.show();
          more.getItems().stream()
              .filter(item -> "row-empty".equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
          more.hide();
        });
  }

  /** Looks for a field, and types what goes into it. */
  private void find(String query, String typed) {
    find(query, typed, KeyCode.ENTER);
  }

  private void find(String query, String typed, KeyCode end) {
    enter(query);
    write(typed);
    press(end);
    said(query + " ← " + typed);
  }

  private void find(String query, KeyCode key) {
    enter(query);
    press(key);
    release(key);
    said(query + " ← " + key);
  }

  /** A key, and its value. */
  private void entry(String query, String key, String value) {
    enter(query);
    if (!focusedId().startsWith("key-")) {
      wrong.add(query + " has the keyboard in " + focusedId());
      return;
    }
    write(key);
    press(KeyCode.ENTER);
    write(value);
    press(KeyCode.ENTER);
    said(query + " ← " + key + "=" + value);
  }

  private void enter(String query) {
    Screen.doOnWindow(screen().find(".inspector", InspectorView.class)::requestFocus);
    write(query);
    press(KeyCode.ENTER);
    if (focusedId().equals("inspector-find")) {
      wrong.add("not found: " + query + " among " + found(query));
    }
  }

  private List<String> found(String query) {
    Sheet sheet =
        Sheets.of(
            editor.state().get(),
            editor.scope(),
            editor.selection().get(),
            Messages.in(Language.ENGLISH),
            Set.of());
    return sheet.pages().stream()
        .map(page -> FieldIndex.of(page.definition(), page.subject().place()).find(query, 3))
        .map(all -> all.stream().map(FieldIndex.Found::path).toList().toString())
        .toList();
  }

  /** What is refused stands below its row. */
  private void said(String done) {
    Screen.onWindow(
            () ->
                screen().scene().getRoot().lookupAll(".field-refusal").stream()
                    .filter(node -> node.isVisible() && node instanceof Label)
                    .map(node -> ((Label) node).getText())
                    .toList())
        .forEach(refusal -> wrong.add(done + ": " + refusal));
  }

  private void has(String lines) {
    if (!text().contains(lines)) {
      wrong.add("no\n" + lines + "in\n" + text());
    }
  }

  private void looksLike(String name) {
    screen().picture(name);
  }

  private void nothingIsWrong() {
    assertEquals("", String.join("\n", wrong));
  }

  private String focusedId() {
    return Screen.onWindow(
        () ->
            Optional.ofNullable(screen().scene().getFocusOwner()).map(Node::getId).orElse("none"));
  }

  private Screen screen() {
    return Objects.requireNonNull(screen);
  }

  /** Letter by letter, to whatever has the keyboard. */
  private void write(String text) {
    Screen.doOnWindow(
        () ->
            text.chars()
                .mapToObj(Character::toString)
                .forEach(letter -> focusOwner().fireEvent(Hand.typed(letter))));
  }

  private void press(KeyCode code) {
    Screen.doOnWindow(() -> focusOwner().fireEvent(Hand.pressed(code)));
  }

  /** A toggle is turned when the key comes up. */
  private void release(KeyCode code) {
    Screen.doOnWindow(
        () ->
            focusOwner()
                .fireEvent(
                    new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false)));
  }

  private Node focusOwner() {
    return Objects.requireNonNull(screen().scene().getFocusOwner());
  }

  private String text() {
    return editor.state().get().text().toString();
  }
}
