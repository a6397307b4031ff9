// SPDX-License-Identifier: Apache-2.0

/**
 * Scripts for Hera, run for the workflows that they define. Entry types: {@link
 * tiphys.exporter.script.WorkflowScript} and {@link tiphys.exporter.script.PythonProgram}. Uses
 * {@code process} and {@code manifest}.
 */
@NullMarked
package tiphys.exporter.script;

import org.jspecify.annotations.NullMarked;
