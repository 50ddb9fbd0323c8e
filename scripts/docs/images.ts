import { takeAdministering } from './pictures/administering.ts';
import { takeForDevelopers } from './pictures/developers.ts';
import { takeGettingBackIn } from './pictures/getting-back-in.ts';
import { takeSettingUp } from './pictures/setting-up.ts';
import { takeSigningIn } from './pictures/signing-in.ts';
import { Studio } from './pictures/studio.ts';
import { takeTheming } from './pictures/theming.ts';

// Takes the pictures of the documentation from the running demo, so that they show what is there.

/** At a desk, with an app. */
const GRACE = 'grace@example.com';
/** On a phone, with passkeys. */
const LINUS = 'linus@example.com';

/** Each set in a demo of its own, so that none depends on what another did. */
async function inStudio(scenes: (studio: Studio) => Promise<void>): Promise<void> {
  const studio = await Studio.open();
  try {
    await scenes(studio);
  } finally {
    await studio.close();
  }
}

async function takeForCustomers(studio: Studio): Promise<void> {
  const secret = await takeSettingUp(studio, GRACE, LINUS);
  await studio.closeBrowsers();
  await takeSigningIn(studio, GRACE, secret);
  await studio.closeBrowsers();
  await takeGettingBackIn(studio, GRACE);
}

await takeTheming();
await inStudio(takeForDevelopers);
await inStudio(takeForCustomers);
await inStudio(takeAdministering);
