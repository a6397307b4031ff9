// SPDX-License-Identifier: Apache-2.0

/**
 * What Argo lets one write: every kind, every definition, every field with its type, choices,
 * default and standing, as a value. The facts lie in {@code argo.schema} beside this package, one
 * line a field; they are made of Argo's custom resource definitions and JSON schema by {@code
 * SchemaLines} of the test sources, and a test holds them equal to both. Entry type: {@link
 * tiphys.model.schema.Schema}. Uses nothing.
 */
@NullMarked
package tiphys.model.schema;

import org.jspecify.annotations.NullMarked;
