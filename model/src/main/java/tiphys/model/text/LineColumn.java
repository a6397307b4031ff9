// SPDX-License-Identifier: Apache-2.0
package tiphys.model.text;

/**
 * A place as people say it.
 *
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 */
public record LineColumn(int line, int column) {
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
