// SPDX-License-Identifier: Apache-2.0
// Lays out the graph of the standard input with dagre, once for the warmth where that is quick; see ProgramLayouter.
const dagre = require('@dagrejs/dagre');
const lines = require('fs').readFileSync(0, 'utf8').trim().split('\n');
const nodes = Number(lines[0].split(' ')[0]);
function laidOut() {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 44, edgesep: 44, ranksep: 72 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (let i = 0; i < nodes; i++) graph.setNode(String(i), { width: 188, height: 56 });
  for (const line of lines.slice(1)) {
    const [from, to] = line.split(' ');
    graph.setEdge(from, to);
  }
  const start = performance.now();
  dagre.layout(graph);
  return { graph, time: performance.now() - start };
}
let { graph, time } = laidOut();
if (time < 5000) ({ graph, time } = laidOut());
const out = [`time ${time}`];
for (const id of graph.nodes()) {
  const node = graph.node(id);
  out.push(`node ${id} ${node.x - 94} ${node.y - 28}`);
}
for (const edge of graph.edges()) {
  const points = graph.edge(edge).points.map((p) => `${p.x} ${p.y}`);
  out.push(`edge ${edge.v} ${edge.w} ${points.join(' ')}`);
}
console.log(out.join('\n'));
