// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Arrays;
import java.util.Optional;

/** What a template takes in or gives out. */
public enum Slot {
  INPUT_PARAMETER("inputs", "parameters"),
  INPUT_ARTIFACT("inputs", "artifacts"),
  OUTPUT_PARAMETER("outputs", "parameters"),
  OUTPUT_ARTIFACT("outputs", "artifacts");

  private final String side;
  private final String list;

  Slot(String side, String list) {
    this.side = side;
    this.list = list;
  }

  String side() {
    return side;
  }

  String list() {
    return list;
  }

  boolean isInput() {
    return side.equals("inputs");
  }

  boolean isArtifact() {
    return list.equals("artifacts");
  }

  /** As it is written in tags, for example {@code inputs.parameters}. */
  public String path() {
    return side + "." + list;
  }

  public static Optional<Slot> ofPath(String path) {
    return Arrays.stream(values()).filter(slot -> slot.path().equals(path)).findFirst();
  }
}
