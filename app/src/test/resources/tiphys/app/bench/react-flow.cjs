// Shows a graph in React Flow in a browser without a window, changes the view in each frame, and
// prints how long the frames took. Reads {browser, nodes: [[left, top], ...], edges: [[from, to],
// ...]}. Everything stays on this computer.
'use strict';
const http = require('node:http');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn } = require('node:child_process');
const esbuild = require('esbuild');

const page = `
import React, { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { ReactFlow, useNodesState } from '@xyflow/react';
import '@xyflow/react/dist/style.css';

const FRAMES = 120;
const WARM_UP = 20;
const LONGEST_MS = 8000;
const frame = () => new Promise((then) => requestAnimationFrame(then));
const say = (line) => fetch('/said', { method: 'POST', body: line });

async function series(name, change) {
  const times = [];
  const begun = performance.now();
  let last = await frame();
  for (let i = -WARM_UP; i < FRAMES && performance.now() - begun < LONGEST_MS; i++) {
    change((i + FRAMES) % FRAMES);
    const now = await frame();
    if (i >= 0) {
      times.push(now - last);
    }
    last = now;
  }
  times.sort((a, b) => a - b);
  const at = (share) =>
    times.length ? times[Math.min(times.length - 1, Math.ceil(share * times.length) - 1)] : NaN;
  await say([name, at(0.5), at(0.95), at(0.99), at(1)].join('\\t'));
}

async function measure(flow, graph, setNodes) {
  const view = (x, y, zoom) => flow.setViewport({ x, y, zoom });
  await series('nothing in sight', (i) => view(-9000000 - i, 9000, 1));
  await series('pan at 100 %', (i) => view(-i * 17, -i * 9, 1));
  await series('pan at 40 %', (i) => view(-i * 17, -i * 9, 0.4));
  await series('pan at 15 %', (i) => view(-i * 17, -i * 9, 0.15));
  const right = Math.max(...graph.nodes.map((at) => at[0])) + 188;
  const bottom = Math.max(...graph.nodes.map((at) => at[1])) + 56;
  const all = Math.min(1400 / right, 900 / bottom, 1);
  await series('pan with everything in sight', (i) => view(i % 7, i % 7, all));
  await series('zoom on from 4 % to 160 %', (i) => view(40, 40, 0.04 * Math.pow(1.032, i)));
  view(0, 0, 1);
  await frame();
  const [x, y] = graph.nodes[0];
  view(300 - x, 200 - y, 1);
  await series('drag of a card', (i) =>
    setNodes((nodes) => {
      const next = nodes.slice();
      next[0] = { ...nodes[0], position: { x: x + i * 3, y: y + i * 1.5 } };
      return next;
    }));
  await series('a state of a run, until it is seen', (i) =>
    setNodes((nodes) => {
      const next = nodes.slice();
      next[i % nodes.length] = { ...nodes[i % nodes.length], style: { background: '#18be94' } };
      return next;
    }));
  await say('end');
}

function Canvas({ graph }) {
  const [nodes, setNodes, onNodesChange] = useNodesState(
    graph.nodes.map(([x, y], i) => ({
      id: 't' + i,
      position: { x, y },
      data: { label: 'task-' + i },
      width: 188,
      height: 56,
    })));
  return (
    <ReactFlow
      nodes={nodes}
      edges={graph.lines}
      onNodesChange={onNodesChange}
      onInit={(flow) => setTimeout(() => measure(flow, graph, setNodes), 500)}
      minZoom={0.001}
      onlyRenderVisibleElements
    />
  );
}

fetch('/graph')
  .then((answer) => answer.json())
  .then((graph) => {
    graph.lines = graph.edges.map(([from, to], i) => ({
      id: 'e' + i,
      source: 't' + from,
      target: 't' + to,
    }));
    createRoot(document.getElementById('root')).render(<Canvas graph={graph} />);
  });
`;

const graph = fs.readFileSync(0, 'utf8');
const program = JSON.parse(graph).browser;
const built = esbuild.buildSync({
  stdin: { contents: page, loader: 'jsx', resolveDir: __dirname },
  nodePaths: [process.env.NODE_PATH],
  bundle: true,
  minify: true,
  write: false,
  outdir: '/out',
  define: { 'process.env.NODE_ENV': '"production"' },
});
const made = Object.fromEntries(built.outputFiles.map((f) => [path.extname(f.path), f.text]));
const html =
  '<!doctype html><style>html,body,#root{margin:0;width:1400px;height:900px}' +
  made['.css'] +
  '</style><div id="root"></div><script src="/page.js"></script>';

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'browser-'));
let browser;
const end = (code) => {
  if (browser && browser.pid && browser.exitCode === null) {
    process.kill(-browser.pid, 'SIGKILL'); // with all the processes that it has made
  }
  setTimeout(() => {
    fs.rmSync(profile, { recursive: true, force: true });
    process.exit(code);
  }, 300);
};
const server = http.createServer((request, response) => {
  if (request.url === '/graph') {
    response.end(graph);
  } else if (request.url === '/page.js') {
    response.end(made['.js']);
  } else if (request.url === '/said') {
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      response.end();
      if (text === 'end') {
        end(0);
      } else {
        process.stdout.write(text + '\n');
      }
    });
  } else {
    response.setHeader('content-type', 'text/html');
    response.end(html);
  }
});
server.listen(0, '127.0.0.1', () => {
  browser = spawn(program, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-frame-rate-limit',
    '--disable-gpu-vsync',
    '--window-size=1400,900',
    '--remote-debugging-port=0',
    '--user-data-dir=' + profile,
    'http://127.0.0.1:' + server.address().port + '/',
  ], { stdio: 'ignore', detached: true });
  browser.on('error', () => end(3));
});
