import { DEMO_PASSWORD, FIRST_ACCOUNTS } from './accounts/first-accounts.ts';
import { startDemo, type Demo } from './demo.ts';
import { readSettings } from './settings/settings.ts';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const demo = await startDemo(settings);
  demo.endOnSignal();
  console.log(greeting(demo, settings.control));
}

function greeting({ publicUrl, place }: Demo, control: boolean): string {
  const people = FIRST_ACCOUNTS.map(
    ({ email, role, workspace }) => `    ${email.padEnd(20)}${role}${workspace ? ` of ${workspace}` : ''}`,
  );
  return [
    '',
    `  Acme Notes is at ${publicUrl}`,
    '',
    `  Accounts, all with the password ${DEMO_PASSWORD}:`,
    ...people,
    '',
    `  Data: ${place}`,
    control ? `  Mail: ${publicUrl}/mailbox` : '  The control API and the mailbox page are off.',
    '',
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
