// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** What holds of the objects of every cluster, however it is reached. */
@ParameterizedClass
@EnumSource(ContractTarget.class)
final class ObjectsContractTest extends ClusterFixture {
  ObjectsContractTest(ContractTarget target) {
    super(target);
  }

  @Test
  void aWorkflowThatIsSubmittedIsThereUnderTheNameThatItGot() {
    ObjectNode made = done(gateway().create(ArgoKind.WORKFLOW, "", workflow(""), Trial.REAL));

    String name = made.at("/metadata/name").asText();
    assertTrue(name.startsWith("hello-"), name);
    assertEquals(
        name, done(gateway().get(ArgoKind.WORKFLOW, "", name)).at("/metadata/name").asText());
  }

  @Test
  void aDryRunKeepsNothing() {
    skip(ContractTarget.MOCK_KUBERNETES, "it keeps what it is only to try");
    done(gateway().create(ArgoKind.WORKFLOW, "", workflow("dry"), Trial.DRY_RUN));

    assertRefused(ProblemCode.CLUSTER_NOT_FOUND, gateway().get(ArgoKind.WORKFLOW, "", "dry"));
  }

  @Test
  void whatTheClusterRefusesIsSaidInItsWords() {
    skip(ContractTarget.MOCK_KUBERNETES, "it takes whatever it is given");
    ObjectNode broken = workflow("broken");
    broken.remove("spec");

    Outcome<ObjectNode> outcome = gateway().create(ArgoKind.WORKFLOW, "", broken, Trial.DRY_RUN);

    assertRefused(ProblemCode.CLUSTER_REFUSED, outcome);
    assertTrue(outcome.refusal().orElseThrow().arguments().getFirst().contains("spec"));
  }

  @Test
  void aNameThatIsTakenIsRefusedAsTaken() {
    submitted("twice");

    assertRefused(
        ProblemCode.CLUSTER_EXISTS_ALREADY,
        gateway().create(ArgoKind.WORKFLOW, "", workflow("twice"), Trial.REAL));
  }

  @ParameterizedTest
  @EnumSource(ArgoKind.class)
  void everyKindIsCreatedChangedListedAndDeleted(ArgoKind kind) {
    ObjectNode made = done(gateway().create(kind, "", object(kind, "one"), Trial.REAL));
    made.withObject("/metadata").putObject("annotations").put("seen", "yes");
    Outcome<ObjectNode> changed = gateway().update(kind, "", made);

    if (kind == ArgoKind.WORKFLOW && ContractTarget.OF_ARGO_SERVER.contains(target())) {
      assertRefused(ProblemCode.CLUSTER_FAILED, changed);
    } else {
      assertEquals("yes", done(changed).at("/metadata/annotations/seen").asText());
    }
    assertEquals(1, done(gateway().list(kind, "", ObjectFilter.ALL)).items().size());
    done(gateway().delete(kind, "", "one"));
    assertTrue(done(gateway().list(kind, "", ObjectFilter.ALL)).items().isEmpty());
  }

  @Test
  void aChangeOfWhatSomebodyElseChangedIsAConflict() {
    skip(ContractTarget.MOCK_KUBERNETES, "it takes whatever it is given");
    ObjectNode mine =
        done(gateway().create(ArgoKind.WORKFLOW_TEMPLATE, "", workflow("both"), Trial.REAL));
    ObjectNode theirs = mine.deepCopy();
    theirs.withObject("/metadata").putObject("annotations").put("by", "them");
    done(gateway().update(ArgoKind.WORKFLOW_TEMPLATE, "", theirs));

    assertRefused(
        ProblemCode.CLUSTER_CONFLICT, gateway().update(ArgoKind.WORKFLOW_TEMPLATE, "", mine));
  }

  @Test
  void aChangeThatChangesNothingIsNone() {
    skip(ContractTarget.MOCK_KUBERNETES, "it takes whatever it is given");
    ObjectNode mine =
        done(gateway().create(ArgoKind.WORKFLOW_TEMPLATE, "", workflow("same"), Trial.REAL));

    ObjectNode after = done(gateway().update(ArgoKind.WORKFLOW_TEMPLATE, "", mine.deepCopy()));

    assertEquals(
        mine.at("/metadata/resourceVersion").asText(),
        after.at("/metadata/resourceVersion").asText());
  }

  @Test
  void aTemplateOfTheClusterIsSubmittedWithValues() {
    done(gateway().create(ArgoKind.WORKFLOW_TEMPLATE, "", workflow("greet"), Trial.REAL));

    ObjectNode run =
        done(
            gateway()
                .submitFrom(
                    ArgoKind.WORKFLOW_TEMPLATE,
                    "",
                    "greet",
                    SubmitOptions.with(Map.of("who", "world")),
                    Trial.REAL));

    assertTrue(run.at("/metadata/name").asText().startsWith("greet-"), run.toString());
    assertEquals("greet", run.at("/spec/workflowTemplateRef/name").asText());
    assertEquals("world", run.at("/spec/arguments/parameters/0/value").asText());
  }

  @Test
  void aTrialOfATemplateOfTheClusterMakesNoRun() {
    skip(ContractTarget.MOCK_KUBERNETES, "it keeps what it is only to try");
    done(gateway().create(ArgoKind.WORKFLOW_TEMPLATE, "", workflow("greet"), Trial.REAL));

    done(
        gateway()
            .submitFrom(
                ArgoKind.WORKFLOW_TEMPLATE, "", "greet", SubmitOptions.NONE, Trial.DRY_RUN));

    assertEquals(
        List.of(),
        done(gateway()
                .list(
                    ArgoKind.WORKFLOW,
                    "",
                    ObjectFilter.labelled("workflows.argoproj.io/workflow-template=greet")))
            .items());
  }

