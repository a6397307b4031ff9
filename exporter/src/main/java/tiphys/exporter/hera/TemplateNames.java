// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tiphys.exporter.python.PyNames;
import tiphys.exporter.python.PyValue;

/** Which templates stand above in the code, and what they can be called there. */
final class TemplateNames {
  private final PyNames names;
  private final Map<String, String> variables = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  TemplateNames(PyNames names) {
    this.names = names;
  }

  PyNames names() {
    return names;
  }

  /** From here on a template can be called by the variable that is answered. */
  String define(String template) {
    return variables.computeIfAbsent(template, name -> names.take(name, "template"));
  }

  /** A template as a task names it: the object if it stands above, else its name. */
  PyValue reference(String template) {
    String variable = variables.get(template);
    if (variable == null) {
      return new PyValue.Text(template);
    }
    used.add(variable);
    return new PyValue.Code(variable);
  }

  boolean isUsed(String variable) {
    return used.contains(variable);
  }
}
