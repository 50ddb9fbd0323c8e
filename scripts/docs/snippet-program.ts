import path from 'node:path';
import ts from 'typescript';
import { indentedCodeBlocks, type CodeBlock } from './code-blocks.ts';

/** A piece of code in a page that a reader may copy. */
export interface Snippet extends CodeBlock {
  readonly page: string;
  readonly source: ts.SourceFile;
}

export interface SnippetProgram {
  readonly program: ts.Program;
  readonly snippets: readonly Snippet[];
}

const LANGUAGES = ['js', 'ts', 'tsx'];

/** What a piece that begins in the middle of the reader's own code may take for granted. */
const TAKEN_FOR_GRANTED = `
import type { Express } from 'express';
import type { Server } from 'node:http';
import type * as kit from '@mfa-kit/server';
declare global {
  const app: Express;
  const express: typeof import('express');
  const mfa: kit.Mfa;
  const server: Server;
  const settings: kit.MfaConfiguration;
  // Such a piece tells of some settings only.
  const createMfa: (configuration: Partial<kit.MfaConfiguration>) => Promise<kit.Mfa>;
  const smtpMailer: typeof kit.smtpMailer;
}
`;

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  types: ['node'],
  allowJs: true,
  checkJs: true,
  // Most of it is JavaScript, in which nobody asks whether a variable of the environment is there.
  strict: false,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Compiles every piece of code in pages, against the built packages. Pieces of one page find each other by their titles.
 *
 * @param root folder of the repository, in which the packages are found
 * @param pages their text, by their path
 */
export function snippetProgram(root: string, pages: ReadonlyMap<string, string>): SnippetProgram {
  const blocks = [...pages].flatMap(([page, markdown]) =>
    indentedCodeBlocks(markdown)
      .filter(({ language }) => LANGUAGES.includes(language))
      .map((block, index) => {
        const name = block.title === '' ? `${String(index)}.${block.language}` : block.title;
        return { ...block, page, file: path.join(root, `${page}.blocks`, name) };
      }),
  );
  const texts = new Map(blocks.map((block) => [block.file, wholeText(block)]));
  texts.set(path.join(root, 'taken-for-granted.d.ts'), TAKEN_FOR_GRANTED);
  const program = ts.createProgram([...texts.keys()], OPTIONS, hostWith(texts));
  return {
    program,
    snippets: blocks.flatMap((block) => {
      const source = program.getSourceFile(block.file);
      return source ? [{ ...block, source }] : [];
    }),
  };
}

/** The files of the disk, and some that are not on it. */
function hostWith(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS);
  const folders = new Set([...texts.keys()].map((file) => path.dirname(file)));
  return {
    ...host,
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    directoryExists: (folder) => folders.has(folder) || ts.sys.directoryExists(folder),
    getSourceFile: (file, version, ...more) => {
      const text = texts.get(file);
      return text === undefined
        ? host.getSourceFile(file, version, ...more)
        : ts.createSourceFile(file, text, version, true);
    },
  };
}

/** What cannot stand alone is a part of the settings: `webhooks: [ … ],`. */
function wholeText({ code, language }: CodeBlock): string {
  if (language !== 'js' || parses(code)) return code;
  return `/** @satisfies {Partial<import('@mfa-kit/server').MfaConfiguration>} */ export const part = {\n${code}\n};`;
}

function parses(code: string): boolean {
  const { diagnostics } = ts.transpileModule(code, { reportDiagnostics: true, fileName: 'piece.js' });
  return diagnostics?.length === 0;
}
