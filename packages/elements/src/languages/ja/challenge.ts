import type { ChallengeStrings } from '../en/challenge.js';

export const challenge: ChallengeStrings = {
  heading: 'コードを入力',
  headingPasskey: 'パスキーで確認',
  headingStepUp: 'ご本人であることの確認',
  describe: {
    passkey: '指紋、顔、画面ロック、またはセキュリティキーを使用してください。',
    totp: '認証アプリを開き、表示されているコードを入力してください。',
    'recovery-code': '保存したリカバリーコードを 1 つ入力してください。各コードは 1 回だけ使えます。',
    password: '続けるにはパスワードを入力してください。',
  },
  label: { totp: '認証アプリのコード', 'recovery-code': 'リカバリーコード', password: 'パスワード' },
  use: {
    passkey: 'パスキーを使う',
    totp: '認証アプリを使う',
    'recovery-code': 'リカバリーコードを使う',
    password: 'パスワードを使う',
  },
  verify: '確認',
  verifying: '確認しています…',
  verified: '確認しました',
  rememberDevice: 'このデバイスでは 30 日間この手順を省略する',
  lostDevice: 'デバイスをなくした場合',
  lostDeviceHelp:
    'リカバリーコードを保存してある場合は、それをお使いください。ない場合は、このサービスの運営者に復旧をご依頼ください。',
  noMethods: 'ここでご本人であることを確認する方法がまだありません。先に 2 段階認証を設定してください。',
  startAgain: '最初からやり直す',
};
