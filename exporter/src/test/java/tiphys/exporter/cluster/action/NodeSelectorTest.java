// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NodeSelectorTest {
  private static final String NODE =
      """
      {"id":"wf-123","name":"wf.map(0:a,b)","displayName":"map(0:a,b)","phase":"Failed",
       "templateName":"work","templateRef":{"name":"lib","template":"t"},
       "inputs":{"parameters":[{"name":"x","value":"1=2"}]}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id=wf-123 | true",
        "id==wf-123 | true",
        "id!=wf-123 | false",
        "displayName=map(0:a\\,b) | true",
        "displayName=map(0:a\\,b),phase=Failed | true",
        "displayName=map(0:a\\,b),phase=Succeeded | false",
        "templateName=work, phase != Succeeded | true",
        "templateRef.name=lib,templateRef.template=t | true",
        "inputs.parameters.x.value=1\\=2 | true",
        "inputs.parameters.x.value=1 | false",
        "phase | false"
      })
  void aNodeIsSelectedByItsFieldsAsArgoSelectsIt(String selector, boolean isMeant)
      throws IOException {
    assertEquals(
        isMeant,
        NodeSelector.of(selector).matches(JsonMapper.builder().build().readTree(NODE)),
        selector);
  }
}
