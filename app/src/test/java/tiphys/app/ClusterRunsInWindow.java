// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.AfterEach;
import tiphys.app.runs.LoopbackCluster;
import tiphys.app.screen.Screen;
import tiphys.model.run.NodeIds;

/** A window whose file is sent to a cluster on loopback. */
abstract class ClusterRunsInWindow extends RunsInWindow {
  static final String RUN = "flow-r1";
  static final String FLOW =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {generateName: flow-}
      spec:
        entrypoint: main
        arguments: {parameters: [{name: who, value: you}]}
        templates:
        - name: main
          dag:
            tasks:
            - {name: fetch, template: sh}
            - {name: train, template: sh, depends: fetch}
            - {name: test, template: sh, depends: fetch}
            - {name: report, template: sh, depends: train && test}
        - name: sh
          container: {image: busybox, command: [echo, "{{workflow.parameters.who}}"]}
      """;

  final LoopbackCluster cluster = new LoopbackCluster();

  @AfterEach
  void closeCluster() {
    cluster.close();
  }

  final void open(String text) throws Exception {
    open(text, chosen -> cluster.connect(chosen.folder(), "prod"));
  }

  /** The file is submitted, and its run goes on. */
  final void submitted() throws Exception {
    open(FLOW);
    run();
  }

  private void run() throws InterruptedException {
    chooseCluster();
    press("#run-button");
    goesOn();
  }

  /** What was submitted is taken up by the controller. */
  final void goesOn() throws InterruptedException {
    await("it is on the cluster", () -> cluster.names().contains(RUN));
    cluster.phase(RUN, "Running");
    await("it runs", () -> stateText().contains("Running"));
  }

  final void chooseCluster() {
    MenuButton menu = screen.find("#run-engine", MenuButton.class);
    Screen.doOnWindow(() -> item(menu, "Cluster prod").fire());
  }

  static MenuItem item(MenuButton menu, String text) {
    return menu.getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  static String pod(String task) {
    return NodeIds.podName(RUN, RUN + "." + task, "sh");
  }
}
