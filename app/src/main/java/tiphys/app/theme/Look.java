// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

/** What is really shown. */
public enum Look {
  LIGHT,
  DARK
}
