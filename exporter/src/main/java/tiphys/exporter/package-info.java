// SPDX-License-Identifier: Apache-2.0

/**
 * Everything that leaves the process without a screen: manifests, pictures, runs. Each sub-package
 * names its own entry types.
 */
@NullMarked
package tiphys.exporter;

import org.jspecify.annotations.NullMarked;
