/** One line of a Dockerfile, continued lines joined. */
export interface Instruction {
  readonly name: string;
  /** `--from=build` as `from: 'build'`. */
  readonly flags: Readonly<Record<string, string>>;
  /** What follows, as it is written. */
  readonly text: string;
}

export interface Stage {
  readonly from: string;
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** @returns the words of an instruction, or the list of one that is written as JSON. */
export function wordsOf({ text }: Instruction): readonly string[] {
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : text.split(/\s+/);
}

function instructionOf(line: string): Instruction {
  const [name = '', ...rest] = line.trim().split(/\s+/);
  const flags: Record<string, string> = {};
  while (rest[0]?.startsWith('--')) {
    const [flag = '', value = ''] = (rest.shift() ?? '').slice(2).split(/=(.*)/s);
    flags[flag] = value;
  }
  const [first = ''] = rest;
  return { name, flags, text: first === '' ? '' : line.slice(line.indexOf(first, name.length)).trim() };
}

/** Takes a Dockerfile apart. Arguments before the first stage are put in where stages begin. */
export function stagesOf(dockerfile: string): readonly Stage[] {
  const lines = dockerfile
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  const given: Record<string, string> = {};
  const stages: { from: string; name: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const instruction = instructionOf(line);
    const stage = stages.at(-1);
    if (instruction.name === 'FROM') {
      const [image = '', , name = ''] = wordsOf(instruction);
      stages.push({
        from: image.replace(/\$\{(\w+)\}/g, (_, key: string) => given[key] ?? ''),
        name,
        instructions: [],
      });
    } else if (stage) stage.instructions.push(instruction);
    else {
      const [key = '', value = ''] = instruction.text.split(/=(.*)/s);
      given[key] = value;
    }
  }
  return stages;
}

/**
 * What a `.dockerignore` lets through to the builder. The last pattern that fits decides, as Docker does it.
 *
 * @param file path from the root of the context
 */
export function isSent(ignore: string, file: string): boolean {
  let sent = true;
  for (const line of ignore.split('\n')) {
    const pattern = line.trim().replace(/^!/, '');
    if (pattern === '' || pattern.startsWith('#')) continue;
    const parts = file.split('/');
    const fits = pattern.startsWith('**/')
      ? parts.some((part) => isOne(pattern.slice('**/'.length), part))
      : pattern === '*' || file === pattern || file.startsWith(`${pattern}/`);
    if (fits) sent = line.trim().startsWith('!');
  }
  return sent;
}

/** Whether a name is one that a pattern with `*` stands for. */
const isOne = (pattern: string, name: string): boolean =>
  pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern;
