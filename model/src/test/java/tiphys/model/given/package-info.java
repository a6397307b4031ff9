// SPDX-License-Identifier: Apache-2.0

/** What tests of the model are given. */
@NullMarked
package tiphys.model.given;

import org.jspecify.annotations.NullMarked;
