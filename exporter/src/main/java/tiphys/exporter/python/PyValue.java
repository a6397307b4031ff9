// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.python;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An expression of Python, of those that only say something. */
public sealed interface PyValue {
  /** A text, written as the literal that fits it. */
  record Text(String text) implements PyValue {}

  /** A number, a name, {@code True}: whatever is written as it is. */
  record Code(String code) implements PyValue {}

  record Items(List<PyValue> items) implements PyValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Entries(Map<String, PyValue> entries) implements PyValue {
    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** A call with keywords only. */
  record Call(String callee, List<Keyword> keywords) implements PyValue {
    public Call {
      keywords = List.copyOf(keywords);
    }
  }

  /** A call with one argument that has no keyword. */
  record Apply(String callee, PyValue argument) implements PyValue {}

  record Keyword(String name, PyValue value) {}

  PyValue NONE = new Code("None");

  static PyValue of(boolean truth) {
    return new Code(truth ? "True" : "False");
  }
}
