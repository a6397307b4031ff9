// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.python;

import java.util.List;
import java.util.Optional;

/** A statement of Python. An origin names what it was made of, for whoever looks for its lines. */
public sealed interface PyStatement {
  /** A value, kept under a name if there is one. */
  record Evaluate(Optional<String> name, PyValue value, Optional<String> origin)
      implements PyStatement {}

  record With(
      PyValue.Call call, Optional<String> name, List<PyStatement> body, Optional<String> origin)
      implements PyStatement {
    public With {
      body = List.copyOf(body);
    }
  }

  /** A function without parameters. @param body its lines, not indented */
  record Function(PyValue.Call decorator, String name, List<String> body, Optional<String> origin)
      implements PyStatement {
    public Function {
      body = List.copyOf(body);
    }
  }

  /**
   * A line that is written as it is.
   *
   * @param uses the imported names in it
   */
  record Line(String code, List<String> uses) implements PyStatement {
    public Line {
      uses = List.copyOf(uses);
    }
  }

  /** Text of a comment, one line or several. */
  record Comment(String text) implements PyStatement {}

  static PyStatement line(String code) {
    return new Line(code, List.of());
  }
}
