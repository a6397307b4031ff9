// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

/** A piece of an expression's text; {@code at} counts from 0. */
record Token(Kind kind, String text, int at) {
  enum Kind {
    NUMBER,
    STRING,
    WORD,
    OPERATOR,
    END
  }

  boolean is(String operatorOrWord) {
    return (kind == Kind.OPERATOR || kind == Kind.WORD) && text.equals(operatorOrWord);
  }
}
