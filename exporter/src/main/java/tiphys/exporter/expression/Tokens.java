// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of an expression into tokens. */
final class Tokens {
  private static final List<String> OPERATORS =
      List.of(
          "?.", "??", "**", "==", "!=", "<=", ">=", "&&", "||", "..", "=~", "!~", "+", "-", "*",
          "/", "%", "^", "<", ">", "!", "?", ":", ".", ",", "(", ")", "[", "]", "{", "}", "|", "#",
          ";", "=");

  private final String text;
  private final boolean wordsHoldDots;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text, boolean wordsHoldDots) {
    this.text = text;
    this.wordsHoldDots = wordsHoldDots;
  }

  static List<Token> of(String text, boolean wordsHoldDots) throws EvaluationException {
    return new Tokens(text, wordsHoldDots).cut();
  }

  private List<Token> cut() throws EvaluationException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (Character.isDigit(c)) {
        number();
      } else if (Character.isLetter(c) || c == '_' || c == '$') {
        word();
      } else if (c == '\'' || c == '"' || c == '`') {
        string(c);
      } else {
        operator();
      }
    }
    tokens.add(new Token(Token.Kind.END, "", text.length()));
    return tokens;
  }

  private void number() {
    int start = at;
    while (at < text.length() && isPartOfNumber(start)) {
      at++;
    }
    tokens.add(new Token(Token.Kind.NUMBER, text.substring(start, at).replace("_", ""), start));
  }

  private boolean isPartOfNumber(int start) {
    char c = text.charAt(at);
    boolean isRange = c == '.' && text.startsWith("..", at);
    boolean isSign = (c == '-' || c == '+') && at > start && isExponent(text.charAt(at - 1));
    return Character.isDigit(c) || c == '_' || c == '.' && !isRange || isExponent(c) || isSign;
  }

  private static boolean isExponent(char c) {
    return c == 'e' || c == 'E';
  }

  private void word() {
    int start = at;
    while (at < text.length() && isPartOfWord(text.charAt(at))) {
      at++;
    }
    tokens.add(new Token(Token.Kind.WORD, text.substring(start, at), start));
  }

  private boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || wordsHoldDots && c == '.';
  }

  private void string(char quote) throws EvaluationException {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\\' && quote != '`' && at < text.length()) {
        value.append(escaped(text.charAt(at++)));
      } else {
        value.append(c);
      }
    }
    if (at >= text.length()) {
      throw new EvaluationException("literal not terminated at " + start + " of " + text);
    }
    at++;
    tokens.add(new Token(Token.Kind.STRING, value.toString(), start));
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case '\\', '\'', '"' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  private void operator() throws EvaluationException {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator, at)) {
        tokens.add(new Token(Token.Kind.OPERATOR, operator, at));
        at += operator.length();
        return;
      }
    }
    throw new EvaluationException(
        "unexpected character " + text.charAt(at) + " at " + at + " of " + text);
  }
}
