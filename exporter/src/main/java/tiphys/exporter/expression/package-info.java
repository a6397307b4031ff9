// SPDX-License-Identifier: Apache-2.0

/**
 * The part of two languages that a run on this computer evaluates: expr-lang as in {@code {{=…}}},
 * and conditions as in {@code when}. Values are JSON values. Entry types: {@link
 * tiphys.exporter.expression.Expression}, {@link tiphys.exporter.expression.Condition}.
 */
@NullMarked
package tiphys.exporter.expression;

import org.jspecify.annotations.NullMarked;
