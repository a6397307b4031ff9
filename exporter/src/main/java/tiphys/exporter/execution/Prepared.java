// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A template made ready for one call.
 *
 * @param source where the names of templates in its body are looked up
 * @param scope its inputs, the node's values and the workflow's
 */
record Prepared(ObjectNode template, TemplateSource source, Scope scope) {
  Prepared withTemplate(ObjectNode changed) {
    return new Prepared(changed, source, scope);
  }

  NodeType nodeType() {
    if (template.has("steps")) {
      return NodeType.STEPS;
    }
    if (template.has("dag")) {
      return NodeType.DAG;
    }
    if (template.has("suspend")) {
      return NodeType.SUSPEND;
    }
    if (template.has("http")) {
      return NodeType.HTTP;
    }
    return template.has("plugin") ? NodeType.PLUGIN : NodeType.POD;
  }
}
