// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.problem.Outcome;
import tiphys.model.run.NodeIds;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/**
 * What holds of a run wherever it runs, from its submission to its end. Its steps only wait, so
 * that the controller of a cluster brings it to its end without a node.
 */
@ParameterizedClass
@EnumSource(ContractTarget.class)
@SuppressWarnings("NullAway.Init") // opened before each test
final class RunContractTest {
  private static final String EVERY_SHAPE =
      """
      entrypoint: main
      onExit: bye
      templates:
      - name: main
        dag:
          tasks:
          - {name: a, template: pause}
          - {name: b, template: pause, depends: a, withItems: [x, 2]}
          - {name: c, template: pause, depends: b, when: "1 == 2"}
          - {name: d, template: pause, depends: a.Failed}
          - {name: e, template: inner, depends: b && !d.Succeeded}
      - name: inner
        steps:
        - - {name: s1, template: pause}
        - - {name: s2, template: pause}
          - {name: s3, template: pause, withItems: [{k: v}]}
      - {name: pause, suspend: {duration: "0"}}
      - {name: bye, suspend: {duration: "0"}}
      """;

  private static final String WAITS =
      """
      entrypoint: main
      templates:
      - name: main
        steps:
        - - {name: ask, template: wait}
        - - {name: after, template: pause}
      - {name: wait, suspend: {}}
      - {name: pause, suspend: {duration: "0"}}
      """;

  @TempDir Path folder;
  private final ContractTarget target;
  private ContractPlace place;
  private final Heard heard = new Heard();
  private Optional<RunWatch> watch = Optional.empty();

  RunContractTest(ContractTarget target) {
    this.target = target;
  }

  @BeforeEach
  void open() {
    place = target.openWithController(folder);
  }

  @AfterEach
  void close() {
    watch.ifPresent(RunWatch::close);
    Optional.ofNullable(place).ifPresent(ContractPlace::close);
  }

  @Test
  void everyNodeHasTheNameTheKindAndTheEndThatArgoGivesIt() {
    String run = watched(EVERY_SHAPE);

    heard.await(() -> heard.phase(run).equals("Succeeded"));

    assertEquals(
        """
        wf DAG Succeeded
        wf.a Suspend Succeeded in wf
        wf.b TaskGroup Succeeded in wf
        wf.b(0:x) Suspend Succeeded in wf
        wf.b(1:2) Suspend Succeeded in wf
        wf.c Skipped Skipped in wf
        wf.d Skipped Omitted in wf
        wf.e Steps Succeeded in wf
        wf.e[0] StepGroup Succeeded in wf.e
        wf.e[0].s1 Suspend Succeeded in wf.e
        wf.e[1] StepGroup Succeeded in wf.e
        wf.e[1].s2 Suspend Succeeded in wf.e
        wf.e[1].s3(0:k:v) Suspend Succeeded in wf.e
        wf.onExit Suspend Succeeded""",
        told(run));
  }

  @Test
  void everyNodeIsFollowedByThoseThatComeAfterIt() {
    String run = watched(EVERY_SHAPE);

    heard.await(() -> heard.phase(run).equals("Succeeded"));

    Map<String, NodeStatus> nodes = snapshot(run).nodes();
    assertEquals(List.of("wf.a"), after("wf", run, nodes));
    assertEquals(List.of("wf.b", "wf.d"), after("wf.a", run, nodes));
    assertEquals(List.of("wf.b(0:x)", "wf.b(1:2)"), after("wf.b", run, nodes));
    assertEquals(List.of("wf.c", "wf.e"), after("wf.b(0:x)", run, nodes));
    assertEquals(List.of("wf.e[0]"), after("wf.e", run, nodes));
    assertEquals(List.of("wf.e[1]"), after("wf.e[0].s1", run, nodes));
  }

  @Test
  void aRunThatWaitsGoesOnWhenItIsResumed() {
    String run = watched(WAITS);
    String waiting = NodeIds.of(run, run + "[0].ask");
    heard.await(() -> phase(run, waiting).equals(Optional.of(NodePhase.RUNNING)));

    done(place.gateway().act("", run, new RunAction.Resume("", Map.of())));

    heard.await(() -> heard.phase(run).equals("Succeeded"));
    assertEquals(Optional.of(NodePhase.SUCCEEDED), phase(run, NodeIds.of(run, run + "[1].after")));
  }

