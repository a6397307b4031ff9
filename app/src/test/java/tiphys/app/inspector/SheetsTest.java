// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tiphys.app.editor.Selection;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.model.graph.Scope;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

/** What forms hold, without a screen. */
class SheetsTest {
  private static final String TEXT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata: {name: forms}
      spec:
        entrypoint: main
        templateDefaults:
          activeDeadlineSeconds: 90
          container:
            workingDir: /src
        templates:
        - name: main
          outputs:
            artifacts:
            - name: result
              path: /tmp/x
              archive: {none: {}}
          retryStrategy:
            limit: 2
            retryPolicy: Always
          container:
            image: alpine
            imagge: typo
            args: [one, "a longer text that does not fit on a single line of a form, by far"]
            env:
            - name: HOME
              value: /tmp
          synchronization:
            mutex: {name: old}
      """;

  private static final Scope MAIN = new Scope(0, new TemplateName("main"));

  @Test
  void allTenLocationsOfAnArtifactCanBeAdded() {
    Field artifact = row("outputs.artifacts.result", Set.of());

    assertEquals(Field.Form.ITEM, artifact.form());
    assertTrue(
        artifact
            .content()
            .choices()
            .containsAll(
                List.of(
                    "s3",
                    "gcs",
                    "oss",
                    "azure",
                    "artifactory",
                    "hdfs",
                    "git",
                    "http",
                    "raw",
                    "plugin")));
  }

  @Test
  void whatIsOpenedStandsInItsSectionThoughNothingIsWritten() {
    Field key = row("outputs.artifacts.result.s3.key", Set.of("outputs.artifacts.result.s3.key"));

    assertEquals("Key", key.words().label());
    assertEquals(Field.Form.LINE, key.form());
    assertTrue(!key.is(Field.Mark.SET));
  }

  @Test
  void whatDiffersFromTheDefaultIsMarkedAndWhatArgoRemovedToo() {
    assertTrue(row("retryStrategy.retryPolicy", Set.of()).is(Field.Mark.CHANGED));
    assertTrue(!row("retryStrategy.limit", Set.of()).is(Field.Mark.CHANGED));
    assertTrue(row("synchronization.mutex", Set.of()).is(Field.Mark.DEPRECATED));
    assertEquals(Field.Form.SHOWN, row("container.imagge", Set.of()).form());
  }

  @Test
  void anItemWithNothingButAValueIsOneRow() {
    Field home = row("container.env.HOME", Set.of());

    assertEquals("/tmp", home.value());
    assertEquals(List.of("container", "env", "HOME", "value"), home.path());
    assertEquals(List.of("container", "env", "HOME"), home.removal());
  }

  @Test
  void longArgumentsAreWrittenInACodeEditor() {
    Field args = row("container.args", Set.of());

    assertEquals(Field.Form.CODE, args.form(), args.value());
    assertTrue(args.value().startsWith("- one\n- \"a longer"), args.value());
  }

  @Test
  void aFieldIsFoundByItsNameAndByAWordOfEitherLanguage() {
    Sheet.Page page = page(Set.of());
    FieldIndex index = FieldIndex.of(page.definition(), page.subject().place());

    assertEquals(List.of("nodeSelector"), index.find("nodesel", 1).getFirst().path());
    assertTrue(paths(index.find("再試行", 40)).contains("retryStrategy"));
    assertTrue(paths(index.find("retries", 40)).contains("retryStrategy"));
    assertTrue(paths(index.find("resources limits", 40)).contains("container.resources.limits"));
    assertTrue(paths(index.find("source", 400)).stream().noneMatch(p -> p.startsWith("script")));
    assertEquals(List.of(), index.find("", 5));
  }

  @Test
  void aFieldIsFoundWithinTheItemsOfAList() {
    Sheet.Page page = page(Set.of());
    FieldIndex index = FieldIndex.of(page.definition(), page.subject().place());

    assertTrue(
        paths(index.find("result s3 bucket", 40)).contains("outputs.artifacts.result.s3.bucket"));
    assertTrue(
        paths(index.find("home secretKeyRef", 40))
            .contains("container.env.HOME.valueFrom.secretKeyRef"));
  }

  @Test
  void whatTheDefaultsOfTemplatesSayIsShownWhereTheTemplateSaysNothing() {
    Field deadline = row("activeDeadlineSeconds", Set.of());
    Field folder = row("container.workingDir", Set.of());

    assertTrue(deadline.is(Field.Mark.INHERITED));
    assertEquals("90", deadline.content().prompt());
    assertEquals("", deadline.value());
    assertEquals("/src", folder.content().prompt());
    assertTrue(!row("container.image", Set.of()).is(Field.Mark.INHERITED));
  }

  private static List<String> paths(List<FieldIndex.Found> found) {
    return found.stream().map(one -> String.join(".", one.path())).toList();
  }

  private static Field row(String path, Set<String> opened) {
    String prefix = "template." + MAIN + ".";
    Sheet.Page page = page(Set.copyOf(opened.stream().map(open -> prefix + open).toList()));
    return page.sections().stream()
        .flatMap(section -> section.fields().stream())
        .filter(field -> field.id().equals(prefix + path))
        .findFirst()
        .orElseThrow();
  }

  private static Sheet.Page page(Set<String> opened) {
    DiagramState state = DiagramState.of(SourceText.of(TEXT), Positions.NONE);
    return Sheets.of(
            state, Optional.of(MAIN), Selection.NONE, Messages.in(Language.ENGLISH), opened)
        .pages()
        .getLast();
  }
}
