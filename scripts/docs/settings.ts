import { readFileSync } from 'node:fs';

/**
 * Names of the settings that `createMfa()` takes, read off its interface, groups with their members: `sessions.idle`.
 *
 * @param file path of the module that declares `MfaConfiguration`
 */
export function settingNames(file: string): readonly string[] {
  const [, body = ''] =
    /interface MfaConfiguration \{\n([\s\S]*?)^\}/m.exec(readFileSync(file, 'utf8')) ?? [];
  let group: string | undefined;
  return body.split('\n').flatMap((line) => {
    const [, indentation = '', name, opens] = /^( +)readonly (\w+)\??: (\{$)?/.exec(line) ?? [];
    if (name === undefined) return [];
    if (indentation.length > 2) return [`${group ?? ''}.${name}`];
    group = name;
    return opens === undefined ? [name] : [];
  });
}
