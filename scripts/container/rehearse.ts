import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isSent, stagesOf, wordsOf, type Instruction } from './dockerfile.ts';

const root = path.resolve(import.meta.dirname, '../..');
const FILE = 'examples/two-nodes/Dockerfile';

/**
 * Builds the image's files without a container engine: every stage is a folder, COPY copies what the builder would be sent, RUN runs. What
 * the image of the stage brings along is this machine's: Node 24 and npm.
 *
 * @param folder empty; the last stage ends up in `image/app`
 * @returns the folder of the last stage, and what it starts
 */
function rehearse(folder: string): { readonly image: string; readonly command: readonly string[] } {
  const stages = stagesOf(readFileSync(path.join(root, FILE), 'utf8'));
  const ignore = readFileSync(path.join(root, `${FILE}.dockerignore`), 'utf8');
  // What is committed, or about to be: a build in a fresh checkout sees no more.
  const context = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && existsSync(path.join(root, file)) && isSent(ignore, file));

  let command: readonly string[] = [];
  let image = '';
  for (const { from, name, instructions } of stages) {
    image = path.join(folder, name === '' ? 'image' : name);
    const base = path.join(folder, from);
    if (existsSync(base)) cpSync(base, image, { recursive: true, verbatimSymlinks: true });
    else mkdirSync(image, { recursive: true });
    let work = '/app';
    for (const instruction of instructions) {
      if (instruction.name === 'WORKDIR') work = instruction.text;
      if (instruction.name === 'COPY') copy(instruction, context, folder, path.join(image, work));
      if (instruction.name === 'RUN') run(instruction, path.join(image, work));
      if (instruction.name === 'CMD') command = wordsOf(instruction);
    }
  }
  return { image: path.join(image, 'app'), command };
}

function copy(
  instruction: Instruction,
  context: readonly string[],
  folder: string,
  destination: string,
): void {
  const words = wordsOf(instruction);
  const to = path.join(destination, words.at(-1) ?? '');
  const { from } = instruction.flags;
  for (const source of words.slice(0, -1)) {
    if (from !== undefined) {
      cpSync(path.join(folder, from, source), to, { recursive: true, verbatimSymlinks: true });
      continue;
    }
    const files = context.filter((file) => file === source || file.startsWith(`${source}/`));
    if (files.length === 0) throw new Error(`COPY ${source}: the builder is sent nothing of that name`);
    for (const file of files) {
      const inside = file === source ? path.basename(file) : path.relative(source, file);
      cpSync(path.join(root, file), path.join(to, inside), { recursive: true });
    }
  }
}

function run({ text }: Instruction, cwd: string): void {
  mkdirSync(cwd, { recursive: true });
  console.log(`RUN ${text}`);
  const { status } = spawnSync('/bin/sh', ['-c', text], { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`RUN ${text} ended with ${String(status)}`);
}

if (import.meta.main) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'two-nodes-image-'));
  try {
    const { image, command } = rehearse(folder);
    // Without settings it ends at once and says which is missing: every package and file that it imports was there.
    const { stderr } = spawnSync(command[0] ?? '', command.slice(1), {
      cwd: image,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
    if (!stderr.includes('DATABASE_URL has to be set')) throw new Error(stderr);
    for (const page of ['index.html', 'page.js'])
      if (!existsSync(path.join(image, 'examples/two-nodes/dist', page))) throw new Error(`no ${page}`);
    console.log('The image starts.');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
