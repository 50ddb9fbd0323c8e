import { takeForDevelopers } from './pictures/developers.ts';
import { takeSettingUp } from './pictures/setting-up.ts';
import { Studio } from './pictures/studio.ts';

// Takes the pictures of the documentation from the running demo, so that they show what is there.

/** Each set in a demo of its own, so that none depends on what another did. */
async function inStudio(scenes: (studio: Studio) => Promise<void>): Promise<void> {
  const studio = await Studio.open();
  try {
    await scenes(studio);
  } finally {
    await studio.close();
  }
}

await inStudio(takeForDevelopers);
await inStudio(async (studio) => {
  await takeSettingUp(studio, 'grace@example.com', 'linus@example.com');
});
