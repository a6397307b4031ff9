// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.editor.Editor;
import tiphys.app.screen.Screen;
import tiphys.model.graph.NodeId;

class VariablesInWindowTest {
  private static final String FLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: letters-}
      spec:
        entrypoint: main
        arguments:
          parameters: [{name: city, value: Kyoto}, {name: spare, value: x}]
        templates:
          - name: main
            dag:
              tasks:
                - name: ask
                  template: say
                  arguments:
                    parameters: [{name: text, value: "{{workflow.parameters.city}}"}]
                - name: tell
                  depends: ask
                  template: say
                  arguments:
                    parameters: [{name: text, value: "{{tasks.ask.outputs.parameters.heard}}"}]
          - name: say
            inputs: {parameters: [{name: text}]}
            outputs: {parameters: [{name: heard, valueFrom: {path: /tmp/x}}]}
            script:
              image: busybox
              command: [sh]
              source: echo "{{inputs.parameters.text}}" "{{workflow.name}}"
      """;

  @TempDir private Path folder;

  @Test
  void theListLeadsToWhoWritesAndWhoReadsAndFindsByWords() throws Exception {
    Path file = Files.writeString(folder.resolve("letters.yaml"), FLOW);
    WholeWindow window = WholeWindow.open(folder.resolve("config"));
    try {
      window.willAnswer(file);
      window.choose("open");
      window.await("the file", () -> window.fileNames().contains("letters.yaml"));
      window.choose("show-variables");
      TreeView<?> tree = window.screen().find("#variables", TreeView.class);
      window.await("the variables", () -> rows(tree) == 10);
      assertEquals("6 variables · 2 never read", summary(window));
      window.screen().picture("variables-light");

      TextField filter = window.screen().find("#variables-filter", TextField.class);
      window.hand().writeInto(filter, "ask.outputs");
      window.await("what fits", () -> rows(tree) == 4);
      window.hand().type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
      window.hand().type(KeyCode.ENTER);

      Editor editor = window.file().editor();
      assertEquals(
          Set.of(new NodeId("tell")), Screen.onWindow(() -> editor.selection().get().nodes()));
      assertEquals("tasks.ask.outputs.parameters.heard", revealed(editor));
      window.screen().picture("variables-found-light");
    } finally {
      window.close();
    }
  }

  private static String summary(WholeWindow window) {
    Label summary = window.screen().find("#variables-summary", Label.class);
    return Screen.onWindow(summary::getText);
  }

  private static int rows(TreeView<?> tree) {
    return Screen.onWindow(
        () -> {
          TreeItem<?> root = tree.getRoot();
          return root.getChildren().isEmpty() ? 0 : tree.getExpandedItemCount();
        });
  }

  private static String revealed(Editor editor) {
    return Screen.onWindow(
        () -> editor.state().get().text().slice(editor.reveal().get().orElseThrow().range()));
  }
}
