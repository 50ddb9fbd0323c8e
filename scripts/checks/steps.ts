import type { Step } from './step.ts';

/** Everything that `npm test` checks, in the order in which it reports. */
export const steps: readonly Step[] = [
  { name: 'format', title: 'Formatting', script: 'format:check' },
  // The types for frameworks and the site are about what the type check builds.
  { name: 'lint', title: 'Lint', script: 'lint', after: ['types'] },
  { name: 'manifest', title: 'Every part, token and state of an element is documented', script: 'manifest' },
  // Storybook's own code imports the list of elements, which the manifest is.
  { name: 'types', title: 'Types', script: 'typecheck', after: ['manifest'] },
  { name: 'templates', title: 'Types inside templates', script: 'lint:templates' },
  {
    name: 'server',
    title: 'Server: rules, stores on both databases, demo',
    script: 'test:server',
    after: ['types'],
    needs: ['database'],
  },
  {
    name: 'e2e',
    title: 'End to end, browser and server',
    script: 'test:e2e',
    after: ['types'],
    needs: ['browser', 'database'],
  },
  {
    name: 'attacks',
    title: 'Attacks on running servers, on both databases',
    script: 'test:attacks',
    after: ['types'],
    needs: ['database'],
  },
  {
    name: 'faults',
    title: 'Killed servers, stopped databases, full disks, wrong clocks',
    script: 'test:faults',
    after: ['types'],
    needs: ['database'],
  },
  // Each part that can be reached is looked up in the manifest.
  {
    name: 'elements',
    title: 'Elements in a browser',
    script: 'test:elements',
    after: ['manifest'],
    needs: ['browser'],
  },
  {
    name: 'stories',
    title: 'Every story renders, plays and is accessible',
    script: 'test:stories',
    needs: ['browser'],
  },
  { name: 'sizes', title: 'Size budget', script: 'sizes' },
  {
    name: 'packages',
    title: 'Both packages, packed and installed elsewhere',
    script: 'test:packages',
    needs: ['browser'],
  },
  // Asks the built packages what they answer and take.
  {
    name: 'docs',
    title: 'The documentation says what the code says',
    script: 'docs:check',
    after: ['types'],
  },
];
