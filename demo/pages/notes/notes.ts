import '@mfa-kit/elements/define/mfa-requirement';
import '../shell/account-menu.ts';
import { say, sayRefusal } from '../shell/message.ts';
import { required, requiredOf } from '../shell/required.ts';

interface Notes {
  workspace: string | null;
  notes: { title: string; text: string }[];
}

async function show(): Promise<void> {
  const response = await fetch('/api/notes');
  if (!response.ok) {
    await sayRefusal(response);
    return;
  }
  const { workspace, notes } = (await response.json()) as Notes;
  const template = requiredOf(HTMLTemplateElement, '#note');
  required('[data-workspace]').textContent = workspace ? `Workspace ${workspace}` : 'Support';
  const sheets = notes.map((note) => {
    const sheet = template.content.cloneNode(true) as DocumentFragment;
    required('h2', sheet).textContent = note.title;
    required('p', sheet).textContent = note.text;
    return sheet;
  });
  required('[data-notes]').replaceChildren(...sheets);
}

show().catch(() => {
  say('The notes cannot be reached at the moment. Reload the page to try again.', 'refused');
});
