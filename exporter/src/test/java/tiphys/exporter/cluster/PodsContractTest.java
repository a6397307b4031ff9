// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.cluster.status.RunReader;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/** What holds of runs whose steps are programs, wherever those run. */
@ParameterizedClass
@EnumSource(
    value = ContractTarget.class,
    names = {"LOCAL_ENGINE", "TEST_BED_KUBERNETES", "TEST_BED_ARGO_SERVER"})
@SuppressWarnings("NullAway.Init") // opened before each test
final class PodsContractTest {
  private static final Set<ContractTarget> WITHOUT_RETRY = Set.of(ContractTarget.LOCAL_ENGINE);

  private static final String VALUES =
      """
      entrypoint: main
      templates:
      - name: main
        dag:
          tasks:
          - {name: list, template: list}
          - name: each
            template: say
            depends: list
            arguments: {parameters: [{name: what, value: "{{item.k}}"}]}
            withParam: "{{tasks.list.outputs.result}}"
          - name: file
            template: file
          - name: read
            template: say
            depends: file
            arguments: {parameters: [{name: what, value: "{{tasks.file.outputs.parameters.word}}"}]}
      - name: list
        script: {image: bash, command: [bash], source: 'echo ''[{"k":"a"},{"k":"b"}]'''}
      - name: say
        inputs: {parameters: [{name: what}]}
        container: {image: bash, command: [bash, -c], args: ["echo I say {{inputs.parameters.what}}"]}
      - name: file
        container: {image: bash, command: [bash, -c], args: ["echo -n deep > /tmp/word"]}
        outputs: {parameters: [{name: word, valueFrom: {path: /tmp/word}}]}
      """;

  private static final String FAILS =
      """
      entrypoint: main
      arguments: {parameters: [{name: works, value: "no"}]}
      templates:
      - name: main
        steps:
        - - {name: before, template: fine}
        - - {name: try, template: try}
      - name: fine
        container: {image: bash, command: [bash, -c], args: ["echo fine"]}
      - name: try
        retryStrategy: {limit: 1}
        container:
          image: bash
          command: [bash, -c]
          args: ["echo try; [ {{workflow.parameters.works}} = yes ]"]
      """;

  private static final String LONG =
      """
      entrypoint: main
      onExit: bye
      templates:
      - name: main
        container: {image: bash, command: [bash, -c], args: ["echo begun; exec sleep 300"]}
      - name: bye
        container: {image: bash, command: [bash, -c], args: ["echo bye"]}
      """;

  @TempDir Path folder;
  private final ContractTarget target;
  private ContractPlace place;
  private final Heard heard = new Heard();
  private Optional<RunWatch> watch = Optional.empty();

  PodsContractTest(ContractTarget target) {
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
  void valuesGoFromStepToStepAndAFanOutHasOneForEachOfThem() {
    String run = watched(VALUES);

    heard.await(() -> heard.phase(run).equals("Succeeded"));

    assertEquals(
        """
        wf DAG Succeeded
        wf.each TaskGroup Succeeded
        wf.each(0:k:a) Pod Succeeded {what=a} ->
        wf.each(1:k:b) Pod Succeeded {what=b} ->
        wf.file Pod Succeeded {} -> {word=deep}
        wf.list Pod Succeeded {} -> [{"k":"a"},{"k":"b"}]
        wf.read Pod Succeeded {what=deep} ->
        """,
        told(run));
  }

  @Test
  void aStepThatFailsIsTriedAgainAndItsRunIsTakenUpFromThere() {
    String run = watched(FAILS);
    heard.await(() -> heard.phase(run).equals("Failed"));
    assertEquals(
        """
        wf Steps Failed
        wf[0] StepGroup Succeeded
        wf[0].before Pod Succeeded {} ->
        wf[1] StepGroup Failed
        wf[1].try Retry Failed
        wf[1].try(0) Pod Failed {} ->
        wf[1].try(1) Pod Failed {} ->
        """,
        told(run));
    if (WITHOUT_RETRY.contains(target)) {
      return;
    }

    // who is quicker than the archive leaves the controller with a run that goes on and is over
    heard.await(() -> !heard.run(run).json().at("/metadata/labels").toString().contains("Pending"));
    TestBed.awaitRest(run);
    RunAction again = new RunAction.Retry("", RunAction.Successful.KEPT, Map.of("works", "yes"));
    ClusterFixture.done(place.gateway().act("", run, again));

    heard.await(() -> heard.phase(run).equals("Succeeded"));
    assertEquals(
        """
        wf Steps Succeeded
        wf[0] StepGroup Succeeded
        wf[0].before Pod Succeeded {} ->
        wf[1] StepGroup Succeeded
        wf[1].try Retry Succeeded
        wf[1].try(0) Pod Succeeded {} ->
        """,
        told(run));
  }

  @Test
  void whatARunPrintsIsFollowedToItsEnd() {
    ContractPlace.onlyWithPods(target);
    String run = watched(FAILS);
    heard.await(() -> heard.phase(run).equals("Running"));

    HeardLines lines = HeardLines.begin(place.gateway(), LogRequest.of(run).following());

    assertEquals(Optional.empty(), lines.end());
    assertEquals(
        List.of("fine", "try", "try"),
        lines.lines().stream()
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .sorted()
            .toList());
  }

  @Test
  void aRunThatIsStoppedEndsItsProgramAndSaysGoodBye() {
    String run = watched(LONG);
    heard.await(() -> told(run).startsWith("wf Pod Running"));

    ClusterFixture.done(
        place
            .gateway()
            .act(
                "",
                run,
                target == ContractTarget.LOCAL_ENGINE
                    ? new RunAction.Terminate()
                    : new RunAction.Stop("", "")));

    heard.await(() -> heard.phase(run).equals("Failed"));
    assertFalse(told(run).contains("Running"), told(run));
    assertEquals(
        target != ContractTarget.LOCAL_ENGINE, told(run).contains("wf.onExit Pod Succeeded"));
  }

  private String watched(String spec) {
    ObjectNode workflow = ClusterMemory.json("{\"metadata\":{\"generateName\":\"pods-\"}}");
    YamlTree tree = YamlTree.parse(SourceText.of(spec));
    workflow.set("spec", ManifestReader.toJson(tree.documents().getFirst().place()));
    ObjectNode made =
        ClusterFixture.done(place.gateway().create(ArgoKind.WORKFLOW, "", workflow, Trial.REAL));
    String run = made.at("/metadata/name").asText();
    watch =
        Optional.of(
            RunWatch.start(
                place.gateway(), "", ObjectFilter.named(run), heard, ClusterFixture.QUICK));
    return run;
  }

  /** Nodes by name: type, end, and of pods what went in and came out. */
  private String told(String run) {
    if (!heard.now().containsKey(run)) {
      return "";
    }
    RunSnapshot snapshot = ClusterFixture.done(new RunReader().read(heard.run(run)));
    Map<String, String> lines = new TreeMap<>();
    for (NodeStatus node : snapshot.nodes().values()) {
      String name = "wf" + node.name().substring(run.length());
      lines.put(name, name + " " + node.type() + " " + node.phase().argoName() + values(node));
    }
    return String.join("\n", lines.values()) + "\n";
  }

  private static String values(NodeStatus node) {
    if (!node.type().equals("Pod") || !node.phase().isFinished()) {
      return "";
    }
    Map<String, String> outputs = new TreeMap<>(node.outputs().parameters());
    String result = node.outputs().result().orElse("");
    return (" " + node.inputs().parameters() + " -> " + (outputs.isEmpty() ? result : outputs))
        .stripTrailing();
  }
}
