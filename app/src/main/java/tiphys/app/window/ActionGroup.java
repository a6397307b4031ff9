// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.List;

/**
 * A menu.
 *
 * @param key names its sentence {@code window.menu.KEY}
 * @param sections actions between separators
 */
record ActionGroup(String key, List<List<Action>> sections) {
  ActionGroup {
    sections = sections.stream().map(List::copyOf).toList();
  }
}
