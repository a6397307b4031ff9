// SPDX-License-Identifier: Apache-2.0

/**
 * Requests and streams over the network: by the Kubernetes client for a kubeconfig, by the JDK's
 * HTTP client for an Argo Server. What goes wrong on the way becomes a problem here. Entry type:
 * {@link tiphys.exporter.cluster.transport.Transport}. Uses {@code connection}.
 */
@NullMarked
package tiphys.exporter.cluster.transport;

import org.jspecify.annotations.NullMarked;
