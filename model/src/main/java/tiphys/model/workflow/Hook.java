// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.Optional;

/**
 * A lifecycle hook.
 *
 * @param name {@code exit} for the exit handler
 */
public record Hook(String name, Call call, Optional<String> expression, Arguments arguments) {}
