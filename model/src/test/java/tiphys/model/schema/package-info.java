// SPDX-License-Identifier: Apache-2.0

/** Facts about the schema, and the program that makes it of Argo's own files. */
@NullMarked
package tiphys.model.schema;

import org.jspecify.annotations.NullMarked;
