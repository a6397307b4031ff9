// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A drawing is held against what a run was made of. */
final class DesignChangesTest {
  private static final String DRAWN =
      """
      {"kind":"Workflow","spec":{"entrypoint":"main","templates":[
        {"name":"main","dag":{"tasks":[
          {"name":"a","template":"say","arguments":{"parameters":[{"name":"n","value":1}]}},
          {"name":"b","template":"say","depends":"a"}]}},
        {"name":"say","container":{"image":"busybox","args":["x"]}}]}}
      """;

  @Test
  void whatTheClusterWritesBesideIsNoDifference() throws IOException {
    assertEquals(
        List.of(),
        changes(
            """
            {"metadata":{"name":"r"},
             "spec":{"entrypoint":"main","arguments":{},"suspend":true,"templates":[
              {"name":"main","inputs":{},"outputs":{},"metadata":{},"dag":{"tasks":[
                {"name":"a","template":"say",
                 "arguments":{"parameters":[{"name":"n","value":"1"}]}},
                {"name":"b","arguments":{},"template":"say","depends":"a"}]}},
              {"name":"say","inputs":{},"container":
                {"name":"","image":"busybox","args":["x"],"resources":{}}}]}}
            """,
            DRAWN));
  }

  @Test
  void tasksThatWereAddedAndRemovedAndFieldsThatChangedAreNamed() throws IOException {
    assertEquals(
        List.of(
            "CHANGED //entrypoint first→main",
            "CHANGED main/a/arguments.parameters.n.value 7→1",
            "ADDED main/b/ →",
            "REMOVED main/old/ →",
            "CHANGED say//container.image alpine→busybox",
            "CHANGED say//container.args [\"x\",\"y\"]→[\"x\"]",
            "CHANGED say//container.workingDir /tmp→",
            "REMOVED gone// →"),
        changes(
            """
            {"metadata":{"name":"r"},"spec":{"entrypoint":"first","templates":[
              {"name":"gone","suspend":{}},
              {"name":"main","dag":{"tasks":[
                {"name":"old","template":"say"},
                {"name":"a","template":"say",
                 "arguments":{"parameters":[{"name":"n","value":"7"}]}}]}},
              {"name":"say","container":
                {"image":"alpine","args":["x","y"],"workingDir":"/tmp"}}]}}
            """,
            DRAWN));
  }

  @Test
  void aStepThatMovedToAnotherGroupSaysSo() throws IOException {
    assertEquals(
        List.of("CHANGED main/b/group 1→2"),
        changes(
            """
            {"metadata":{"name":"r"},"spec":{"templates":[{"name":"main","steps":[
              [{"name":"a","template":"t"},{"name":"b","template":"t"}]]}]}}
            """,
            """
            {"kind":"Workflow","spec":{"templates":[{"name":"main","steps":[
              [{"name":"a","template":"t"}],[{"name":"b","template":"t"}]]}]}}
            """));
  }

  @Test
  void aTemplateIsHeldAgainstWhatTheRunKeptOfIt() throws IOException {
    assertEquals(
        List.of("CHANGED t//container.image old→new"),
        changes(
            """
            {"metadata":{"name":"r"},"spec":{"workflowTemplateRef":{"name":"build"}},
             "status":{"storedWorkflowTemplateSpec":{"entrypoint":"t","templates":[
               {"name":"t","container":{"image":"old"}}]}}}
            """,
            """
            {"kind":"CronWorkflow","spec":{"schedule":"* * * * *","workflowSpec":{
              "entrypoint":"t","templates":[{"name":"t","container":{"image":"new"}}]}}}
            """));
  }

  @Test
  void aWorkflowThatOnlyRefersToATemplateIsHeldAgainstWhatWasSubmitted() throws IOException {
    assertEquals(
        List.of("CHANGED //workflowTemplateRef.name build→other"),
        changes(
            """
            {"metadata":{"name":"r"},"spec":{"workflowTemplateRef":{"name":"build"}},
             "status":{"storedWorkflowTemplateSpec":{"templates":[
               {"name":"t","container":{"image":"old"}}]}}}
            """,
            """
            {"kind":"Workflow","spec":{"workflowTemplateRef":{"name":"other"}}}
            """));
  }

  private static List<String> changes(String run, String drawn) throws IOException {
    return DesignChanges.of(new WorkflowObject(json(run)), json(drawn)).all().stream()
        .map(
            each ->
                "%s %s/%s/%s %s→%s"
                    .formatted(
                        each.kind(),
                        each.template(),
                        each.task(),
                        each.field(),
                        each.inRun(),
                        each.drawn()))
        .toList();
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) JsonMapper.builder().build().readTree(text);
  }
}
