// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

/** Amounts of Kubernetes as numbers. */
final class Amounts {
  private static final String SCALE = "kMGTPE";

  private Amounts() {}

  /** The value of an amount that is digits and one unit, such as {@code 500m} or {@code 2Gi}. */
  static double of(String amount) {
    int end = amount.length();
    while (end > 0 && Character.isLetter(amount.charAt(end - 1))) {
      end--;
    }
    double number = Double.parseDouble(amount.substring(0, end));
    String unit = amount.substring(end);
    if (unit.isEmpty()) {
      return number;
    }
    if (unit.equals("m")) {
      return number / 1000;
    }
    int power = 1 + Math.max(0, SCALE.indexOf(unit.replace('K', 'k').charAt(0)));
    return number * Math.pow(unit.endsWith("i") ? 1024 : 1000, power);
  }
}
