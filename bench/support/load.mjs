import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Starts a Node.js program; gives its process and the first line that it prints. */
export async function start(program, args = []) {
  const env = { ...process.env, DISCORD_BOT_TOKEN: '', SANDBOX_PORT: '' };
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env });
  const [line] = await once(child.stdout, 'data');
  return { child, line: String(line) };
}

/** One request; gives status and body. */
export function call(method, url, body, headers = {}) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const type =
    text === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers, ...type } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end(text);
  });
}

/**
 * How many times a second `act` succeeds, 32 at a time, over so many milliseconds, after a short start; and how many times
 * for each second of the processor that the process `pid` has used: that is what a busy machine leaves unchanged.
 */
export async function rate(pid, act, ms) {
  let done = 0;
  let until = performance.now() + ms / 4;
  const worker = async () => {
    while (performance.now() < until) {
      const { status, text } = await act(done);
      if (status >= 300) throw new Error(`${status} ${text}`);
      done += 1;
    }
  };
  const all = () => Promise.all(Array.from({ length: 32 }, worker));
  await all();
  done = 0;
  const began = performance.now();
  const used = processor(pid);
  until = began + ms;
  await all();
  return {
    perSecond: done / ((performance.now() - began) / 1_000),
    perProcessorSecond: done / (processor(pid) - used),
  };
}

/** Seconds of the processor that a process has used, in the kernel or not. */
function processor(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Megabytes that a process holds now, and has held at most. */
export function memory(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_024);
  return { now: of('VmRSS'), most: of('VmHWM') };
}
