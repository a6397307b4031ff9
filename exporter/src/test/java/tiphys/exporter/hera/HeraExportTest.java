// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tiphys.exporter.python.PyPrinter;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

final class HeraExportTest {
  private static final Path EXAMPLES = Path.of("..", "..", "shared", "argo", "examples");

  private static HeraCode export(String yaml) {
    return HeraExport.of(YamlTree.parse(SourceText.of(yaml)), HeraStyle.PLAIN);
  }

  private static String tasks(String tasks) {
    String yaml =
        """
        kind: Workflow
        apiVersion: argoproj.io/v1alpha1
        metadata: {name: x}
        spec:
          templates:
          - name: main
            dag:
              tasks:
        """;
    return export(yaml + tasks.indent(6)).text();
  }

  @Test
  void theDiamondIsWhatAUserOfHeraWrites() throws IOException {
    assertEquals(
        """
        from hera.workflows import DAG, Container, Parameter, Task, Workflow

        with Workflow(generate_name="dag-diamond-", entrypoint="diamond") as w:
            with DAG(name="diamond"):
                A = Task(name="A", template="echo", arguments={"message": "A"})
                B = Task(name="B", template="echo", arguments={"message": "B"})
                C = Task(name="C", template="echo", arguments={"message": "C"})
                D = Task(name="D", template="echo", arguments={"message": "D"})
                A >> [B, C] >> D
            Container(
                name="echo",
                image="busybox",
                command=["echo", "{{inputs.parameters.message}}"],
                inputs=[Parameter(name="message")],
            )
        """,
        export(Files.readString(EXAMPLES.resolve("dag-diamond.yaml"))).text());
  }

  @Test
  void resultsThatAreWaitedForAreMethodsAndOtherConditionsStayText() {
    String code =
        tasks(
            """
            - {name: a, template: t}
            - {name: b, template: t}
            - {name: good, template: t, depends: a.Succeeded}
            - {name: bad, template: t, depends: a.Failed && b}
            - {name: any, template: t, depends: (a.Skipped || a.Daemoned)}
            - {name: either, template: t, depends: a || b}
            - {name: old, template: t, dependencies: [b, a]}
            """);

    assertTrue(code.contains("a.on_success(good)\n"), code);
    assertTrue(code.contains("a.on_failure(bad)\n        b >> bad\n"), code);
    assertTrue(code.contains("a.next(any_, on=[TaskResult.skipped, TaskResult.daemoned])"), code);
    assertTrue(code.contains("Task(name=\"either\", template=\"t\", depends=\"a || b\")"), code);
    assertTrue(
        code.contains("Task(name=\"old\", template=\"t\", dependencies=[\"b\", \"a\"])"), code);
  }

  @Test
  void namesThatPythonCannotHaveBecomeOthers() {
    String code =
        tasks(
            """
            - {name: a-b, template: t}
            - {name: a_b, template: t, depends: a-b}
            - {name: class, template: t, depends: a_b}
            - {name: 1st, template: t, depends: class}
            - {name: Task, template: t, depends: 1st}
            """);

    assertTrue(code.contains("a_b >> a_b_task >> class_ >> task_1st >> Task_task\n"), code);
  }

  @Test
  void aTemplateThatStandsAboveIsCalledByItsVariable() {
    String code =
        export(
                """
                kind: Workflow
                metadata: {name: x}
                spec:
                  templates:
                  - {name: say, container: {image: busybox}}
                  - {name: main, dag: {tasks: [{name: say, template: say}, \
                {name: end, template: say, depends: say}]}}
                """)
            .text();

    assertTrue(code.contains("say = Container(name=\"say\", image=\"busybox\")"), code);
    assertTrue(code.contains("say_task = Task(name=\"say\", template=say)"), code);
    assertTrue(code.contains("say_task >> end"), code);
  }

