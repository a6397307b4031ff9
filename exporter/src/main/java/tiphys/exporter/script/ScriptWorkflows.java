// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import tiphys.exporter.manifest.ManifestWriter;

/**
 * The workflows that a script defines, in its order.
 *
 * @param held how often the script would have sent something to a server, which was not done
 */
public record ScriptWorkflows(List<JsonNode> manifests, int held) {
  public ScriptWorkflows {
    manifests = List.copyOf(manifests);
  }

  /** One file with all of them. @param heading a comment of one line for its beginning */
  public String yaml(String heading) {
    return manifests.stream()
        .map(ManifestWriter::yaml)
        .collect(Collectors.joining("---\n", "# " + heading + "\n", ""));
  }
}
