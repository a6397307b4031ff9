// SPDX-License-Identifier: Apache-2.0
package tiphys.model.layout;

/** How large something on the canvas is, in canvas units. */
public record Size(double width, double height) {}