  @Test
  void aResourceOfAFileIsCreatedThenReplacedAndAnOverlappingChangeIsAConflict() {
    skip(ContractTarget.MOCK_KUBERNETES, "it takes whatever it is given");
    ObjectNode mine = workflow("kept");
    mine.put("kind", "WorkflowTemplate");
    StorePlan create = done(StorePlan.of(gateway(), "", mine));
    assertInstanceOf(StorePlan.Create.class, create);
    done(create.perform(gateway(), ""));
    assertInstanceOf(StorePlan.Nothing.class, done(StorePlan.of(gateway(), "", mine)));

    ((ObjectNode) mine.path("spec")).put("priority", 5);
    StorePlan first = done(StorePlan.of(gateway(), "", mine));
    ((ObjectNode) mine.path("spec")).put("priority", 6);
    StorePlan second = done(StorePlan.of(gateway(), "", mine));
    assertInstanceOf(StorePlan.Replace.class, first);
    done(first.perform(gateway(), ""));

    assertRefused(ProblemCode.CLUSTER_CONFLICT, second.perform(gateway(), ""));
    assertEquals(
        5,
        done(gateway().get(ArgoKind.WORKFLOW_TEMPLATE, "", "kept")).at("/spec/priority").asInt());
  }

  @Test
  void whatIsThereAlreadyIsNotReplacedForTheOrderOfItsFields() {
    skip(ContractTarget.MOCK_KUBERNETES, "it does not name what it has not found");
    ObjectNode mine = object(ArgoKind.CRON_WORKFLOW, "nightly");
    mine.put("kind", "CronWorkflow");
    ((ObjectNode) mine.path("spec")).put("timezone", "Asia/Tokyo");

    done(done(StorePlan.of(gateway(), "", mine)).perform(gateway(), ""));

    assertInstanceOf(StorePlan.Nothing.class, done(StorePlan.of(gateway(), "", mine)));
  }

  @Test
  void aCronWorkflowIsPausedAndGoesOn() {
    done(
        gateway()
            .create(
                ArgoKind.CRON_WORKFLOW, "", object(ArgoKind.CRON_WORKFLOW, "nightly"), Trial.REAL));

    assertTrue(
        done(gateway().setCron("", "nightly", CronState.SUSPENDED))
            .at("/spec/suspend")
            .asBoolean());
    assertFalse(
        done(gateway().setCron("", "nightly", CronState.ACTIVE)).at("/spec/suspend").asBoolean());
  }

  @Test
  void whoeverMayDoEverythingHearsOfNoTroubleWhenAConnectionIsTested() {
    skip(ContractTarget.MOCK_KUBERNETES, "it does not know who asks it");
    skip(ContractTarget.KUBERNETES_DOUBLE, "its account may delete nothing");

    List<CheckStep> steps = gateway().check(ClusterGateway.PATIENCE, _ -> {});

    assertTrue(steps.stream().allMatch(CheckStep::isGood), steps.toString());
  }

  @Test
  void aListOfManyComesWhole() {
    for (int i = 0; i < 450; i++) {
      submitted("run-" + i);
    }

    assertEquals(450, done(gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL)).items().size());
    ObjectFilter few = new ObjectFilter("", "", 210, false);
    assertTrue(done(gateway().list(ArgoKind.WORKFLOW, "", few)).items().size() >= 210);
  }

  @Test
  void aListOfRunsLeavesOutWhatMakesThemLargeWhereItIsToBeBrief() {
    submitted("large");
    change("large", run -> withStatus(run, FAILED));

    ObjectNode brief =
        done(gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.named("large").brief()))
            .items()
            .getFirst();

    assertEquals("Failed", brief.at("/status/phase").asText());
    assertTrue(brief.at("/status/nodes").isMissingNode(), brief.toString());
  }

  @Test
  void aProxysPageInsteadOfJsonIsCalledSo() {
    server().refuseNext("workflows", 200, "text/html", "<html><body>Sign in</body></html>");

    assertRefused(
        ProblemCode.CLUSTER_NOT_ARGO, gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL));
  }

  @Test
  void anAccessRuleThatForbidsIsSaidInTheClustersWords() {
    server()
        .refuseNext(
            "workflows",
            403,
            "application/json",
            server().error(403, "Forbidden", "cannot list workflows in namespace x").toString());

    Outcome<Listing> outcome = gateway().list(ArgoKind.WORKFLOW, "x", ObjectFilter.ALL);

    assertRefused(ProblemCode.CLUSTER_ACCESS_DENIED, outcome);
    assertTrue(outcome.refusal().orElseThrow().arguments().getFirst().contains("namespace x"));
  }

  @Test
  void aTokenThatIsNotTakenIsSaid() {
    server().accept("another");

    assertRefused(
        ProblemCode.CLUSTER_TOKEN_REFUSED, gateway().list(ArgoKind.WORKFLOW, "", ObjectFilter.ALL));
  }

  @Test
  void anObjectOfTwentyMegabytesArrivesWhole() {
    skip(ContractTarget.MOCK_KUBERNETES, "it reads no text of 20 MB");
    skip(ContractTarget.TEST_BED_KUBERNETES, "a real cluster keeps no object of 20 MB");
    skip(ContractTarget.TEST_BED_ARGO_SERVER, "a real cluster keeps no object of 20 MB");
    submitted("huge");
    String text = "x".repeat(20 * 1024 * 1024);
    change("huge", run -> run.put("padding", text));

    assertEquals(
        text.length(),
        done(gateway().get(ArgoKind.WORKFLOW, "", "huge")).path("padding").asText().length());
  }
}
