import '../shell/account-menu.ts';
import { say } from '../shell/message.ts';
import { required, requiredOf } from '../shell/required.ts';
import { accountCards } from './account-cards.ts';
import { demoClock } from './demo-clock.ts';
import { addAccount } from './kept-accounts.ts';
import { scan, scanScreen } from './scan.ts';

const draw = accountCards(demoClock());
const page = required('main');
const secret = requiredOf(HTMLTextAreaElement, '[data-secret]');
const picture = requiredOf(HTMLInputElement, '[data-picture]');

function add(text: string): void {
  const account = addAccount(text);
  if (!account) {
    say('That is neither an otpauth address nor a secret.', 'refused');
    return;
  }
  secret.value = '';
  say(`${account.issuer || 'The account'} is added.`);
  draw();
}

function addScanned(scanned: Promise<string | undefined>): void {
  scanned.then(
    (text) => {
      if (text === undefined) say('There is no QR code in this picture.', 'refused');
      else add(text);
    },
    () => {
      say('This picture could not be read.', 'refused');
    },
  );
}

function firstPicture(files: FileList | undefined): File | undefined {
  return [...(files ?? [])].find(({ type }) => type.startsWith('image/'));
}

required('[data-add]').addEventListener('submit', (event) => {
  event.preventDefault();
  add(secret.value);
});

picture.addEventListener('change', () => {
  const file = firstPicture(picture.files ?? undefined);
  if (file) addScanned(scan(file));
  picture.value = '';
});

required('[data-screen]').addEventListener('click', () => {
  addScanned(scanScreen());
});

document.addEventListener('paste', (event) => {
  const file = firstPicture(event.clipboardData?.files);
  if (!file) return;
  event.preventDefault();
  addScanned(scan(file));
});

page.addEventListener('dragover', (event) => {
  event.preventDefault();
  page.dataset['dragging'] = '';
});
for (const end of ['dragleave', 'drop'] as const) {
  page.addEventListener(end, () => {
    delete page.dataset['dragging'];
  });
}
page.addEventListener('drop', (event) => {
  event.preventDefault();
  const file = firstPicture(event.dataTransfer?.files);
  if (file) addScanned(scan(file));
});

// Another tab of the authenticator added or removed an account.
window.addEventListener('storage', draw);
