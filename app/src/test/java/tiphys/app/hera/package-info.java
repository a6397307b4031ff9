// SPDX-License-Identifier: Apache-2.0
@NullMarked
package tiphys.app.hera;

import org.jspecify.annotations.NullMarked;
