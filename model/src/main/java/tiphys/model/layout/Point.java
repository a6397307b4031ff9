// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

/** A place on the canvas, in canvas units: pixels at 100 %, x to the right, y down. */
public record Point(double x, double y) {}