  @Test
  void whatHeraHasNoWordForIsNamedInTheResultAndInTheCode() {
    HeraCode code =
        export(
            """
            kind: Workflow
            metadata: {name: x}
            spec:
              synchronization: {mutex: {name: one}}
              templates:
              - {name: main, plugin: {slack: {text: hello}}}
              - {name: say, container: {image: busybox, colour: red}}
            """);

    assertEquals(
        List.of(
            "RENEWED spec.synchronization.mutex spec.synchronization.mutexes",
            "LOST spec.templates[0].plugin.slack ",
            "LOST spec.templates[1].container.colour "),
        code.notes().stream()
            .map(note -> note.kind() + " " + note.path() + " " + note.detail())
            .toList());
    assertTrue(code.text().contains("#   spec.templates[0].plugin.slack\n"), code.text());
  }

  @Test
  void theTokenOfASubmissionIsReadWhenTheCodeRuns() throws IOException {
    String yaml = Files.readString(EXAMPLES.resolve("dag-diamond.yaml"));
    String code =
        HeraExport.of(
                YamlTree.parse(SourceText.of(yaml)),
                new HeraStyle(Optional.of("https://argo:2746"), false))
            .text();

    assertTrue(code.contains("global_config.host = \"https://argo:2746\"\n"), code);
    assertTrue(code.contains("global_config.token = lambda: os.environ[\"ARGO_TOKEN\"]\n"), code);
    assertTrue(
        code.contains(
            "global_config.verify_ssl = os.environ.get(\"ARGO_INSECURE_SKIP_VERIFY\") != \"true\"\n"),
        code);
    assertTrue(code.endsWith("if __name__ == \"__main__\":\n    w.create()\n"), code);
  }

  @Test
  void tasksAreFoundAgainInTheLinesOfTheCode() throws IOException {
    HeraCode code = export(Files.readString(EXAMPLES.resolve("dag-diamond.yaml")));

    assertEquals(new PyPrinter.Lines(6, 6), code.lines().get("0:spec.templates[0].dag.tasks[1]"));
    assertEquals(new PyPrinter.Lines(10, 15), code.lines().get("0:spec.templates[1]"));
  }

  @Test
  void scriptsInPythonBecomeFunctionsWhereThatIsAskedForAndMeansTheSame() {
    String yaml =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata: {generateName: x-}
        spec:
          entrypoint: main
          templates:
          - name: main
            dag:
              tasks:
              - {name: gen, template: gen-numbers}
              - {name: use, template: use, depends: gen, withParam: "{{tasks.gen.outputs.result}}"}
          - name: gen-numbers
            script:
              image: python:3.12
              command: [python]
              source: |
                import json

                print(json.dumps([{{workflow.priority}}, 2]))  # two
          - name: use
            script: {image: alpine, command: [sh], source: echo}
          - name: star
            script: {image: python, command: [python], source: from os import *}
          - name: exit
            script: {image: python:3.12, command: [python3], source: "print('{{a-b}}')"}
        """;

    assertEquals(
        """
        from hera.workflows import DAG, Script, Task, Workflow, script


        @script(image="python:3.12", add_cwd_to_sys_path=False)
        def gen_numbers():
            import json

            print(json.dumps([{{workflow.priority}}, 2]))  # two


        @script(
            name="exit",
            image="python:3.12",
            command=["python3"],
            add_cwd_to_sys_path=False,
        )
        def exit_():
            print('{{a-b}}')


        with Workflow(generate_name="x-", entrypoint="main") as w:
            with DAG(name="main"):
                gen = gen_numbers(name="gen")
                use = Task(
                    name="use",
                    template="use",
                    with_param="{{tasks.gen.outputs.result}}",
                )
                gen >> use
            Script(name="use", image="alpine", command=["sh"], source="echo")
            Script(name="star", image="python", command=["python"], source="from os import *")
            exit_()
        """,
        HeraExport.of(YamlTree.parse(SourceText.of(yaml)), new HeraStyle(Optional.empty(), true))
            .text());
  }
}
