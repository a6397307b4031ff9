// SPDX-License-Identifier: Apache-2.0

/**
 * What a hand or a key does, told by every feature in the same form, so that the sheet of shortcuts
 * is made from what the features really obey. Entry type: {@link tiphys.app.keys.Shortcut}. Uses
 * nothing of Tiphys.
 */
@NullMarked
package tiphys.app.keys;

import org.jspecify.annotations.NullMarked;
