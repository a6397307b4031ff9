// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.execution;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One use of a template.
 *
 * @param name the full name of its node
 * @param caller the task, step or hook with its references replaced: template, templateRef or
 *     inline, and arguments
 * @param siblings {@code tasks}, {@code steps}, or empty outside both
 * @param callerName the name of the task or step
 * @param source where names of templates are looked up
 */
record Call(
    String name,
    String displayName,
    JsonNode caller,
    String siblings,
    String callerName,
    String boundaryId,
    TemplateSource source,
    boolean isHook,
    boolean isAttempt) {
  static Call of(
      String name,
      String displayName,
      JsonNode caller,
      String siblings,
      String boundaryId,
      TemplateSource source) {
    String callerName = caller.path("name").asText("");
    return new Call(
        name, displayName, caller, siblings, callerName, boundaryId, source, false, false);
  }

  Call asHook() {
    return new Call(
        name, displayName, caller, siblings, callerName, boundaryId, source, true, isAttempt);
  }

  Call attempt(int number) {
    String suffix = "(" + number + ")";
    return new Call(
        name + suffix,
        displayName + suffix,
        caller,
        siblings,
        callerName,
        boundaryId,
        source,
        isHook,
        true);
  }

  String templateName() {
    JsonNode reference = caller.path("templateRef");
    return reference.isObject()
        ? reference.path("template").asText("")
        : caller.path("template").asText("");
  }
}
