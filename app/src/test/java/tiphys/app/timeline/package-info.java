// SPDX-License-Identifier: Apache-2.0
@NullMarked
package tiphys.app.timeline;

import org.jspecify.annotations.NullMarked;
