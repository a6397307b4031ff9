// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces the paths that a template declares by those of a private folder, where a step cannot
 * have a root of its own. A path that a program puts together only while it runs is not found.
 */
final class RewrittenPaths {
  private final Map<String, Path> places = new LinkedHashMap<>();

  RewrittenPaths(StepFiles files, Map<String, Path> volumes) {
    for (String path : files.paths()) {
      places.put(path, files.place(path));
      Path folder = Path.of(path).normalize().resolveSibling("").normalize();
      if (isPrivate(folder)) {
        places.put(folder.toString(), files.place(folder.toString()));
      }
    }
    places.putAll(volumes);
  }

  /** A step may make or list the folder of its file; the system's it shares with all others. */
  private static boolean isPrivate(Path folder) {
    return folder.getNameCount() > 0 && (!StepRoot.isSystem(folder) || !Files.exists(folder));
  }

  /** Longer paths first, so that none is taken for the beginning of another. */
  String in(String text) {
    List<String> longestFirst =
        places.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList();
    if (longestFirst.isEmpty()) {
      return text;
    }
    String any = String.join("|", longestFirst.stream().map(Pattern::quote).toList());
    // not in the middle of another path: neither /a/tmp/out nor /tmp/outer is /tmp/out
    return Pattern.compile("(?<![\\w.~-])(?:" + any + ")(?![\\w-]|\\.\\w)")
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(place(found.group())));
  }

  private String place(String path) {
    Path place = places.get(path);
    return place == null ? path : place.toString();
  }
}
