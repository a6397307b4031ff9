// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import tiphys.exporter.cluster.action.RunAction;
import tiphys.exporter.manifest.JsonText;

/**
 * An action on a run as an Argo Server has it.
 *
 * @param word the last part of its path
 */
record ServerVerb(String word, ObjectNode body) {
  static ServerVerb of(RunAction action) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return new ServerVerb(word(action, body), body);
  }

  private static String word(RunAction action, ObjectNode body) {
    return switch (action) {
      case RunAction.Suspend _ -> "suspend";
      case RunAction.Terminate _ -> "terminate";
      case RunAction.Stop(String selector, String message) -> {
        put(body, "nodeFieldSelector", selector);
        put(body, "message", message);
        yield "stop";
      }
      case RunAction.Resume(String selector, Map<String, String> outputs) -> {
        if (outputs.isEmpty()) {
          put(body, "nodeFieldSelector", selector);
          yield "resume";
        }
        // without a selector it is refused; of those that run, only those that wait are meant
        body.put("nodeFieldSelector", selector.isEmpty() ? "phase=Running" : selector);
        // the server takes outputs as JSON within a text, and goes on with what has them
        body.put("outputParameters", json(outputs)).put("phase", "Succeeded");
        yield "set";
      }
      case RunAction.Retry(String selector, var successful, var parameters) -> {
        put(body, "nodeFieldSelector", selector);
        body.put("restartSuccessful", successful == RunAction.Successful.RESTARTED);
        parameters(body, parameters);
        yield "retry";
      }
      case RunAction.Resubmit(var memoized, var parameters) -> {
        body.put("memoized", memoized == RunAction.Memoized.YES);
        parameters(body, parameters);
        yield "resubmit";
      }
    };
  }

  private static String json(Map<String, String> values) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    values.forEach(json::put);
    return JsonText.compact(json);
  }

  private static void parameters(ObjectNode body, Map<String, String> values) {
    values.forEach((name, value) -> body.withArray("/parameters").add(name + "=" + value));
  }

  private static void put(ObjectNode json, String key, String value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }
}
