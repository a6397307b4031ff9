// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tiphys.model.given.Corpus;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.TemplateName;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/** What is drawn of every real file against what another reader finds in it. */
class CorpusMarkersTest {
  private static final Map<String, Behaviour> OF_TASKS =
      Map.of(
          "withItems", Behaviour.LOOP,
          "withParam", Behaviour.LOOP,
          "withSequence", Behaviour.LOOP,
          "when", Behaviour.CONDITION,
          "continueOn", Behaviour.CONTINUE_ON,
          "onExit", Behaviour.EXIT_HANDLER,
          "inline", Behaviour.INLINE);
  private static final Map<String, Behaviour> OF_TEMPLATES =
      Map.of(
          "retryStrategy", Behaviour.RETRY,
          "memoize", Behaviour.MEMOIZE,
          "synchronization", Behaviour.LOCK,
          "daemon", Behaviour.DAEMON,
          "sidecars", Behaviour.SIDECAR,
          "initContainers", Behaviour.INIT_CONTAINER,
          "timeout", Behaviour.TIMEOUT,
          "activeDeadlineSeconds", Behaviour.TIMEOUT);

  private int tasks;
  private final Set<Behaviour> seen = EnumSet.noneOf(Behaviour.class);

  @Test
  void everyTaskOfEveryFileIsANodeWithTheMarkersOfItsFields() {
    for (Path file : Corpus.files()) {
      List<Object> documents = documents(Corpus.text(file));
      WorkflowFile read = WorkflowReader.read(YamlTree.parse(SourceText.of(Corpus.text(file))));
      int resource = 0;
      for (Object document : documents) {
        if (document instanceof Map<?, ?> root && !root.containsKey("items")) {
          check(file, root, read, resource++);
        }
      }
    }

    assertTrue(tasks > 500, tasks + " tasks");
    // hooks, defaults and init containers stand where this test does not look; none is disabled,
    // none is lost
    assertTrue(seen.size() >= Behaviour.values().length - 5, seen.toString());
  }

  private void check(Path file, Map<?, ?> root, WorkflowFile read, int resource) {
    Map<?, ?> spec = map(root.get("spec"));
    if (spec.get("workflowSpec") instanceof Map<?, ?> inner) {
      spec = inner;
    }
    for (Object each : list(spec.get("templates"))) {
      Map<?, ?> template = map(each);
      Scope scope = new Scope(resource, new TemplateName(String.valueOf(template.get("name"))));
      List<FlowNode> nodes = FlowGraph.of(read, scope).nodes();
      List<Map<?, ?>> wanted = tasksOf(template);
      if (wanted.isEmpty()) {
        assertMarkers(file, template, OF_TEMPLATES, nodes.getFirst());
        continue;
      }
      assertEquals(wanted.size(), nodes.size(), file + " " + scope);
      for (int i = 0; i < wanted.size(); i++) {
        tasks++;
        assertMarkers(file, wanted.get(i), OF_TASKS, nodes.get(i));
      }
    }
  }

  private void assertMarkers(
      Path file, Map<?, ?> fields, Map<String, Behaviour> behaviours, FlowNode node) {
    behaviours.forEach(
        (key, behaviour) -> {
          Object value = fields.get(key);
          boolean isSet =
              value != null
                  && !value.equals("")
                  && !value.equals(List.of())
                  && !value.equals(false);
          if (isSet) {
            seen.add(behaviour);
            assertTrue(node.has(behaviour), () -> file + " " + node.id() + " " + key);
          }
        });
  }

  private static List<Map<?, ?>> tasksOf(Map<?, ?> template) {
    List<Map<?, ?>> tasks = new ArrayList<>();
    list(map(template.get("dag")).get("tasks")).forEach(task -> tasks.add(map(task)));
    list(map(template.get("containerSet")).get("containers")).forEach(c -> tasks.add(map(c)));
    for (Object group : list(template.get("steps"))) {
      if (group instanceof Map<?, ?> step) {
        tasks.add(step);
      }
      list(group).forEach(step -> tasks.add(map(step)));
    }
    return tasks;
  }

  private static List<Object> documents(String text) {
    List<Object> documents = new ArrayList<>();
    try {
      new Load(LoadSettings.builder().setAllowDuplicateKeys(true).build())
          .loadAllFromString(text)
          .forEach(documents::add);
    } catch (YamlEngineException _) {
      return List.of();
    }
    return documents;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
