// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

/** A text that must never be seen: it prints as dots wherever it is put into words. */
public final class Secret {
  private static final String BEARER = "Bearer ";

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** As people paste tokens: with blanks around, and with or without {@code Bearer}. */
  public static Secret ofToken(String pasted) {
    String text = pasted.strip();
    return new Secret(
        text.regionMatches(true, 0, BEARER, 0, BEARER.length()) && !isOfSingleSignOn(text)
            ? text.substring(BEARER.length()).strip()
            : text);
  }

  /** Argo's own tokens of single sign-on begin with {@code Bearer v2:} and keep it. */
  private static boolean isOfSingleSignOn(String text) {
    return text.startsWith("Bearer v2:");
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** The value of the header {@code Authorization}. */
  public String authorization() {
    return isOfSingleSignOn(text) || text.startsWith("Basic ") ? text : BEARER + text;
  }

  /** The text itself, for whoever keeps it. */
  String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "•••";
  }
}
