import { executeServerCommand } from '@web/test-runner-commands';
import { render } from 'lit';
import { rest } from './surroundings.js';

interface Story {
  readonly args?: object;
  readonly render?: (args: object) => unknown;
  readonly play?: (context: { canvasElement: HTMLElement; args: object }) => Promise<void> | void;
}

/** A story as it can be shown on a page without Storybook. */
export interface State {
  /** Such as "mfa-challenge: WrongCode". */
  readonly name: string;
  /** Renders it into a part of the page, and does in it what its play function does. */
  readonly show: (canvas: HTMLElement) => Promise<void>;
}

/** Every story of every element: the states that a person can meet. */
export async function everyState(): Promise<readonly State[]> {
  const tags = await executeServerCommand<string[], undefined>('tags');
  const states: State[] = [];
  for (const tag of tags) {
    const { default: meta, ...stories } = (await import(
      new URL(`../../stories/${tag}.stories.ts`, import.meta.url).href
    )) as { readonly default: Story } & Readonly<Record<string, Story>>;
    for (const [name, story] of Object.entries(stories))
      states.push({
        name: `${tag}: ${name}`,
        show: (canvas) => show({ ...meta, ...story, args: { ...meta.args, ...story.args } }, canvas),
      });
  }
  return states;
}

async function show({ render: template, play, args = {} }: Story, canvas: HTMLElement): Promise<void> {
  // What a person put off, or a page kept for later, is theirs; each story has somebody of its own.
  sessionStorage.clear();
  localStorage.clear();
  render(template?.(args), canvas);
  await rest(canvas);
  if (!play) return;
  await play({ canvasElement: canvas, args });
  await rest(canvas);
}
