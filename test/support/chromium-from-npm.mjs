import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// @sparticuz/chromium carries a compressed Chromium for machines to which only the package registry is reachable. It
// is made for functions in a cloud: it unpacks into the directory for temporary files and wants a home directory.

const root = path.resolve(fileURLToPath(import.meta.url), '../../..');
const unpacked = path.join(root, 'node_modules', '.cache', 'chromium');

/** @returns {Promise<string>} path of the executable */
export async function unpackChromium() {
  process.env['HOME'] ??= os.tmpdir();
  const executable = path.join(unpacked, 'chromium');
  if (!existsSync(executable)) {
    await unpackInto(unpacked, async ({ default: chromium }) => {
      await chromium.executablePath();
    });
  }
  provideFonts();
  return executable;
}

/**
 * Chromium crashes on the first page when it finds no font at all. The package brings one, with a configuration that
 * looks for it in fixed places; this one looks where it is, and at the system's own.
 */
function provideFonts() {
  const configuration = path.join(unpacked, 'fonts.conf');
  writeFileSync(
    configuration,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(unpacked, 'fonts')}</dir>
  <cachedir>${path.join(unpacked, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  process.env['FONTCONFIG_FILE'] = configuration;
}

/**
 * Adds the shared libraries that come in the same package, for machines that have none, and makes the programs that
 * this process starts find them.
 *
 * @returns {Promise<string>} path of the executable
 */
export async function unpackLibraries() {
  const executable = await unpackChromium();
  const libraries = path.join(unpacked, 'libraries');
  const archive = path.resolve(
    createRequire(import.meta.url).resolve('@sparticuz/chromium'),
    '../../bin/al2023.tar.br',
  );
  if (!existsSync(libraries)) {
    await unpackInto(libraries, async ({ inflate }) => {
      await inflate(archive);
    });
  }
  const { setupLambdaEnvironment } = await import('@sparticuz/chromium');
  setupLambdaEnvironment(path.join(libraries, 'al2023', 'lib'));
  return executable;
}

/**
 * Unpacks beside the target and renames: an interrupted run or two at once must not leave half a browser.
 *
 * @param {string} target
 * @param {(sparticuz: typeof import('@sparticuz/chromium')) => Promise<void>} unpack
 */
async function unpackInto(target, unpack) {
  const workplace = `${target}.${String(process.pid)}`;
  mkdirSync(workplace, { recursive: true });
  const temporary = process.env['TMPDIR'];
  process.env['TMPDIR'] = workplace;
  try {
    await unpack(await import('@sparticuz/chromium'));
    if (!existsSync(target)) renameSync(workplace, target);
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
    rmSync(workplace, { recursive: true, force: true });
  }
}
