// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;

/** Whose field is set. */
public sealed interface FieldOwner {
  record OfTask(Scope scope, NodeId node) implements FieldOwner {}

  record OfTemplate(Scope scope) implements FieldOwner {}

  /**
   * @param resource position in the file, counted from 0
   */
  record OfResource(int resource) implements FieldOwner {}
}
