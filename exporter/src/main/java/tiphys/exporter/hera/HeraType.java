// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

/** What an attribute of a model of Hera may hold. */
sealed interface HeraType {
  enum Scalar implements HeraType {
    STR,
    INT,
    BOOL,
    FLOAT,
    QUANTITY,
    INT_OR_STR,
    TIME,
    ANY
  }

  record ListOf(HeraType item) implements HeraType {}

  /** A dictionary; its keys are texts. */
  record MapOf(HeraType value) implements HeraType {}

  record Model(String name) implements HeraType {}
}
