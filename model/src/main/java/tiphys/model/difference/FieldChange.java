// SPDX-License-Identifier: Apache-2.0
package tiphys.model.difference;

import java.util.Optional;

/**
 * A value that is another one, or in one version only.
 *
 * @param path with dots between; items of a list by their name, else by their number from 0
 */
public record FieldChange(String path, Optional<String> before, Optional<String> after) {}
