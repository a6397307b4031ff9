// SPDX-License-Identifier: Apache-2.0
package tiphys.model.run;

import tiphys.model.graph.NodeId;

/** A task of a template, as the nodes of a run name it. */
public record RunTask(String template, NodeId task) {}
