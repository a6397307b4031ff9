// SPDX-License-Identifier: Apache-2.0
package tiphys.model.graph;

/**
 * "{@code to} runs after {@code from}".
 *
 * @param condition the result that is asked of {@code from} where it is not plain success, for
 *     example {@code Failed}; several with slashes between them; {@code !} before a negated one;
 *     empty for the default
 */
public record FlowEdge(NodeId from, NodeId to, String condition) {}
