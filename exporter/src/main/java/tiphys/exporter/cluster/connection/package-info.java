// SPDX-License-Identifier: Apache-2.0

/**
 * How a cluster is reached, as plain values, and where the user's connections and secrets are kept.
 * Entry types: {@link tiphys.exporter.cluster.connection.Connection}, {@link
 * tiphys.exporter.cluster.connection.ConnectionStore}. Opens no connection itself.
 */
@NullMarked
package tiphys.exporter.cluster.connection;

import org.jspecify.annotations.NullMarked;
