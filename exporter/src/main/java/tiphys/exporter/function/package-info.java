// SPDX-License-Identifier: Apache-2.0

/**
 * Templates run alone: with chosen inputs, on this computer, compared with what is expected of
 * them. Entry types: {@link tiphys.exporter.function.FunctionTemplate}, {@link
 * tiphys.exporter.function.CaseFile} and {@link tiphys.exporter.function.FunctionTry}. Uses {@code
 * local} and {@code manifest}.
 */
@NullMarked
package tiphys.exporter.function;

import org.jspecify.annotations.NullMarked;
