// SPDX-License-Identifier: Apache-2.0
@NullMarked
package tiphys.exporter.function;

import org.jspecify.annotations.NullMarked;
