// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.script;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a script finds in its environment: what Python and its libraries need to start, and no more.
 * Tokens and keys that other programs keep there are not handed on.
 */
final class ScriptEnvironment {
  private static final Set<String> HANDED_ON =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LOGNAME",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "TMP",
          "TEMP",
          "VIRTUAL_ENV",
          "CONDA_PREFIX",
          "PYENV_ROOT",
          "PYENV_VERSION",
          "PYTHONPATH",
          "PYTHONHOME",
          "PYTHONUTF8",
          "PYTHONUSERBASE",
          "LD_LIBRARY_PATH",
          "DYLD_LIBRARY_PATH",
          // without these, Windows starts no program
          "SYSTEMROOT",
          "WINDIR",
          "COMSPEC",
          "PATHEXT",
          "USERPROFILE",
          "APPDATA",
          "LOCALAPPDATA");

  private ScriptEnvironment() {}

  /** Of a whole environment, what is handed on. @param more names that the user wants to be */
  static Map<String, String> of(Map<String, String> whole, List<String> more) {
    Map<String, String> handed = new HashMap<>();
    whole.forEach(
        (name, value) -> {
          String upper = name.toUpperCase(Locale.ROOT);
          if (HANDED_ON.contains(upper) || upper.startsWith("LC_") || more.contains(name)) {
            handed.put(name, value);
          }
        });
    // nothing is left beside the user's modules
    handed.put("PYTHONDONTWRITEBYTECODE", "1");
    return handed;
  }
}
