// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

/** An expression that cannot be read or has no value; the message says why, in Argo's language. */
public class EvaluationException extends Exception {
  private static final long serialVersionUID = 1L;

  public EvaluationException(String message) {
    super(message);
  }

  /** The message, which every such exception has. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
