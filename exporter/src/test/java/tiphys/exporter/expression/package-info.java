// SPDX-License-Identifier: Apache-2.0
@NullMarked
package tiphys.exporter.expression;

import org.jspecify.annotations.NullMarked;
