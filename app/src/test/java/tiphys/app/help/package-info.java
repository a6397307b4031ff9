// SPDX-License-Identifier: Apache-2.0

/** Facts about the help: complete in both languages, every link leads somewhere. */
@NullMarked
package tiphys.app.help;

import org.jspecify.annotations.NullMarked;
