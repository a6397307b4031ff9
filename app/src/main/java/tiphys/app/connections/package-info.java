// SPDX-License-Identifier: Apache-2.0

/**
 * The clusters that the program can reach: which there are, how they do, and the dialog in which
 * they are added, changed and tested. Entry types: {@link tiphys.app.connections.ConnectionDesk},
 * {@link tiphys.app.connections.ConnectionLight} and {@link
 * tiphys.app.connections.ConnectionsWindow}. Uses {@code concurrent}, {@code theme} and {@code
 * message}.
 */
@NullMarked
package tiphys.app.connections;

import org.jspecify.annotations.NullMarked;
