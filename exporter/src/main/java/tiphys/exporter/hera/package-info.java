// SPDX-License-Identifier: Apache-2.0

/**
 * Resources as Python for Hera: written with Hera's own classes where these say exactly what the
 * manifest says, with its models where they do not, and with a note where neither can. What Hera
 * can say lies in {@code hera.classes} beside this package; it is made of the installed package by
 * {@code hera_classes.py} of the test sources. Entry type: {@link tiphys.exporter.hera.HeraExport}.
 * Uses {@code manifest} and {@code python}.
 */
@NullMarked
package tiphys.exporter.hera;

import org.jspecify.annotations.NullMarked;
