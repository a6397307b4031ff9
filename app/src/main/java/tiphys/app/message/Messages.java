// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.text.MessageFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tiphys.model.fix.Fix;
import tiphys.model.problem.Problem;

/**
 * The sentences of one language. A key's first segment names the bundle and the rest the entry in
 * it: {@code window.menu.file} is {@code menu.file} in {@code window.properties}. Bundles are read
 * when first asked for. Safe for several threads.
 */
public final class Messages {
  private final Language language;
  private final Map<String, Bundle> bundles = new ConcurrentHashMap<>();

  private Messages(Language language) {
    this.language = language;
  }

  public static Messages in(Language language) {
    return new Messages(language);
  }

  public Language language() {
    return language;
  }

  /**
   * The sentence of a key with its arguments put in by the rules of {@link MessageFormat}: numbers
   * are written as the language writes them, an apostrophe stands in the bundle as {@code ''}. A
   * key that has no sentence comes back as itself.
   */
  public String text(String key, Object... arguments) {
    int dot = key.indexOf('.');
    if (dot < 0) {
      return key;
    }
    return bundle(key.substring(0, dot))
        .sentence(key.substring(dot + 1))
        .map(pattern -> new MessageFormat(pattern, language.locale()).format(arguments))
        .orElse(key);
  }

  /** Whether there is a sentence for a key in this language. */
  public boolean has(String key) {
    int dot = key.indexOf('.');
    return dot > 0 && bundle(key.substring(0, dot)).sentence(key.substring(dot + 1)).isPresent();
  }

  /** What a problem says, without its place. */
  public String problem(Problem problem) {
    return text("problem." + problem.code().key(), problem.arguments().toArray());
  }

  /** What a quick fix would do. */
  public String fix(Fix fix) {
    return text("fix." + fix.key(), fix.arguments().toArray());
  }

  private Bundle bundle(String name) {
    return bundles.computeIfAbsent(name, wanted -> Bundle.read(wanted, language));
  }
}
