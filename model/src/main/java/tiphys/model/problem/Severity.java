// SPDX-License-Identifier: Apache-2.0
package tiphys.model.problem;

/**
 * How much a problem matters: an {@code ERROR} keeps Argo from taking the file, a {@code WARNING}
 * does not.
 */
public enum Severity {
  ERROR,
  WARNING,
  INFO
}
