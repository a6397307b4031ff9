// SPDX-License-Identifier: Apache-2.0

/**
 * Clusters that run Argo: straight through the Kubernetes API, or through an Argo Server, behind
 * one interface. Entry types: {@link tiphys.exporter.cluster.Clusters}, {@link
 * tiphys.exporter.cluster.ClusterGateway}, {@link tiphys.exporter.cluster.RunWatch}. Everything
 * here blocks the thread that calls.
 */
@NullMarked
package tiphys.exporter.cluster;

import org.jspecify.annotations.NullMarked;
