// SPDX-License-Identifier: Apache-2.0

/**
 * Expected trouble as values: {@link tiphys.model.problem.Problem} says what is wrong and where,
 * {@link tiphys.model.problem.Outcome} whether something was done or refused. Uses {@code text}.
 */
@NullMarked
package tiphys.model.problem;

import org.jspecify.annotations.NullMarked;
