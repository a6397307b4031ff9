// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

/**
 * A template's name, unique within its resource. May be ill-formed: checks say so, not this record.
 */
public record TemplateName(String value) {
  @Override
  public String toString() {
    return value;
  }
}
