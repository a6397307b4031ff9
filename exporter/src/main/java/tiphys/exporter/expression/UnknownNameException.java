// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

/** A name without a value, at least for now: a later pass may know it. */
public final class UnknownNameException extends EvaluationException {
  private static final long serialVersionUID = 1L;

  public UnknownNameException(String name) {
    super("unknown name " + name);
  }
}
