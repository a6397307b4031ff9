// SPDX-License-Identifier: Apache-2.0

/**
 * The small languages inside Argo's strings: {@code depends}, {@code {{tags}}}, {@code when} and
 * {@code {{=expressions}}}, parsed to trees, evaluated, and printed back. Uses {@code text}.
 */
@NullMarked
package tiphys.model.expression;

import org.jspecify.annotations.NullMarked;
