// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

/**
 * The name of a DAG task, a step, or a container of a container set: unique within its template.
 */
public record TaskName(String value) implements Comparable<TaskName> {
  @Override
  public int compareTo(TaskName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