  @Test
  void aRunThatIsTerminatedHasFailedAndWhatCameAfterItNeverBegan() {
    String run = watched(WAITS);
    String waiting = NodeIds.of(run, run + "[0].ask");
    heard.await(() -> phase(run, waiting).equals(Optional.of(NodePhase.RUNNING)));

    done(place.gateway().act("", run, new RunAction.Terminate()));

    heard.await(() -> heard.phase(run).equals("Failed"));
    assertEquals(Optional.of(NodePhase.FAILED), phase(run, waiting));
    assertEquals(Optional.empty(), phase(run, NodeIds.of(run, run + "[1].after")));
  }

  @Test
  void aRunThatBeginsNowhereIsRefusedOrEndsInAnError() {
    ObjectNode wrong = workflow(EVERY_SHAPE);
    ((ObjectNode) wrong.path("spec")).remove("entrypoint");

    Outcome<ObjectNode> made = place.gateway().create(ArgoKind.WORKFLOW, "", wrong, Trial.REAL);

    if (made.isDone()) {
      String run = done(made).at("/metadata/name").asText();
      watch(run);
      heard.await(() -> heard.phase(run).equals("Error") || heard.phase(run).equals("Failed"));
    }
  }

  @Test
  void aRunThatIsDeletedWhileItRunsIsGone() {
    String run = watched(WAITS);
    heard.await(() -> heard.phase(run).equals("Running"));

    done(place.gateway().delete(ArgoKind.WORKFLOW, "", run));

    heard.await(() -> heard.now().isEmpty());
  }

  private String watched(String spec) {
    ObjectNode made =
        done(place.gateway().create(ArgoKind.WORKFLOW, "", workflow(spec), Trial.REAL));
    String run = made.at("/metadata/name").asText();
    assertTrue(run.startsWith("shapes-"), run);
    watch(run);
    return run;
  }

  private void watch(String run) {
    watch =
        Optional.of(
            RunWatch.start(
                place.gateway(), "", ObjectFilter.named(run), heard, ClusterFixture.QUICK));
  }

  private static ObjectNode workflow(String spec) {
    ObjectNode workflow = ClusterMemory.json("{\"metadata\":{\"generateName\":\"shapes-\"}}");
    YamlTree tree = YamlTree.parse(SourceText.of(spec));
    workflow.set("spec", ManifestReader.toJson(tree.documents().getFirst().place()));
    return workflow;
  }

  private RunSnapshot snapshot(String run) {
    return done(new RunReader().read(heard.run(run)));
  }

  private Optional<NodePhase> phase(String run, String node) {
    if (!heard.now().containsKey(run)) {
      return Optional.empty();
    }
    return Optional.ofNullable(snapshot(run).nodes().get(node)).map(NodeStatus::phase);
  }

  /** The nodes with the name of the run as {@code wf}; each has the id that its name gives it. */
  private String told(String run) {
    RunSnapshot snapshot = snapshot(run);
    snapshot
        .nodes()
        .forEach((id, node) -> assertEquals(NodeIds.of(run, node.name()), id, node.name()));
    return snapshot.nodes().values().stream()
        .map(
            node ->
                shortened(run, node.name())
                    + " "
                    + node.type()
                    + " "
                    + node.phase().argoName()
                    + Optional.ofNullable(snapshot.nodes().get(node.boundaryId()))
                        .map(outer -> " in " + shortened(run, outer.name()))
                        .orElse(""))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static List<String> after(String name, String run, Map<String, NodeStatus> nodes) {
    String whole = run + name.substring(2);
    return Optional.ofNullable(nodes.get(NodeIds.of(run, whole))).orElseThrow().children().stream()
        .map(id -> shortened(run, Optional.ofNullable(nodes.get(id)).orElseThrow().name()))
        .sorted()
        .toList();
  }

  private static String shortened(String run, String name) {
    return "wf" + name.substring(run.length());
  }

  private static <T> T done(Outcome<T> outcome) {
    return ClusterFixture.done(outcome);
  }
}
