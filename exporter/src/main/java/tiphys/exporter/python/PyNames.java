// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.python;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Names for variables, each given once. */
public final class PyNames {
  private static final Set<String> RESERVED =
      Set.of(
          ("False None True and as assert async await break class continue def del elif else except"
                  + " finally for from global if import in is lambda nonlocal not or pass raise"
                  + " return try while with yield match case type"
                  + " abs all any bin bool bytes callable chr complex dict dir divmod enumerate eval"
                  + " exec exit filter float format frozenset getattr globals hash help hex id input"
                  + " int isinstance iter len list locals map max min next object oct open ord pow"
                  + " print property quit range repr reversed round set setattr slice sorted str sum"
                  + " super tuple vars zip")
              .split(" "));

  private final Set<String> taken;

  /** Names beside others that must not be given again. */
  public PyNames(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** Names that start from what is taken here, and take nothing here. */
  public PyNames inner() {
    return new PyNames(taken);
  }

  /**
   * A name like a wanted one that nobody has yet.
   *
   * @param otherwise what it is a name of; the name if nothing of the wanted one can be kept
   */
  public String take(String wanted, String otherwise) {
    String base = identifier(wanted, otherwise);
    String longer = base + (base.endsWith("_") ? "" : "_") + otherwise;
    String name = taken.contains(base) ? longer : base;
    for (int i = 2; taken.contains(name); i++) {
      name = longer + "_" + i;
    }
    taken.add(name);
    return name;
  }

  /** An identifier as near as can be: other signs become underscores, words of Python get one. */
  static String identifier(String wanted, String otherwise) {
    StringBuilder name = new StringBuilder();
    Normalizer.normalize(wanted, Normalizer.Form.NFKC)
        .codePoints()
        .map(point -> isPart(point) ? point : '_')
        .forEach(name::appendCodePoint);
    String found = name.toString();
    if (found.chars().allMatch(c -> c == '_')) {
      return otherwise;
    }
    int first = found.codePointAt(0);
    if (first != '_' && !Character.isUnicodeIdentifierStart(first)) {
      found = otherwise + "_" + found;
    }
    return RESERVED.contains(found) ? found + "_" : found;
  }

  private static boolean isPart(int point) {
    return Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
  }
}
