// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tiphys.model.run.NodePhase;
import tiphys.model.run.NodeStatus;
import tiphys.model.run.RunSnapshot;

final class EndedPodsTest {
  private final EndedPods ended = new EndedPods(4);

  @Test
  void onlyThoseAreToldThatWereSeenToGoOn() {
    assertEquals(List.of(), in("a Succeeded", "b Running"));
    assertEquals(List.of("b"), in("a Succeeded", "b Succeeded", "c Failed"));
    assertEquals(List.of(), in("a Succeeded", "b Succeeded", "c Failed"));
  }

  @Test
  void ofManyHalfArePlacesForThoseThatFail() {
    String[] going = IntStream.range(0, 9).mapToObj(i -> i + " Running").toArray(String[]::new);
    assertEquals(List.of(), in(going));
    assertEquals(List.of("0", "1"), in("0 Succeeded", "1 Succeeded", "2 Succeeded"));
    assertEquals(List.of("3", "4"), in("3 Failed", "4 Error", "5 Failed"));
  }

  private List<String> in(String... nodes) {
    Map<String, NodeStatus> all = new LinkedHashMap<>();
    for (String node : nodes) {
      String[] parts = node.split(" ", -1);
      all.put(parts[0], node(parts[0], NodePhase.ofArgoName(parts[1]).orElseThrow()));
    }
    RunSnapshot run =
        new RunSnapshot(
            "r", Optional.of(NodePhase.RUNNING), "", Optional.empty(), Optional.empty(), all);
    return ended.in(run).stream().map(NodeStatus::id).toList();
  }

  private static NodeStatus node(String id, NodePhase phase) {
    return new NodeStatus(
        id,
        id,
        id,
        "Pod",
        "t",
        phase,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        NodeStatus.Values.NONE,
        NodeStatus.Values.NONE,
        false,
        false);
  }
}
