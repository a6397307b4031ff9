// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.util.List;
import tiphys.model.workflow.Marker;

/** What the markers of a node say, a sentence each. */
public final class MarkerWords {
  private final Messages messages;

  public MarkerWords(Messages messages) {
    this.messages = messages;
  }

  public String of(Marker marker) {
    return messages.text("marker." + marker.saying().key(), marker.values().toArray());
  }

  public List<String> of(List<Marker> markers) {
    return markers.stream().map(this::of).toList();
  }
}
