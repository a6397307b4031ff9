// SPDX-License-Identifier: Apache-2.0
package tiphys.app.editor;

/**
 * From where another file's template was opened.
 *
 * @param title names the file and the template
 * @param back goes there again
 */
public record Origin(String title, Runnable back) {}
