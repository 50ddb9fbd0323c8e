import type { RequirementStrings } from '../en/requirement.js';

export const requirement: RequirementStrings = {
  enforced: '2 段階認証が必須です',
  grace: (date) => `${date}までに 2 段階認証を設定してください`,
  recommended: '2 段階認証でアカウントを保護してください',
  passkeyEnforced: 'パスキーが必須です',
  passkeyGrace: (date) => `${date}までにパスキーを追加してください`,
  reasons: { role: 'あなたの役割', workspace: 'ワークスペース', tier: 'ご利用のプラン' },
  why: (list) => `必須とする設定：${list}。`,
  whyPasskey: 'コードと違い、パスキーを偽のサイトに渡してしまうことはありません。',
  left: (left) => `残り ${left}です。それまでは、すべてこれまでどおり使えます。`,
  blocked: '設定するまで、これを必要とする操作はブロックされます。それ以外はこれまでどおり使えます。',
  blockedSince: (date) =>
    `これを必要とする操作は ${date}からブロックされています。設定するとすぐに使えるようになります。それ以外はこれまでどおり使えます。`,
  recommendedWhy: 'パスワードだけでは誰もサインインできなくなります。2 分ほどで設定できます。',
  nudge: {
    'set-up-after-incident': '今すぐアカウントを保護してください',
    'add-second-passkey': '2 つ目のパスキーを追加してください',
    'few-recovery-codes': '新しいリカバリーコードを作成してください',
    'recovery-codes-not-saved': 'リカバリーコードを保存してください',
  },
  nudgeWhy: {
    'set-up-after-incident':
      'アカウントで通常と異なることが起きました。2 段階認証を使うと、パスワードだけでは誰も入れません。',
    'add-second-passkey':
      '別のデバイスまたはセキュリティキーにもう 1 つあれば、最初のものをなくしてもサインインできます。',
    'few-recovery-codes': 'デバイスやアプリを失ったときに、リカバリーコードでサインインできます。',
    'recovery-codes-not-saved':
      '保存済みであることがまだ確認されていません。デバイスやアプリを失ったときに、リカバリーコードでサインインできます。',
  },
  codesLeft: (count) => `残りは ${String(count)} 個だけです。`,
  noCodesLeft: '1 つも残っていません。',
  setUp: '今すぐ設定',
  addPasskey: 'パスキーを追加',
  toCodes: 'リカバリーコードへ移動',
  later: '後で',
  notNow: '今はしない',
  close: '閉じる',
  done: '設定が完了しました',
  doneCodes: 'リカバリーコードを保存しました',
  unblocked: 'ブロックされていた操作が再び使えるようになりました。',
  met: 'ここで必要な手続きはもうありません。',
};
