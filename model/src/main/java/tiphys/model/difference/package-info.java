// SPDX-License-Identifier: Apache-2.0
/**
 * What two versions of a file differ in: field by field, and as one graph. Tasks, templates and
 * resources are known by their names; what only got another name is known by what it is.
 */
@NullMarked
package tiphys.model.difference;

import org.jspecify.annotations.NullMarked;
