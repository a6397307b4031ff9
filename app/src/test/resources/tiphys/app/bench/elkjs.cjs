// SPDX-License-Identifier: Apache-2.0
// Lays out the graph of the standard input with elkjs, once for the warmth where that is quick; see ProgramLayouter.
const ELK = require('elkjs/lib/elk.bundled.js');
const lines = require('fs').readFileSync(0, 'utf8').trim().split('\n');
const nodes = Number(lines[0].split(' ')[0]);
const elk = new ELK();
function given() {
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.edgeRouting': 'POLYLINE',
      'elk.spacing.nodeNode': '44',
      'elk.layered.spacing.nodeNodeBetweenLayers': '72',
    },
    children: Array.from({ length: nodes }, (_, i) => ({ id: `n${i}`, width: 188, height: 56 })),
    edges: lines.slice(1).map((line, i) => {
      const [from, to] = line.split(' ');
      return { id: `e${i}`, sources: [`n${from}`], targets: [`n${to}`] };
    }),
  };
}
async function laidOut() {
  const graph = given();
  const start = performance.now();
  const laid = await elk.layout(graph);
  return { laid, time: performance.now() - start };
}
async function main() {
  let { laid, time } = await laidOut();
  if (time < 5000) ({ laid, time } = await laidOut());
  const out = [`time ${time}`];
  laid.children.forEach((node) => out.push(`node ${node.id.slice(1)} ${node.x} ${node.y}`));
  for (const edge of laid.edges) {
    const { startPoint, bendPoints = [], endPoint } = edge.sections[0];
    const points = [startPoint, ...bendPoints, endPoint].map((p) => `${p.x} ${p.y}`);
    const ends = `${edge.sources[0].slice(1)} ${edge.targets[0].slice(1)}`;
    out.push(`edge ${ends} ${points.join(' ')}`);
  }
  console.log(out.join('\n'));
}
main();
