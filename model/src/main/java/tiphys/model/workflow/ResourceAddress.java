// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.OptionalInt;

/**
 * Where a resource stands.
 *
 * @param document its document in the stream, counted from 0
 * @param item its position in the document's {@code items}, if the document is a list of resources
 */
public record ResourceAddress(int document, OptionalInt item) {
  public static ResourceAddress ofDocument(int document) {
    return new ResourceAddress(document, OptionalInt.empty());
  }
}
