// SPDX-License-Identifier: Apache-2.0

/**
 * Resources as JSON values: read from the tree of a file, written as JSON or as YAML in the order
 * in which Argo's own examples are written. Entry types: {@link
 * tiphys.exporter.manifest.ManifestReader}, {@link tiphys.exporter.manifest.ManifestWriter}.
 */
@NullMarked
package tiphys.exporter.manifest;

import org.jspecify.annotations.NullMarked;
