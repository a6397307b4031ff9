// SPDX-License-Identifier: Apache-2.0
@NullMarked
package tiphys.exporter.hera;

import org.jspecify.annotations.NullMarked;
