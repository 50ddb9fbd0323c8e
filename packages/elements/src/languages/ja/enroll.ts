import type { EnrollStrings } from '../en/enroll.js';

export const enroll: EnrollStrings = {
  heading: { choice: 'アカウントを保護する', passkey: 'パスキーを設定', totp: '認証アプリを設定' },
  description: {
    choice:
      'ご本人であることを確認する方法を選んでください。パスワードだけでは誰もサインインできなくなります。',
    passkey: '指紋、顔、または画面ロックでサインインします。入力するものはありません。',
    totp: 'スマートフォンのアプリに 30 秒ごとに新しいコードが表示されます。パスワードだけでは誰もサインインできなくなります。',
  },
  use: { passkey: 'パスキーを使う', totp: '認証アプリを使う' },
  useHelp: {
    passkey: '指紋、顔、画面ロック、またはセキュリティキー。入力は不要です。',
    totp: 'スマートフォンのアプリに表示されるコード。どの認証アプリでも使えます。',
  },
  prompting: 'ブラウザーに表示される手順に従ってください…',
  sharedComputer:
    '共用のパソコンでは、画面を他の人に見られないようにし、パスキーやリカバリーコードを保存しないでください。',
  start: '設定する',
  working: 'しばらくお待ちください…',
  noMethods: 'ここで設定できるものはありません。',
  doneHeading: { passkey: 'パスキーを設定しました', totp: '認証アプリを設定しました' },
  done: {
    passkey: '今後は、パスキーだけでサインインできます。',
    totp: '今後は、サインインのときにアプリのコードで確認します。',
  },
};
